import type { Score } from '../../domain/score.ts';
import { overlapScore } from './overlapScore.ts';
import type { OverlapSets } from './overlapSets.ts';
import { countShared } from './pixelSet.ts';

/**
 * w-LENS-recall@k, |N_w(S) ∩ T| / |T|: the share of the perturbed map's strongest pixels that lie
 * within w pixels of one of the original's. 0…1, higher is more stable; one-sided, so read it with
 * `lensPrecisionAtK`. Chance: |N_w(S)|/N.
 *
 * Source: Kamath, Mittal, Deshpande, Balasubramanian, "Rethinking Robustness of Model Attributions",
 * AAAI 2024. Windows are cut at the border; the authors' scripts wrap them around the row end and
 * leave pixel 0 out.
 */
export function lensRecallAtK({ original, perturbed, area }: OverlapSets): Score {
  return overlapScore({
    hits: countShared(original.window, perturbed.pixels),
    outOf: perturbed.count,
    covered: original.windowCount,
    area,
  });
}
