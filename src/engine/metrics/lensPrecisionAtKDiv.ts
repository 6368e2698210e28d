import type { Score } from '../../domain/score.ts';
import { lensPrecisionAtK } from './lensPrecisionAtK.ts';
import type { OverlapSets } from './overlapSets.ts';

/**
 * w-LENS-prec@k-div: `lensPrecisionAtK` of the diverse sets, |S ∩ N_w(T)| / |S|. 0…1, higher is more stable; chance
 * |N_w(T)|/N, which is high because the windows of a diverse set hardly overlap.
 * Source: Kamath, Mittal, Deshpande, Balasubramanian, AAAI 2024.
 */
export const lensPrecisionAtKDiv = (sets: OverlapSets): Score => lensPrecisionAtK(sets);
