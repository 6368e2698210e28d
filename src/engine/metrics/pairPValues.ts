import type { PairPValues, PValues, ScoreSettings } from '../../domain/score.ts';
import type { PreparedPair, RankedPair } from './preparePair.ts';
import { MOST_PIXELS_FOR_P, pValues } from './pValues.ts';
import { checkScoreSettings, forOverlaps, pixelsOf, setsOf } from './scorePair.ts';

/**
 * p-values of every overlap score, raw and aligned, for one k and w. All `null` over an area that holds fewer than k
 * pixels; raw or aligned `null` over one of more than `MOST_PIXELS_FOR_P`.
 * @throws Problem `setting-out-of-range`, as `scorePair`
 */
export function pairPValues(pair: PreparedPair, settings: ScoreSettings): PairPValues {
  checkScoreSettings(pair, settings);
  const { raw, aligned } = pair;
  return {
    ...settings,
    raw: valuesOf(raw, settings),
    aligned: aligned && valuesOf(aligned, settings),
  };
}

function valuesOf(pair: RankedPair, settings: ScoreSettings): PValues | null {
  if (pixelsOf(pair) > MOST_PIXELS_FOR_P) return null;
  const sets = setsOf(pair, settings);
  return sets ? pValues(sets.topK, sets.diverse) : forOverlaps(() => null);
}
