import {
  PERTURBATION_IDS,
  PERTURBATIONS,
  type PerturbationSettings,
} from '../../src/domain/perturbation.ts';
import { changeKey } from '../../src/domain/pictureRow.ts';
import { unknownChoice } from '../../src/domain/problem.ts';
import { missing } from '../usage.ts';

const FORM = 'a list as shift:1:0,noiseSign:2,brightness:5';

/**
 * A list of changes, separated by commas: `shift:X` or `shift:X:Y` in pixels, every other as `NAME:STRENGTH`; without a number each has
 * its own. What a change does not say (border, angle, patch) is that of `base`.
 * @param option its name, for messages
 * @throws Problem `setting-unknown-choice`; limits are for `checkSettings`
 */
export function parseChanges(
  option: string,
  text: string,
  base: PerturbationSettings,
): PerturbationSettings[] {
  const changes = text.split(',').map((part) => changeOf(option, part.trim(), base));
  const twice = changes.find((change, i) =>
    changes.slice(0, i).some((before) => changeKey(before) === changeKey(change)),
  );
  if (twice) throw missing(option, 'a list without doubles', `${twice.id} twice`);
  return changes;
}

function changeOf(option: string, part: string, base: PerturbationSettings): PerturbationSettings {
  const [name, ...texts] = part.split(':');
  const id = PERTURBATION_IDS.find((known) => known === name);
  if (!id) throw unknownChoice(option, PERTURBATION_IDS, name);
  const numbers = texts.map((text) => (text.trim() === '' ? Number.NaN : Number(text)));
  const { strength } = PERTURBATIONS[id];
  if (numbers.length > (strength ? 1 : 2) || !numbers.every(Number.isFinite))
    throw missing(option, FORM, part);
  const [first, second] = numbers;
  if (!strength) return { ...base, id, shiftX: first ?? base.shiftX, shiftY: second ?? 0 };
  return { ...base, id, strength: first ?? strength.initial };
}
