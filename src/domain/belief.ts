import type { MethodId } from './attribution.ts';
import type { ProblemCode, ProblemDetail } from './problem.ts';

/** Checks of one heatmap, in the order they run and are shown: cheap ones first. */
export const BELIEF_IDS = [
  'completeness',
  'latticeShare',
  'pointing',
  'noiseFloor',
  'deletion',
  'insertion',
  'agreement',
  'randomisation',
] as const;
export type BeliefId = (typeof BELIEF_IDS)[number];

export const BELIEF_VERDICTS = ['pass', 'doubtful', 'fail', 'cannotSay'] as const;
export type BeliefVerdict = (typeof BELIEF_VERDICTS)[number];

/** What decided; each has its sentence in the catalogues. */
export type BeliefReason =
  | 'gap-small'
  | 'gap-noticeable'
  | 'gap-large'
  | 'no-law'
  | 'no-difference'
  | 'no-grid'
  | 'some-grid'
  | 'mostly-grid'
  | 'no-stride'
  | 'map-too-small'
  | 'hit'
  | 'near-miss'
  | 'miss'
  | 'no-mask'
  | 'empty-mask'
  | 'mask-too-large'
  | 'seed-agrees'
  | 'seed-partly'
  | 'seed-differs'
  | 'draws-nothing'
  | 'better-than-random'
  | 'near-random'
  | 'worse-than-random'
  | 'nothing-to-lose'
  | 'methods-agree'
  | 'methods-partly'
  | 'methods-differ'
  | 'no-other-method'
  | 'map-changed'
  | 'map-partly'
  | 'map-stayed'
  | 'map-vanished'
  | 'no-layers'
  | 'flat-map'
  | 'failed';

/**
 * Where each check turns: at or beyond the first number it passes, at or beyond the second it is doubtful, else it fails.
 * Ours, not from the papers; shown with every check.
 */
export const BELIEF_LIMITS = {
  /** Relative completeness gap, at most. */
  completeness: { pass: 0.05, doubtful: 0.2 },
  /** Lattice share beyond that of the shuffled map, at most. */
  latticeShare: { pass: 0.1, doubtful: 0.3 },
  /** Corrected top-k intersection with another seed, at least. */
  noiseFloor: { pass: 0.7, doubtful: 0.4 },
  /** Mean Spearman with the other methods, at least. */
  agreement: { pass: 0.5, doubtful: 0.25 },
  /** Spearman with the map of the randomised network, at most. */
  randomisation: { pass: 0.3, doubtful: 0.6 },
} as const;

/** What a number is read against. */
export interface BeliefReference {
  readonly mean: number;
  /** Standard deviation; null where the reference is exact. */
  readonly spread: number | null;
}

/** How alike two maps are: Spearman of |map|, and corrected overlaps; null where one is constant. */
export interface MapLikeness {
  readonly spearman: number | null;
  readonly topK: number | null;
  /** The lower of LENS recall and precision. */
  readonly lens: number | null;
}

/** One stage of the cascade: the network with its last `layers` layers randomised. */
export interface CascadeStage extends MapLikeness {
  /** Name of the layer randomised last. */
  readonly layer: string;
  readonly layers: number;
}

/** Two methods held against each other. */
export interface MethodPair extends MapLikeness {
  readonly methods: readonly [MethodId, MethodId];
}

/** A method that could not run, and why. */
export interface MethodRefusal {
  readonly method: MethodId;
  readonly code: ProblemCode;
  readonly detail: ProblemDetail;
}

/** What a check found beside its number. */
export type BeliefEvidence =
  | { readonly kind: 'stages'; readonly stages: readonly CascadeStage[] }
  /** Probability of the class at equal steps, by the map's ranking and by the mean of the random ones. */
  | { readonly kind: 'curves'; readonly own: readonly number[]; readonly random: readonly number[] }
  | {
      readonly kind: 'methods';
      readonly pairs: readonly MethodPair[];
      readonly refusals: readonly MethodRefusal[];
    }
  | { readonly kind: 'problem'; readonly code: ProblemCode; readonly detail: ProblemDetail };

/** What one check says. */
export interface BeliefFinding {
  readonly id: BeliefId;
  readonly verdict: BeliefVerdict;
  readonly reason: BeliefReason;
  /** Null where there is none to give. */
  readonly value: number | null;
  readonly reference: BeliefReference | null;
  readonly evidence: BeliefEvidence | null;
  readonly durationMs: number;
}
