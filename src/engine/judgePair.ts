import type { JudgedOn, ScoredPair } from '../domain/judgement.ts';
import type { ScoreSettings } from '../domain/score.ts';
import { latticeEvidence } from './lattice.ts';
import { overlapMask } from './metrics/overlapMask.ts';
import type { PreparedPair } from './metrics/preparePair.ts';
import { scorePair } from './metrics/scorePair.ts';
import { decideVerdict } from './verdict.ts';

export { type PreparedPair, preparePair } from './metrics/preparePair.ts';

/**
 * A pair for one k and w: its scores, the verdict and both masks of the overlap view. Pure and quick
 * (under a millisecond for 96×96), so that the page may call it while a slider is dragged.
 * @throws Problem `setting-out-of-range`, as `scorePair`
 */
export function judgePair(
  pair: PreparedPair,
  settings: ScoreSettings,
  { shifts, totalStride, ...facts }: JudgedOn,
): ScoredPair {
  const scores = scorePair(pair, settings);
  const points = shifts.map(({ motion, scores: { aligned } }) => ({
    motion,
    alignedTopK: aligned?.topKIntersection ?? null,
  }));
  const lattice = latticeEvidence(points, totalStride);
  return {
    scores,
    verdict: decideVerdict({ ...facts, scores, motion: pair.motion, lattice }),
    rawMask: overlapMask(pair, settings, false),
    alignedMask: scores.aligned && overlapMask(pair, settings, true),
  };
}
