import type { Score } from '../../domain/score.ts';
import type { OverlapSets } from './overlapSets.ts';
import { topKIntersection } from './topKIntersection.ts';

/**
 * Diverse top-k intersection: `topKIntersection` of the diverse sets, |S ∩ T| / max(|S|, |T|) with the numbers really
 * picked. 0…1, higher is more stable; chance min(|S|, |T|)/N.
 * Source: Kamath, Mittal, Deshpande, Balasubramanian, AAAI 2024.
 */
export const topKDivIntersection = (sets: OverlapSets): Score => topKIntersection(sets);
