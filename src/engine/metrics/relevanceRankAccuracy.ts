import { descendingOrder } from './descendingOrder.ts';
import type { TruthMask } from './pointingGame.ts';
import type { ScoreMap } from './scoreMap.ts';

/**
 * Share of the K strongest pixels that lie on the defect, K the number of its pixels. 0…1, higher is better; the mask's
 * share of the picture is chance. Ties go to the lower index. `null` when the mask is empty.
 * Source: Arras, Osman, Samek, "CLEVR-XAI", Information Fusion 2022.
 */
export function relevanceRankAccuracy({ values }: ScoreMap, mask: TruthMask): number | null {
  const size = mask.reduce((sum, value) => sum + value, 0);
  if (size === 0) return null;
  const strongest = descendingOrder(values).subarray(0, size);
  let hits = 0;
  for (const pixel of strongest) hits += mask[pixel];
  return hits / size;
}
