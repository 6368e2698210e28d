import type { Score } from '../../domain/score.ts';
import { overlapScore } from './overlapScore.ts';
import type { OverlapSets } from './overlapSets.ts';
import { countShared } from './pixelSet.ts';

/**
 * w-LENS-prec@k, |S ∩ N_w(T)| / |S|: the share of the original map's strongest pixels that lie
 * within w pixels of one of the perturbed map's. 0…1, higher is more stable; one-sided, so read it
 * with `lensRecallAtK`. Chance: |N_w(T)|/N.
 *
 * Source: Kamath, Mittal, Deshpande, Balasubramanian, "Rethinking Robustness of Model Attributions",
 * AAAI 2024. Windows are cut at the border; the authors' scripts wrap them around the row end and
 * leave pixel 0 out.
 */
export function lensPrecisionAtK({ original, perturbed, area }: OverlapSets): Score {
  return overlapScore({
    hits: countShared(original.pixels, perturbed.window),
    outOf: original.count,
    covered: perturbed.windowCount,
    area,
  });
}
