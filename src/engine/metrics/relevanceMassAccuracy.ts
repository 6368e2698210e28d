import type { TruthMask } from './pointingGame.ts';
import type { ScoreMap } from './scoreMap.ts';

/**
 * Share of Σ max(value, 0) that lies on the defect. 0…1, higher is better; the mask's share of the picture is what a flat
 * map gets. `null` when the mask is empty or nothing is positive.
 * Source: Arras, Osman, Samek, "CLEVR-XAI", Information Fusion 2022.
 */
export function relevanceMassAccuracy({ values }: ScoreMap, mask: TruthMask): number | null {
  if (!mask.includes(1)) return null;
  let largest = 0;
  for (const value of values) largest = Math.max(largest, value);
  if (largest === 0) return null;
  let [inside, all] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    const mass = Math.max(0, values[i]) / largest;
    all += mass;
    if (mask[i] === 1) inside += mass;
  }
  return inside / all;
}
