import { type AllScores, allScores } from '../domain/allScores.ts';
import type { PairDetails, PairPValues, PairScores, Score } from '../domain/score.ts';

/** A pair with all its scores for one k and w. */
export interface ScoredMaps {
  readonly scores: PairScores;
  readonly details: PairDetails;
  readonly pValues: PairPValues;
}

/** A reason stands there only where a number is missing for one. */
const scoreJson = ({ reason, ...numbers }: Score): object =>
  reason === null ? numbers : { ...numbers, reason };

const scoresJson = (scores: AllScores): object =>
  Object.fromEntries(
    Object.entries(scores).map(([id, score]) => [id, score && scoreJson(score)] as const),
  );

/**
 * All that is known of a pair, as page and command line write it: every score raw and, where the part moved, aligned,
 * how concentrated each map is, and how many pixels the diverse sets hold. p-values are null over areas too large for them.
 */
export function pairJson(known: ScoredMaps) {
  const { height, width, k, windowRadius, tiedAtCut, validPixels, diverseCount } = known.scores;
  const raw = allScores(known, 'raw');
  const aligned = allScores(known, 'aligned');
  return {
    facts: { height, width, k, windowRadius, tiedAtCut },
    validPixels,
    scores: raw && scoresJson(raw),
    alignedScores: aligned && scoresJson(aligned),
    concentration: known.details.concentration,
    diverseCount,
  };
}
