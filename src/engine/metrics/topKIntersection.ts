import type { Score } from '../../domain/score.ts';
import { overlapScore } from './overlapScore.ts';
import type { OverlapSets } from './overlapSets.ts';
import { countShared } from './pixelSet.ts';

/**
 * Top-k intersection, |S ∩ T| / max(|S|, |T|): the share of the strongest pixels that are the very
 * same. 0…1, higher is more stable; symmetric. Chance: min(|S|, |T|)/N.
 *
 * Source: Ghorbani, Abid, Zou, "Interpretation of Neural Networks is Fragile", AAAI 2019. The divisor
 * max(|S|, |T|) matters for sets of unequal size only.
 */
export function topKIntersection({ original, perturbed, area }: OverlapSets): Score {
  return overlapScore({
    hits: countShared(original.pixels, perturbed.pixels),
    outOf: Math.max(original.count, perturbed.count),
    covered: Math.min(original.count, perturbed.count),
    area,
  });
}
