import type { Score } from '../../domain/score.ts';

/** A correlation as a score: chance 0, so that the value is its own correction. `null`: a map is constant. */
export function correlationScore(value: number | null): Score {
  if (value === null)
    return { value, chance: 0, corrected: null, pValue: null, reason: 'constant-map' };
  // Rounding may carry it a last bit beyond.
  const share = Math.min(1, Math.max(-1, value));
  return { value: share, chance: 0, corrected: share, pValue: null, reason: null };
}
