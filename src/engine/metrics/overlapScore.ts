import type { Score, ScoreGap } from '../../domain/score.ts';

/**
 * An overlap score from its counts: value = hits/outOf, chance = covered/area, and
 * corrected = (value − chance)/(1 − chance): 1 same, 0 as good as chance, negative worse.
 *
 * Chance is the mean of the value over all circular shifts of one of the sets, which keeps the
 * clustering of both; it is exact, not an estimate (our addition; the paper has no chance line). Where the
 * covered set is the whole area, every map scores 1: `corrected` is null, reason `chance-is-one`.
 */
export function overlapScore(counts: {
  hits: number;
  outOf: number;
  covered: number;
  area: number;
}): Score {
  const value = counts.hits / counts.outOf;
  const chance = counts.covered / counts.area;
  if (counts.covered === counts.area)
    return { value, chance, corrected: null, pValue: null, reason: 'chance-is-one' };
  const corrected = (value - chance) / (1 - chance);
  return { value, chance, corrected, pValue: null, reason: null };
}

/** A score that cannot be computed. */
export function noScore(reason: ScoreGap): Score {
  return { value: null, chance: null, corrected: null, pValue: null, reason };
}
