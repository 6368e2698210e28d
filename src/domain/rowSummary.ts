import type { PerturbationSettings } from './perturbation.ts';
import type { ScoreId, VerdictId } from './score.ts';

/** A mean over pictures with its 95 % bootstrap interval. */
export interface MeanInterval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** Pictures that have the number. */
  readonly count: number;
}

/** Means of one score; null where no picture has it. */
export interface ScoreMeans {
  readonly value: MeanInterval | null;
  readonly chance: MeanInterval | null;
  readonly corrected: MeanInterval | null;
}
export type MeansOfScores = Readonly<Record<ScoreId, ScoreMeans>>;

/** What is known of a set of pictures under one change. Means are over the pictures that were judged. */
export interface RowSummary {
  readonly perturbation: PerturbationSettings;
  readonly judged: number;
  readonly failed: number;
  readonly verdicts: Readonly<Record<VerdictId, number>>;
  /** Pictures with a label that the model decided rightly, before and after, and how many have a label. */
  readonly right: {
    readonly original: number;
    readonly perturbed: number;
    readonly labelled: number;
  };
  readonly agreement: MeanInterval | null;
  readonly raw: MeansOfScores;
  /** Null where nothing moved. */
  readonly aligned: MeansOfScores | null;
}
