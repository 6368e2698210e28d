import type { OverlapId, OverlapScores, PairScores, ScoreSettings } from '../../domain/score.ts';
import { checkNumber } from '../../domain/settings.ts';
import { lensPrecisionAtK } from './lensPrecisionAtK.ts';
import { lensPrecisionAtKDiv } from './lensPrecisionAtKDiv.ts';
import { lensRecallAtK } from './lensRecallAtK.ts';
import { lensRecallAtKDiv } from './lensRecallAtKDiv.ts';
import { noScore } from './overlapScore.ts';
import { diverseSets, topKSets } from './overlapSets.ts';
import type { PreparedPair, RankedPair } from './preparePair.ts';
import type { RankedArea } from './rankedArea.ts';
import type { ScoreMap } from './scoreMap.ts';
import { topKDivIntersection } from './topKDivIntersection.ts';
import { topKIntersection } from './topKIntersection.ts';

/** Largest window radius any score takes, pixels. */
const MAX_WINDOW_RADIUS = 64;

/**
 * Every overlap score of a prepared pair for one k and w, raw and, where the part moved, aligned: k and the
 * top-k sets are then taken within the valid area, N is its size, and windows are cut at its border.
 * Aligned scores are `k-exceeds-valid-area` where it holds fewer than k pixels. `tiedAtCut` tells of
 * the whole maps.
 * @throws Problem `setting-out-of-range` unless k is a whole number of 1…N and w one of 0…64
 */
export function scorePair(pair: PreparedPair, settings: ScoreSettings): PairScores {
  checkScoreSettings(pair, settings);
  const { height, width, originalMap, perturbedMap, raw, aligned } = pair;
  const { k, windowRadius } = settings;
  const sets = setsOf(raw, settings);
  return {
    height,
    width,
    k,
    windowRadius,
    tiedAtCut: {
      original: tiedAtCut(originalMap, raw.original, k),
      perturbed: tiedAtCut(perturbedMap, raw.perturbed, k),
    },
    diverseCount: {
      original: sets?.diverse.original.count ?? 0,
      perturbed: sets?.diverse.perturbed.count ?? 0,
    },
    raw: scoresOf(sets),
    aligned: aligned && scoresOf(setsOf(aligned, settings)),
    validPixels: pixelsOf(aligned ?? raw),
  };
}

/** Throws `setting-out-of-range` unless k and w suit the pair. */
export function checkScoreSettings(pair: PreparedPair, { k, windowRadius }: ScoreSettings): void {
  checkNumber('k', k, { min: 1, max: pair.height * pair.width, integer: true });
  checkNumber('windowRadius', windowRadius, { min: 0, max: MAX_WINDOW_RADIUS, integer: true });
}

/** N of a comparison: the pixels both maps have in it. */
export function pixelsOf({ original: { area } }: RankedPair): number {
  return area.height * area.width;
}

/** A value for every overlap score. */
export const forOverlaps = <Value>(of: (id: OverlapId) => Value): Record<OverlapId, Value> => ({
  topKIntersection: of('topKIntersection'),
  lensRecallAtK: of('lensRecallAtK'),
  lensPrecisionAtK: of('lensPrecisionAtK'),
  topKDivIntersection: of('topKDivIntersection'),
  lensRecallAtKDiv: of('lensRecallAtKDiv'),
  lensPrecisionAtKDiv: of('lensPrecisionAtKDiv'),
});

/** The top-k and the diverse sets of a comparison; null where it has fewer than k pixels. */
export function setsOf(pair: RankedPair, { k, windowRadius }: ScoreSettings) {
  if (k > pixelsOf(pair)) return null;
  const diverse = diverseSets(pair, k, windowRadius);
  return { topK: topKSets(pair, k, windowRadius), diverse };
}

function scoresOf(sets: ReturnType<typeof setsOf>): OverlapScores {
  if (!sets) return forOverlaps(() => noScore('k-exceeds-valid-area'));
  return {
    topKIntersection: topKIntersection(sets.topK),
    lensRecallAtK: lensRecallAtK(sets.topK),
    lensPrecisionAtK: lensPrecisionAtK(sets.topK),
    topKDivIntersection: topKDivIntersection(sets.diverse),
    lensRecallAtKDiv: lensRecallAtKDiv(sets.diverse),
    lensPrecisionAtKDiv: lensPrecisionAtKDiv(sets.diverse),
  };
}

/** The value at rank k equals the value at rank k + 1: index order decided what is in. */
function tiedAtCut({ values }: ScoreMap, { order }: RankedArea, k: number): boolean {
  return k < order.length && values[order[k - 1]] === values[order[k]];
}
