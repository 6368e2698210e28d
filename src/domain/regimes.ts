import type { Analysis } from './analysis.ts';
import type { ProblemCode, ProblemDetail } from './problem.ts';
import type { PairScores, Verdict } from './score.ts';

/** A pair of explanations with its scores and the verdict they lead to. */
export interface JudgedAnalysis {
  readonly analysis: Analysis;
  readonly scores: PairScores;
  readonly verdict: Verdict;
}

/** One model of a family on the picture, before and after the perturbation. */
export type RegimeFinding =
  | (JudgedAnalysis & { readonly modelId: string; readonly status: 'ready' })
  | {
      readonly modelId: string;
      /** This model could not be asked; the others are not concerned. */
      readonly status: 'failed';
      readonly code: ProblemCode;
      readonly detail: ProblemDetail;
    };
