import type { Baseline } from '../../domain/attribution.ts';
import type { ModelInput } from '../../domain/picture.ts';
import { createRandom } from '../random.ts';

/**
 * The picture an integration path starts from, pixel scale 0…1, `[h, w, c]`.
 * `black` 0, `white` 1; `mean` the picture's own mean of each channel; `blurred` the picture itself
 * after a Gaussian of σ = 10/224 of the longer side (Fong & Vedaldi 2017, σ 10 on 224 pixels), edges
 * repeated; `noise` one uniform draw per value, the same for every picture of one seed.
 */
export function makeBaseline(
  kind: Baseline,
  input: ModelInput,
  seed: number,
): Float32Array<ArrayBuffer> {
  return MAKERS[kind](input, seed);
}

type Maker = (input: ModelInput, seed: number) => Float32Array<ArrayBuffer>;

const MAKERS: Readonly<Record<Baseline, Maker>> = {
  black: ({ values }) => new Float32Array(values.length),
  white: ({ values }) => new Float32Array(values.length).fill(1),
  mean: meanColour,
  blurred: blur,
  noise: ({ values }, seed) => {
    const random = createRandom(seed, 'baseline');
    return Float32Array.from(values, () => random.uniform());
  },
};

function meanColour({ values, channels }: ModelInput): Float32Array<ArrayBuffer> {
  const sums = new Float64Array(channels);
  values.forEach((value, i) => {
    sums[i % channels] = sums[i % channels] + value;
  });
  const pixels = values.length / channels;
  return Float32Array.from(values, (_, i) => sums[i % channels] / pixels);
}

function blur(input: ModelInput): Float32Array<ArrayBuffer> {
  const { height, width, channels, values } = input;
  const kernel = gaussianKernel((10 / 224) * Math.max(height, width));
  const across = convolve(values, kernel, { count: width, stride: channels });
  return Float32Array.from(convolve(across, kernel, { count: height, stride: width * channels }));
}

/** Half of a Gaussian out to 3σ, its two halves together summing to 1. */
function gaussianKernel(sigma: number): Float64Array {
  const half = Float64Array.from({ length: Math.ceil(3 * sigma) + 1 }, (_, i) =>
    Math.exp((-i * i) / (2 * sigma * sigma)),
  );
  const sum = half.reduce((total, value, i) => total + (i ? 2 * value : value), 0);
  return half.map((value) => value / sum);
}

/** Convolves along one axis: neighbours are `stride` values apart, `count` of them in a line. */
function convolve(
  values: ArrayLike<number>,
  kernel: Float64Array,
  { count, stride }: { readonly count: number; readonly stride: number },
): Float64Array {
  return Float64Array.from({ length: values.length }, (_, i) => {
    const place = Math.floor(i / stride) % count;
    const start = i - place * stride;
    const read = (at: number) => values[start + Math.min(count - 1, Math.max(0, at)) * stride];
    return kernel.reduce(
      (sum, weight, d) => sum + weight * (d ? read(place - d) + read(place + d) : read(place)),
      0,
    );
  });
}
