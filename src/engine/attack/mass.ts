import type { MapClimb } from './attackGoal.ts';

/**
 * Height Σ_p w_p·m_p of a map m normalised to sum N, the number of its pixels: N·Σwm/Σm. Its slope is
 * N·(w − Σwm/Σm)/Σm. A map that is zero has height 0 and slope 0. Sums in float64.
 * @param weights one for each pixel
 */
export function massClimb(weights: Float64Array): MapClimb {
  const mean = (map: Float64Array, total: number) =>
    map.reduce((sum, value, p) => sum + weights[p] * value, 0) / total;
  return {
    of: 'map',
    height(map) {
      const total = sum(map);
      return total === 0 ? 0 : map.length * mean(map, total);
    },
    slope(map) {
      const total = sum(map);
      if (total === 0) return new Float64Array(map.length);
      const level = mean(map, total);
      return weights.map((weight) => (map.length * (weight - level)) / total);
    },
  };
}

/** Σ of the values. */
export const sum = (map: Float64Array): number => map.reduce((total, value) => total + value, 0);
