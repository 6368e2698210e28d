import type { AttributionMap, MethodId } from './attribution.ts';
import type { Limits } from './limits.ts';
import type { PerturbationSize } from './perturbation.ts';
import type { ModelInput } from './picture.ts';
import { unknownChoice } from './problem.ts';
import type { PairScores } from './score.ts';
import { checkNumber, LIMITS } from './settings.ts';

/**
 * Attacks, in menu order. All but the last change the explanation and keep the decision; the last changes the
 * decision, and how much of the explanation stayed is told.
 */
export const ATTACK_IDS = [
  'attackTopK',
  'attackLens',
  'attackMassCenter',
  'attackTarget',
  'attackDecision',
] as const;
export type AttackId = (typeof ATTACK_IDS)[number];

/**
 * What an attack moves, chooses its best picture by and reports: one and the same. `relevanceMassAccuracy` is
 * the map's share inside the painted region; `logitMargin` the logit of the decision less the
 * largest other one.
 */
export const ATTACK_SCORES = [
  'topKIntersection',
  'lensRecallAtK',
  'massCenterShift',
  'relevanceMassAccuracy',
  'logitMargin',
] as const;
export type AttackScoreId = (typeof ATTACK_SCORES)[number];

/** What must be known of an attack; names and help stand in the language catalogues. */
export interface AttackCard {
  readonly id: AttackId;
  readonly score: AttackScoreId;
  /** What the attacker wants of the score. */
  readonly wants: 'lower' | 'higher';
  /** The decision must stay; else it must change. */
  readonly keepsDecision: boolean;
  /** A region has to be painted. */
  readonly needsRegion: boolean;
  readonly citation: string;
  readonly url: string;
}

const GHORBANI = {
  citation: 'Ghorbani, Abid, Zou, AAAI 2019',
  url: 'https://arxiv.org/abs/1710.10547',
};

export const ATTACKS: Readonly<Record<AttackId, AttackCard>> = {
  attackTopK: {
    id: 'attackTopK',
    score: 'topKIntersection',
    wants: 'lower',
    keepsDecision: true,
    needsRegion: false,
    ...GHORBANI,
  },
  attackLens: {
    id: 'attackLens',
    score: 'lensRecallAtK',
    wants: 'lower',
    keepsDecision: true,
    needsRegion: false,
    citation: 'Ghorbani et al. 2019, Kamath et al., AAAI 2024',
    url: 'https://arxiv.org/abs/2312.10534',
  },
  attackMassCenter: {
    id: 'attackMassCenter',
    score: 'massCenterShift',
    wants: 'higher',
    keepsDecision: true,
    needsRegion: false,
    ...GHORBANI,
  },
  attackTarget: {
    id: 'attackTarget',
    score: 'relevanceMassAccuracy',
    wants: 'higher',
    keepsDecision: true,
    needsRegion: true,
    ...GHORBANI,
  },
  attackDecision: {
    id: 'attackDecision',
    score: 'logitMargin',
    wants: 'lower',
    keepsDecision: false,
    needsRegion: false,
    citation: 'Madry, Makelov, Schmidt, Tsipras, Vladu, ICLR 2018',
    url: 'https://arxiv.org/abs/1706.06083',
  },
};

/** Limits of the numbers of an attack, and what they start with. */
export const ATTACK_LIMITS = {
  /** Largest change of a value, grey levels of 255. */
  epsilon: { min: 0.5, max: 64, step: 0.5, integer: false, initial: 8 },
  /** Change of a value in one step, grey levels of 255. */
  stepSize: { min: 0.1, max: 16, step: 0.1, integer: false, initial: 1 },
  steps: { min: 1, max: 1000, step: 1, integer: true, initial: 100 },
  /** Sharpness of the smooth twin's bends: softplus_β for every ReLU. */
  beta: { min: 0.1, max: 1000, step: 0.1, integer: false, initial: 30 },
  /** Points at which a method of many gradients is differentiated for a step's direction. */
  pathPoints: { min: 1, max: 64, step: 1, integer: true, initial: 4 },
} as const satisfies Record<string, Limits & { readonly initial: number }>;
export type AttackNumber = keyof typeof ATTACK_LIMITS;

/** What is asked of an attack. */
export interface AttackSettings extends Readonly<Record<AttackNumber, number>> {
  readonly id: AttackId;
  /** Begin at a random picture of the ball instead of the original. */
  readonly randomStart: boolean;
  /** Seed of the start, of the random control and of a search without gradients. */
  readonly seed: number;
}

/** The settings an attack starts with. */
export const defaultAttack = (id: AttackId, seed: number): AttackSettings => ({
  id,
  epsilon: ATTACK_LIMITS.epsilon.initial,
  stepSize: ATTACK_LIMITS.stepSize.initial,
  steps: ATTACK_LIMITS.steps.initial,
  beta: ATTACK_LIMITS.beta.initial,
  pathPoints: ATTACK_LIMITS.pathPoints.initial,
  randomStart: false,
  seed,
});

/**
 * Steps must be enough to reach ε: at least ε/α.
 * @throws Problem `setting-out-of-range` or `setting-unknown-choice`, naming the first setting that is off
 */
