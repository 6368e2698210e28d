import type { GradientCheck, ParityCheck } from './backend.ts';
import type { Motion } from './perturbation.ts';
import type { OverlapMask, PairScores, Thresholds, Verdict } from './score.ts';

/** What the verdict on a pair needs beside its maps. */
export interface JudgedOn {
  readonly originalClass: number;
  readonly perturbedClass: number;
  readonly gradientCheck: GradientCheck;
  readonly parity: ParityCheck | null;
  readonly deadGradient: boolean;
  readonly thresholds: Thresholds;
  readonly totalStride: number;
  /** Scores of shifts computed so far, for the evidence of aliasing. */
  readonly shifts: readonly { readonly motion: Motion; readonly scores: PairScores }[];
}

/** One pair, scored, with its verdict and the two masks of the overlap view. */
export interface ScoredPair {
  readonly scores: PairScores;
  readonly verdict: Verdict;
  readonly rawMask: OverlapMask;
  readonly alignedMask: OverlapMask | null;
}
