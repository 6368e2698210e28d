import type { Score } from '../../domain/score.ts';
import type { ScoreMap } from './scoreMap.ts';

/** Gaussian window: σ and radius, pixels. */
const SIGMA = 1.5;
const RADIUS = 5;
const K1 = 0.01;
const K2 = 0.03;

/**
 * Structural similarity, the mean of (2μₐμᵦ + C₁)(2σₐᵦ + C₂) / ((μₐ² + μᵦ² + C₁)(σₐ² + σᵦ² + C₂)) over all 11×11 Gaussian
 * windows (σ 1.5) that lie wholly inside the maps; C = (K·L)², K₁ 0.01, K₂ 0.03, L the range over both maps; population
 * covariance. −1…1, 1 the same map. No chance level. Undefined: `map-too-small` below 11 pixels a side,
 * `constant-map` when L is 0.
 * Source: Wang, Bovik, Sheikh, Simoncelli 2004; scikit-image with `gaussian_weights` and population covariance agrees.
 */
export function ssim(original: ScoreMap, perturbed: ScoreMap): Score {
  const { height, width } = original;
  const none = { value: null, chance: null, corrected: null, pValue: null };
  if (Math.min(height, width) < 2 * RADIUS + 1) return { ...none, reason: 'map-too-small' };
  const { low, range, unit } = rangeOf(original.values, perturbed.values);
  if (range === 0) return { ...none, reason: 'constant-map' };
  // Brought to 0…1: squares of huge or tiny values leave float64, and a variance beside a large mean drowns in its rounding.
  const share = (value: number) => (value * unit - low) / range;
  const a = Float64Array.from(original.values, share);
  const b = Float64Array.from(perturbed.values, share);
  return { ...none, value: meanSimilarity(a, b, low / range, { height, width }), reason: null };
}

type Size = Pick<ScoreMap, 'height' | 'width'>;

/** @param offset what was taken from the values of both maps, which counts in their means only */
function meanSimilarity(a: Float64Array, b: Float64Array, offset: number, size: Size): number {
  const blur = (values: Float64Array) => gaussianMeans(values, size);
  const [meanA, meanB] = [blur(a), blur(b)];
  const [squareA, squareB] = [blur(a.map((v) => v * v)), blur(b.map((v) => v * v))];
  const product = blur(a.map((v, i) => v * b[i]));
  const [c1, c2] = [K1 * K1, K2 * K2];
  let sum = 0;
  for (let i = 0; i < product.length; i++) {
    const [xx, yy] = [squareA[i] - meanA[i] ** 2, squareB[i] - meanB[i] ** 2];
    const xy = product[i] - meanA[i] * meanB[i];
    const [x, y] = [offset + meanA[i], offset + meanB[i]];
    sum += ((2 * x * y + c1) * (2 * xy + c2)) / ((x * x + y * y + c1) * (xx + yy + c2));
  }
  return sum / product.length;
}

/** Smallest value and range over both maps, in units that keep the range finite. */
function rangeOf(...maps: readonly (Float32Array | Float64Array)[]) {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const values of maps)
    for (const value of values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  const unit = Number.isFinite(high - low) ? 1 : 0.5;
  return { low: low * unit, range: high * unit - low * unit, unit };
}

const WEIGHTS = (() => {
  const bell = Float64Array.from({ length: 2 * RADIUS + 1 }, (_, i) =>
    Math.exp(-((i - RADIUS) ** 2) / (2 * SIGMA * SIGMA)),
  );
  const sum = bell.reduce((total, weight) => total + weight, 0);
  return bell.map((weight) => weight / sum);
})();

/** Weighted means over the windows inside the map: `[height − 10, width − 10]`. */
function gaussianMeans(values: Float64Array, { height, width }: Size): Float64Array {
  const columns = width - 2 * RADIUS;
  const rows = new Float64Array(height * columns);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < columns; x++) {
      let sum = 0;
      for (let t = 0; t < WEIGHTS.length; t++) sum += WEIGHTS[t] * values[y * width + x + t];
      rows[y * columns + x] = sum;
    }
  const means = new Float64Array((height - 2 * RADIUS) * columns);
  for (let t = 0; t < WEIGHTS.length; t++)
    for (let i = 0; i < means.length; i++) means[i] += WEIGHTS[t] * rows[i + t * columns];
  return means;
}