export function checkAttack(settings: AttackSettings): void {
  if (!ATTACK_IDS.includes(settings.id)) throw unknownChoice('attack', ATTACK_IDS, settings.id);
  checkNumber('epsilon', settings.epsilon, ATTACK_LIMITS.epsilon);
  checkNumber('stepSize', settings.stepSize, ATTACK_LIMITS.stepSize);
  checkNumber('steps', settings.steps, ATTACK_LIMITS.steps);
  checkNumber('beta', settings.beta, ATTACK_LIMITS.beta);
  checkNumber('pathPoints', settings.pathPoints, ATTACK_LIMITS.pathPoints);
  // Fewer would call a ball withstood that they cannot cross.
  const least = Math.ceil(settings.epsilon / settings.stepSize - 1e-9);
  checkNumber('steps', settings.steps, { ...ATTACK_LIMITS.steps, min: least });
  checkNumber('seed', settings.seed, LIMITS.seed);
}

/**
 * How a step's direction is found. `gradient`: second derivatives of the smooth twin (for the decision: first
 * ones of the network). `square`: without gradients, by trying squares of the picture, because the method
 * has no twin (`method`), the model is not made of layers (`model`) or an operation of it lacks a second derivative (`operation`).
 */
export type AttackSearch =
  | { readonly kind: 'gradient' }
  | { readonly kind: 'square'; readonly because: 'method' | 'model' | 'operation' };

/** A picture found, with what the network itself says of it: map and picture belong together. */
export interface AttackPicture {
  /** 1…steps. */
  readonly step: number;
  readonly input: ModelInput;
  /** Σ|attribution| over the channels, whatever reduction is shown: what is attacked. */
  readonly map: AttributionMap;
  readonly probabilities: Float32Array<ArrayBuffer>;
  readonly predictedClass: number;
  /** Change from the original, pixel scale 0…1. */
  readonly size: Pick<PerturbationSize, 'linf' | 'l2'>;
  /** In the unit of the attack's score. */
  readonly score: number;
  /** Every overlap of its map with the original's, at the k and w asked for. */
  readonly overlaps: PairScores;
}

/** One way through the ball. */
export interface AttackTrack {
  /** Null where no picture kept the decision (for `attackDecision` every picture counts). */
  readonly best: AttackPicture | null;
  /** `[steps]`: the best score up to each step; NaN until there is one. */
  readonly scores: Float64Array<ArrayBuffer>;
  /** Pictures that kept the decision, of `scores.length`. */
  readonly kept: number;
}

/** What an attack gained over the controls, in the unit of its score; positive: it is the stronger. */
export interface AttackAdvantage {
  /** Null where the control has no picture. */
  readonly overRandom: number | null;
  readonly overNoise: number | null;
  readonly overUntouched: number;
  /** The least of them: what is gained over the best of the controls. */
  readonly least: number;
}

/** A score that moves no further than this has not moved: 5 points of a share, one pixel. Ours. */
export const NOTHING_MOVED: Readonly<Record<AttackScoreId, number>> = {
  topKIntersection: 0.05,
  lensRecallAtK: 0.05,
  massCenterShift: 1,
  relevanceMassAccuracy: 0.05,
  logitMargin: 0,
};

/** Why there is nothing to attack. */
export const ATTACK_IMPOSSIBLE = ['map-does-not-move', 'dead-gradient', 'score-is-fixed'] as const;
export type AttackImpossible = (typeof ATTACK_IMPOSSIBLE)[number];

/** What every answer of an attack says of its question. */
interface AttackAsked {
  readonly settings: AttackSettings;
  readonly method: MethodId;
  readonly score: AttackScoreId;
  readonly wants: AttackCard['wants'];
  /** Class the maps explain. */
  readonly targetClass: number;
  /** Class predicted for the original. */
  readonly decision: number;
  readonly durationMs: number;
}

/**
 * `succeeded`: better than the original, the random control and one-shot noise; for `attackDecision`: it changed the
 * decision, and neither control did.
 * `byChance`: a control did at least as much, and that is more than `NOTHING_MOVED`: no attack is needed (for
 * `attackDecision`: a control changed the decision).
 * `withstood`: neither the attack nor a control moved the score by more than that.
 * `failed`: not one picture counts, so that nothing is known of the explanation; for `attackDecision`: none changed the decision.
 */
export interface AttackFinished extends AttackAsked {
  readonly outcome: 'succeeded' | 'byChance' | 'withstood' | 'failed';
  readonly search: AttackSearch;
  /** The score of the original against itself. */
  readonly untouched: number;
  /** What unrelated maps would score; null where there is no such line. */
  readonly chance: number | null;
  readonly attack: AttackTrack;
  /** A fresh random direction at each step, same size, same number, same choice. */
  readonly random: AttackTrack;
  /** Every value moved once by ±ε: one picture. */
  readonly noise: AttackTrack;
  /** Null when it failed. */
  readonly advantage: AttackAdvantage | null;
}

export interface AttackRefused extends AttackAsked {
  readonly outcome: 'impossible';
  readonly reason: AttackImpossible;
}

/** How an attack ended. One that is cancelled ends as every cancelled request does. */
export type AttackResult = AttackFinished | AttackRefused;

/** Where an attack stands after a step. */
export interface AttackProgress {
  readonly step: number;
  readonly steps: number;
  /** Best score so far, as in `AttackTrack.scores`; null where there is none. */
  readonly attack: number | null;
  readonly random: number | null;
  readonly noise: number | null;
  readonly untouched: number;
  /** Present when this step improved the attack's best. */
  readonly improved: AttackPicture | null;
}
