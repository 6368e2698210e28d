import { lensRecallAtK } from '../metrics/lensRecallAtK.ts';
import type { Attack } from './attackGoal.ts';
import { off, overlapOf, value } from './attackTopK.ts';
import { massClimb } from './mass.ts';

/**
 * The same against the locality-sensitive score: climbs −Σ m_p over N_w(S_k), the pixels within w of the
 * original's strongest; scored by w-LENS-recall@k. An attack that knows of the window (ours; the
 * papers attack the top-k intersection alone).
 */
export const attackLens: Attack = (target) => {
  const { topK } = overlapOf(target, target.original);
  return {
    measure: (sight) => value(lensRecallAtK(overlapOf(target, sight).topK).value, sight),
    chance: lensRecallAtK(topK).chance,
    climb: massClimb(off(topK.original.window)),
  };
};
