import type { PValues } from '../../domain/score.ts';
import { circularShifts, type SetPair } from './circularShifts.ts';
import type { OverlapSets } from './overlapSets.ts';

/** Areas of more pixels take seconds and hundreds of megabytes. */
export const MOST_PIXELS_FOR_P = 2 ** 20;

/**
 * Exact p-values of the overlap scores: the share of the N circular shifts of one set against the other, the identity
 * included, that score at least what was observed. Lies in 1/N…1; small means that the places agree, not just their
 * number and clustering.
 * @throws RangeError for areas above `MOST_PIXELS_FOR_P`
 */
export function pValues(topK: OverlapSets, diverse: OverlapSets): PValues {
  if (topK.area > MOST_PIXELS_FOR_P)
    throw new RangeError(`area must be at most ${MOST_PIXELS_FOR_P} pixels, got ${topK.area}`);
  const precision = shareAtLeastObserved(precisionPair(topK), precisionPair(diverse));
  const plain = shareAtLeastObserved(...bothPairs(topK));
  const div = shareAtLeastObserved(...bothPairs(diverse));
  return {
    topKIntersection: plain[0],
    lensRecallAtK: plain[1],
    lensPrecisionAtK: precision[0],
    topKDivIntersection: div[0],
    lensRecallAtKDiv: div[1],
    lensPrecisionAtKDiv: precision[1],
  };
}

const precisionPair = ({ original, perturbed }: OverlapSets): SetPair => [
  original.pixels,
  perturbed.window,
];

/** Intersection and recall. */
const bothPairs = ({ original, perturbed }: OverlapSets): [SetPair, SetPair] => [
  [original.pixels, perturbed.pixels],
  [original.window, perturbed.pixels],
];

function shareAtLeastObserved(first: SetPair, second: SetPair): [number, number] {
  const [a, b] = circularShifts(first, second);
  return [shareOf(a), shareOf(b)];
}

/** Hits at the identity stand first. The divisor of a score is the same for all shifts. */
function shareOf(hits: Float64Array): number {
  let count = 0;
  for (const hit of hits) if (hit >= hits[0]) count++;
  return count / hits.length;
}
