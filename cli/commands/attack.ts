import {
  ATTACK_IDS,
  ATTACK_LIMITS,
  ATTACKS,
  type AttackNumber,
  type AttackSettings,
  checkAttack,
  defaultAttack,
} from '../../src/domain/attack.ts';
import type { ModelCard } from '../../src/domain/model.ts';
import { backgroundRgb, type Picture } from '../../src/domain/picture.ts';
import { Problem } from '../../src/domain/problem.ts';
import type { Mask } from '../../src/domain/truth.ts';
import { attackExplanation } from '../../src/engine/attackExplanation.ts';
import { largest, predict } from '../../src/engine/explain.ts';
import { fitMask } from '../../src/engine/model/fitMask.ts';
import { preprocess } from '../../src/engine/model/preprocess.ts';
import { attackJson } from '../../src/report/attackJson.ts';
import { show, untiring } from '../messages.ts';
import { openModel } from '../models.ts';
import { readPicture } from '../nodePicture.ts';
import { formatNpy } from '../npy.ts';
import { readMask, writeBytes } from '../readFiles.ts';
import { ATTRIBUTION_OPTIONS, chosen, settingsFrom } from '../settings.ts';
import { type Given, missing, readArguments } from '../usage.ts';

/** `--steps` are those of the attack; the path points of the method are `--points` here. */
const OPTIONS = [
  ...ATTRIBUTION_OPTIONS,
  'points',
  'k',
  'w',
  'attack',
  'epsilon',
  'alpha',
  'beta',
  'direction-points',
  'random-start',
  'region',
  'out',
];

const NAMES: Readonly<Record<AttackNumber, string>> = {
  epsilon: 'epsilon',
  stepSize: 'alpha',
  steps: 'steps',
  beta: 'beta',
  pathPoints: 'direction-points',
};

function attackOf(given: Given, seed: number): AttackSettings {
  if (given.text('attack') === undefined) throw missing('--attack', ATTACK_IDS.join(', '));
  const initial = defaultAttack(chosen(given, 'attack', ATTACK_IDS, 'attackTopK'), seed);
  const number = (name: AttackNumber) => given.number(NAMES[name]) ?? ATTACK_LIMITS[name].initial;
  const settings: AttackSettings = {
    ...initial,
    epsilon: number('epsilon'),
    stepSize: number('stepSize'),
    steps: number('steps'),
    beta: number('beta'),
    pathPoints: number('pathPoints'),
    randomStart: chosen(given, 'random-start', ['yes', 'no'] as const, 'no') === 'yes',
  };
  checkAttack(settings);
  return settings;
}

/** The same arguments as `explain` and `stability` read them: their `--steps` is `--points` here. */
const asMethod = (given: Given): Given => ({
  ...given,
  text: (name) => given.text(name === 'steps' ? 'points' : name),
  number: (name) => given.number(name === 'steps' ? 'points' : name),
});

/** The region as the model sees it; null where none is given. @throws Problem `mask-size-mismatch` */
async function regionOf(given: Given, picture: Picture, card: ModelCard): Promise<Mask | null> {
  const path = given.text('region');
  if (path === undefined) return null;
  const mask = await readMask(path);
  if (mask.height !== picture.height || mask.width !== picture.width) {
    const [allowed, got] = [`${picture.height}×${picture.width}`, `${mask.height}×${mask.width}`];
    throw new Problem('mask-size-mismatch', { what: path, allowed, got });
  }
  return fitMask(mask, card.input);
}

/**
 * `attack IMAGE --model ID|DIR --method M --attack A [--epsilon E --steps T …] [--region MASK] [--out map.npy]`: how far the
 * explanation of a picture can be moved within ±E/255, beside chance and noise. `--out` takes the map of the best picture.
 */
export async function attack(args: readonly string[]): Promise<void> {
  const given = readArguments(args, OPTIONS);
  const [path, ...more] = given.positionals;
  if (path === undefined || more.length > 0) throw missing('attack', 'given one IMAGE');
  const background = backgroundRgb(given.text('background') ?? 'white');
  const { info, picture } = await readPicture(path, background);
  const engine = await openModel(given.text('model'));
  const { card } = engine.model;
  const settings = settingsFrom(asMethod(given), card);
  const asked = attackOf(given, settings.seed);
  const region = await regionOf(given, picture, card);
  if (ATTACKS[asked.id].needsRegion && !region)
    throw missing('--region', 'a mask of the region to move the explanation to');
  const input = preprocess(picture, card.input);
  const [logits] = await predict(engine, [input], () => Promise.resolve());
  const targetClass = settings.attribution.targetClass ?? largest(logits);
  const request = { input, settings, targetClass, attack: asked, region };
  const result = await attackExplanation(engine, request, untiring);
  const out = given.text('out');
  const best = result.outcome === 'impossible' ? null : result.attack.best;
  if (out !== undefined && best) await writeBytes(out, formatNpy(best.map));
  show({
    picture: info,
    model: card.id,
    modelSha256: card.sha256,
    backend: engine.backend.id,
    attribution: settings.attribution,
    ...attackJson(result),
  });
}
