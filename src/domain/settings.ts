import type { AttributionSettings } from './attribution.ts';
import {
  BASELINES,
  METHOD_IDS,
  METHODS,
  NUMBER_PARAMETERS,
  PARAMETER_LIMITS,
  parametersBy,
  REDUCTIONS,
} from './attribution.ts';
import { parameterLimits, phaseCount } from './attributionRules.ts';
import type { Limits } from './limits.ts';
import type { ModelCard } from './model.ts';
import type { PerturbationSettings } from './perturbation.ts';
import { BORDER_MODES, PATCH_PLACES, PERTURBATION_IDS, PERTURBATIONS } from './perturbation.ts';
import { outOfRange, unknownChoice } from './problem.ts';
import type { ScoreSettings, Thresholds } from './score.ts';
import { DEFAULT_THRESHOLDS } from './score.ts';

/** Everything asked for, except the picture. One group per stage, so that each stage has its own key. */
export interface Settings {
  readonly modelId: string;
  readonly attribution: AttributionSettings;
  readonly perturbation: PerturbationSettings;
  readonly score: ScoreSettings;
  readonly thresholds: Thresholds;
  /** Seed of everything random: noise perturbations, noise baselines, SmoothGrad. */
  readonly seed: number;
}

export const LIMITS = {
  shiftX: { min: -32, max: 32, step: 0.25, integer: false },
  shiftY: { min: -32, max: 32, step: 0.25, integer: false },
  angle: { min: -90, max: 90, step: 5, integer: false },
  patchX: { min: 0, max: 100, step: 1, integer: false },
  patchY: { min: 0, max: 100, step: 1, integer: false },
  windowRadius: { min: 0, max: 16, step: 1, integer: true },
  seed: { min: 0, max: 4_294_967_295, step: 1, integer: true },
  agree: { min: 0, max: 1, step: 0.05, integer: false },
  chance: { min: 0, max: 1, step: 0.05, integer: false },
} as const satisfies Record<string, Limits>;

/** Share of the pixels that k starts with. */
export const DEFAULT_K_SHARE = 0.05;

/** Number of top pixels for a share of an input of `height`×`width`, at least 1. */
export function kFromShare(share: number, height: number, width: number): number {
  return Math.min(height * width, Math.max(1, Math.round(share * height * width)));
}

/** The perturbation a model starts with. */
export const DEFAULT_PERTURBATION: PerturbationSettings = {
  id: 'shift',
  shiftX: 1,
  shiftY: 0,
  border: 'edge',
  strength: 4,
  angle: 0,
  patch: 'seeded',
  patchX: 50,
  patchY: 50,
};

const INITIAL = parametersBy((name) => PARAMETER_LIMITS[name].initial);

/** Numbers of methods, none larger than a picture of this size admits. */
function fitted(numbers: typeof INITIAL, size: ModelCard['input']): typeof INITIAL {
  const { max } = parameterLimits('occlusionPatch', numbers, size);
  const occlusionPatch = Math.min(numbers.occlusionPatch, max);
  return parametersBy((name) =>
    Math.min(numbers[name], parameterLimits(name, { occlusionPatch }, size).max),
  );
}

/** The settings a model starts with. */
export function defaultSettings(card: Pick<ModelCard, 'id' | 'input'>): Settings {
  return {
    modelId: card.id,
    attribution: {
      method: 'integratedGradients',
      reduction: 'sumAbs',
      baseline: 'black',
      // Black may itself look like a defect.
      cover: 'blurred',
      layer: '',
      spins: 1,
      ...fitted(INITIAL, card.input),
      targetClass: null,
    },
    perturbation: DEFAULT_PERTURBATION,
    score: {
      k: kFromShare(DEFAULT_K_SHARE, card.input.height, card.input.width),
      windowRadius: 2,
    },
    thresholds: DEFAULT_THRESHOLDS,
    seed: 42,
  };
}

/** Throws `setting-out-of-range` unless `value` is finite, within the limits and whole where it must be. */
export function checkNumber(what: string, value: number, limits: Omit<Limits, 'step'>): void {
  const whole = !limits.integer || Number.isInteger(value);
  if (!(value >= limits.min && value <= limits.max && whole))
    throw outOfRange(what, limits.min, limits.max, value);
}

/**
 * Attribution settings taken along to another model: its predicted class and last layer; numbers as large as its pictures
 * admit; every phase stays every phase, and of a subset as many as there are.
 */
export function carriedOver(
  attribution: AttributionSettings,
  from: Pick<ModelCard, 'totalStride'>,
  to: Pick<ModelCard, 'totalStride' | 'input'>,
): AttributionSettings {
  const { spins } = attribution;
  const all = phaseCount(to.totalStride);
  const every = spins > 1 && spins === phaseCount(from.totalStride);
  return {
    ...attribution,
    ...fitted(attribution, to.input),
    spins: every ? all : Math.min(spins, all),
    targetClass: null,
    layer: '',
  };
}

function checkChoice(what: string, value: string, choices: readonly string[]): void {
  if (!choices.includes(value)) throw unknownChoice(what, choices, value);
}

function checkPerturbation(perturbation: PerturbationSettings): void {
  checkChoice('perturbation', perturbation.id, PERTURBATION_IDS);
  checkChoice('border', perturbation.border, BORDER_MODES);
  checkChoice('patch', perturbation.patch, PATCH_PLACES);
  for (const name of ['shiftX', 'shiftY', 'angle', 'patchX', 'patchY'] as const)
    checkNumber(name, perturbation[name], LIMITS[name]);
  const { strength } = PERTURBATIONS[perturbation.id];
  if (strength) checkNumber('strength', perturbation.strength, strength);
}

/**
 * Checks settings against the model they are meant for; trusted from there on.
 * @throws Problem `setting-out-of-range` or `setting-unknown-choice`, naming the first setting that is off.
 */
export function checkSettings(
  settings: Settings,
  card: Pick<ModelCard, 'input' | 'classes' | 'totalStride'>,
): void {
  const { attribution, perturbation, score, thresholds } = settings;
  checkChoice('method', attribution.method, METHOD_IDS);
  checkChoice('reduction', attribution.reduction, REDUCTIONS);
  checkChoice('baseline', attribution.baseline, BASELINES);
  checkChoice('cover', attribution.cover, BASELINES);
  checkPerturbation(perturbation);
  for (const name of NUMBER_PARAMETERS)
    checkNumber(name, attribution[name], PARAMETER_LIMITS[name]);
  const used = METHODS[attribution.method].parameters;
  for (const name of NUMBER_PARAMETERS.filter((one) => used.includes(one)))
    checkNumber(name, attribution[name], parameterLimits(name, attribution, card.input));
  checkNumber('spins', attribution.spins, {
    min: 1,
    max: phaseCount(card.totalStride),
    integer: true,
  });
  if (attribution.targetClass !== null) {
    const max = card.classes.length - 1;
    checkNumber('targetClass', attribution.targetClass, { min: 0, max, integer: true });
  }
  checkNumber('k', score.k, { min: 1, max: card.input.height * card.input.width, integer: true });
  checkNumber('windowRadius', score.windowRadius, LIMITS.windowRadius);
  checkNumber('agree', thresholds.agree, LIMITS.agree);
  checkNumber('chance', thresholds.chance, LIMITS.chance);
  checkNumber('seed', settings.seed, LIMITS.seed);
}
