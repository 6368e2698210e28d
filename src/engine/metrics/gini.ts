import { descendingOrder } from './descendingOrder.ts';

/**
 * Gini coefficient of |value|: 0 all pixels alike, towards 1 the fewer pixels carry the map. Exactly
 * (N + 1 − 2 Σ rᵢ|vᵢ| / Σ|vᵢ|) / N, r = 1 for the largest. `null` when all values are 0.
 * Source: Gini 1912; for attributions Chalasani et al. 2020.
 */
export function gini(values: Float32Array | Float64Array): number | null {
  const sizes = values.map(Math.abs);
  const order = descendingOrder(sizes);
  const largest = sizes[order[0]];
  if (largest === 0) return null;
  let [sum, ranked] = [0, 0];
  for (let i = 0; i < order.length; i++) {
    const size = sizes[order[i]] / largest;
    sum += size;
    ranked += (i + 1) * size;
  }
  return Math.max(0, (order.length + 1 - (2 * ranked) / sum) / order.length);
}
