import { BORDERS } from './borders.ts';
import type { PerturbationMethod } from './perturbationMethod.ts';
import { exponential } from './portableMath.ts';

/** The bell is cut off after so many σ. */
const REACH = 4;

/**
 * The picture out of focus: a Gaussian of σ = strength pixels along rows, then columns, cut off at 4σ
 * (rounded to whole pixels) with weights that sum to 1, the border pixel repeated outside. As
 * `scipy.ndimage.gaussian_filter(mode="nearest")`. Below σ = 0.125 no neighbour is reached: nothing changes.
 */
export const blurGaussian: PerturbationMethod = (input, { strength }) => {
  const weights = gaussianWeights(strength);
  const { height, width, channels } = input;
  const rows = along(Float64Array.from(input.values), weights, width, channels);
  return along(rows, weights, height, width * channels);
};

/** Weights from −radius to radius; their sum is 1. */
export function gaussianWeights(sigma: number): Float64Array {
  const radius = Math.floor(REACH * sigma + 0.5);
  const bell = Float64Array.from({ length: 2 * radius + 1 }, (_, i) =>
    radius === 0 ? 1 : exponential(-((i - radius) ** 2) / (2 * sigma * sigma)),
  );
  const sum = bell.reduce((total, weight) => total + weight, 0);
  return bell.map((weight) => weight / sum);
}

/** Weighted means along the middle axis of `[any, length, inner]`. */
function along(values: Float64Array, weights: Float64Array, length: number, inner: number) {
  const radius = (weights.length - 1) / 2;
  return values.map((_, i) => {
    const place = Math.floor(i / inner) % length;
    const start = i - place * inner;
    let sum = 0;
    for (let t = 0; t < weights.length; t++)
      sum += weights[t] * values[start + BORDERS.edge(place + t - radius, length) * inner];
    return sum;
  });
}
