import {
  type AttributionSettings,
  BASELINES,
  METHOD_IDS,
  type MethodId,
  NUMBER_PARAMETERS,
  parametersBy,
  REDUCTIONS,
} from '../src/domain/attribution.ts';
import type { ModelCard } from '../src/domain/model.ts';
import {
  BORDER_MODES,
  PATCH_PLACES,
  PERTURBATION_IDS,
  PERTURBATIONS,
  type PerturbationSettings,
} from '../src/domain/perturbation.ts';
import { unknownChoice } from '../src/domain/problem.ts';
import type { Profile } from '../src/domain/profile.ts';
import { checkSettings, defaultSettings, type Settings } from '../src/domain/settings.ts';
import { type Given, missing } from './usage.ts';

/** Options that say how a picture is explained. */
export const ATTRIBUTION_OPTIONS = [
  'model',
  'method',
  'reduction',
  'baseline',
  'cover',
  'layer',
  ...NUMBER_PARAMETERS,
  'spins',
  'target',
  'seed',
  'background',
] as const;

/** Options that say what is changed and how it is scored. */
export const STABILITY_OPTIONS = [
  'perturbation',
  'strength',
  'dx',
  'dy',
  'border',
  'angle',
  'patch',
  'patchX',
  'patchY',
  'k',
  'w',
  'agree',
  'chance',
  'profile',
] as const;

/** One of the choices of an option, `initial` when it is not given. @throws Problem `setting-unknown-choice` */
export function chosen<Id extends string>(
  given: Given,
  name: string,
  choices: readonly Id[],
  initial: Id,
): Id {
  const text = given.text(name);
  if (text === undefined) return initial;
  const found = choices.find((id) => id === text);
  if (found === undefined) throw unknownChoice(`--${name}`, choices, text);
  return found;
}

function methodOf(given: Given, initial: MethodId, byProfile: boolean): MethodId {
  if (given.text('method') === undefined && !byProfile)
    throw missing('--method', METHOD_IDS.join(', '));
  return chosen(given, 'method', METHOD_IDS, initial);
}

function attributionOf(
  given: Given,
  initial: AttributionSettings,
  byProfile: boolean,
): AttributionSettings {
  return {
    method: methodOf(given, initial.method, byProfile),
    reduction: chosen(given, 'reduction', REDUCTIONS, initial.reduction),
    baseline: chosen(given, 'baseline', BASELINES, initial.baseline),
    cover: chosen(given, 'cover', BASELINES, initial.cover),
    layer: given.text('layer') ?? initial.layer,
    ...parametersBy((name) => given.number(name) ?? initial[name]),
    spins: given.number('spins') ?? initial.spins,
    targetClass: given.number('target') ?? null,
  };
}

function perturbationOf(given: Given, initial: PerturbationSettings): PerturbationSettings {
  const id = chosen(given, 'perturbation', PERTURBATION_IDS, initial.id);
  const { strength } = PERTURBATIONS[id];
  const size = given.number('strength');
  // A shift of one number is one to the right.
  const shiftX = given.number('dx') ?? (strength ? initial.shiftX : (size ?? initial.shiftX));
  return {
    id,
    shiftX,
    shiftY: given.number('dy') ?? (given.text('dx') === undefined ? initial.shiftY : 0),
    border: chosen(given, 'border', BORDER_MODES, initial.border),
    strength: strength ? (size ?? strength.initial) : initial.strength,
    angle: given.number('angle') ?? initial.angle,
    patch: chosen(given, 'patch', PATCH_PLACES, initial.patch),
    patchX: given.number('patchX') ?? initial.patchX,
    patchY: given.number('patchY') ?? initial.patchY,
  };
}

/**
 * Settings of the command line over those of a profile, over the defaults of the model.
 * @throws Problem `setting-out-of-range` or `setting-unknown-choice`
 */
export function settingsFrom(
  given: Given,
  card: ModelCard,
  profile: Profile | null = null,
): Settings {
  const initial = { ...defaultSettings(card), ...partsOf(profile) };
  const settings: Settings = {
    modelId: card.id,
    attribution: attributionOf(given, initial.attribution, profile !== null),
    perturbation: perturbationOf(given, initial.perturbation),
    score: {
      k: given.number('k') ?? initial.score.k,
      windowRadius: given.number('w') ?? initial.score.windowRadius,
    },
    thresholds: {
      agree: given.number('agree') ?? initial.thresholds.agree,
      chance: given.number('chance') ?? initial.thresholds.chance,
    },
    seed: given.number('seed') ?? initial.seed,
  };
  checkSettings(settings, card);
  return settings;
}

function partsOf(profile: Profile | null): Partial<Settings> {
  if (!profile) return {};
  const { attribution, score, thresholds } = profile;
  return { attribution, score, thresholds };
}
