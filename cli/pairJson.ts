import {
  MAP_SCORE_IDS,
  type MapScores,
  OVERLAP_IDS,
  type OverlapScores,
  type PValues,
  type Score,
  type ScoreSettings,
} from '../src/domain/score.ts';
import { pairDetails } from '../src/engine/metrics/pairDetails.ts';
import { pairPValues } from '../src/engine/metrics/pairPValues.ts';
import type { PreparedPair } from '../src/engine/metrics/preparePair.ts';
import { scorePair } from '../src/engine/metrics/scorePair.ts';

/** A reason stands there only where a number is missing for one. */
const scoreJson = ({ value, chance, corrected, pValue, reason }: Score): object =>
  reason === null
    ? { value, chance, corrected, pValue }
    : { value, chance, corrected, pValue, reason };

/** Every score by its name, in table order. */
function scoresJson(overlaps: OverlapScores, maps: MapScores, pValues: PValues | null): object {
  const overlapJson = OVERLAP_IDS.map((id) => {
    const pValue = pValues?.[id] ?? null;
    return [id, scoreJson({ ...overlaps[id], pValue })] as const;
  });
  const mapJson = MAP_SCORE_IDS.map((id) => [id, scoreJson(maps[id])] as const);
  return Object.fromEntries([...overlapJson, ...mapJson]);
}

/**
 * All that is known of a pair, as the commands write it: size and settings, every score raw and, where the part moved, aligned,
 * how concentrated each map is, and how many pixels the diverse sets hold. p-values are null over areas too large for them.
 * @throws Problem `setting-out-of-range`, as `scorePair`
 */
export function pairJson(pair: PreparedPair, settings: ScoreSettings) {
  const { height, width, k, windowRadius, tiedAtCut, validPixels, diverseCount, raw, aligned } =
    scorePair(pair, settings);
  const details = pairDetails(pair, settings);
  const pValues = pairPValues(pair, settings);
  return {
    facts: { height, width, k, windowRadius, tiedAtCut },
    validPixels,
    scores: scoresJson(raw, details.raw, pValues.raw),
    alignedScores:
      aligned && details.aligned && scoresJson(aligned, details.aligned, pValues.aligned),
    concentration: details.concentration,
    diverseCount,
  };
}
