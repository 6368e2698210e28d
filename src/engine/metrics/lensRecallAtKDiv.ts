import type { Score } from '../../domain/score.ts';
import { lensRecallAtK } from './lensRecallAtK.ts';
import type { OverlapSets } from './overlapSets.ts';

/**
 * w-LENS-recall@k-div: `lensRecallAtK` of the diverse sets, |N_w(S) ∩ T| / |T|. 0…1, higher is more stable; chance
 * |N_w(S)|/N, which is high because the windows of a diverse set hardly overlap.
 * Source: Kamath, Mittal, Deshpande, Balasubramanian, AAAI 2024.
 */
export const lensRecallAtKDiv = (sets: OverlapSets): Score => lensRecallAtK(sets);
