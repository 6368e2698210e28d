import type { Score } from '../../domain/score.ts';
import type { RankedMap } from './rankedMap.ts';
import { spearman } from './spearman.ts';

/**
 * LENS-Spearman: `spearman` of both maps smoothed by w, the mean over the (2w+1)² window with zeros outside the map and
 * the fixed divisor. −1…1, higher is more stable, chance 0; w = 0 is the plain one. Undefined, `constant-map`, when a
 * smoothed map is constant.
 * Source: Kamath, Mittal, Deshpande, Balasubramanian, AAAI 2024.
 * @param original @param perturbed the ranked `windowMeans` of both maps
 */
export const lensSpearman = (original: RankedMap, perturbed: RankedMap): Score =>
  spearman(original, perturbed);
