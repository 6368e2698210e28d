import type { OverlapId, PairDetails, PairPValues, PairScores, Score, ScoreId } from './score.ts';

/** What is known of a pair. Details and p-values take longer, and may still be those of another k and w. */
export interface KnownScores {
  readonly scores: PairScores;
  readonly details: PairDetails | null;
  readonly pValues: PairPValues | null;
}

/** Every score; `null` where it is not computed for this k and w yet. */
export type AllScores = Readonly<Record<ScoreId, Score | null>>;

/**
 * Every score of a pair at the same coordinates or aligned, p-values put in. A score that depends neither on k nor on w
 * stands as soon as there is any; null as a whole where nothing is aligned.
 */
export function allScores(known: KnownScores, coordinates: 'raw' | 'aligned'): AllScores | null {
  const { scores, details, pValues } = known;
  const overlaps = scores[coordinates];
  if (!overlaps) return null;
  const maps = details?.[coordinates] ?? null;
  const sameW = details?.windowRadius === scores.windowRadius;
  const p = pValuesAreFor(scores, pValues) ? (pValues?.[coordinates] ?? null) : null;
  const overlap = (id: OverlapId): Score => ({ ...overlaps[id], pValue: p?.[id] ?? null });
  return {
    topKIntersection: overlap('topKIntersection'),
    lensRecallAtK: overlap('lensRecallAtK'),
    lensPrecisionAtK: overlap('lensPrecisionAtK'),
    topKDivIntersection: overlap('topKDivIntersection'),
    lensRecallAtKDiv: overlap('lensRecallAtKDiv'),
    lensPrecisionAtKDiv: overlap('lensPrecisionAtKDiv'),
    spearman: maps?.spearman ?? null,
    kendall: maps?.kendall ?? null,
    lensSpearman: (sameW && maps?.lensSpearman) || null,
    lensKendall: (sameW && maps?.lensKendall) || null,
    pearson: maps?.pearson ?? null,
    ssim: maps?.ssim ?? null,
    massCenterShift: maps?.massCenterShift ?? null,
  };
}

/** Whether p-values were computed for the k and w of the scores. */
export const pValuesAreFor = (scores: PairScores, pValues: PairPValues | null): boolean =>
  pValues?.k === scores.k && pValues.windowRadius === scores.windowRadius;
