import type { ScoreMap } from './scoreMap.ts';

/** ‖A − B‖₂ of two maps of one size, float64. */
export function distance({ values: a }: ScoreMap, { values: b }: ScoreMap): number {
  let largest = 0;
  for (let i = 0; i < a.length; i++) largest = Math.max(largest, Math.abs(a[i] - b[i]));
  if (largest === 0) return 0;
  let sum = 0;
  // Relative to the largest: squares of tiny values are 0.
  for (let i = 0; i < a.length; i++) sum += ((a[i] - b[i]) / largest) ** 2;
  return largest * Math.sqrt(sum);
}

/** ‖A‖₂. */
export const norm = (map: ScoreMap): number =>
  distance(map, { ...map, values: new Float64Array(map.values.length) });
