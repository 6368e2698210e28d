import {
  type AdjointAxis,
  adjointAxis,
  cutNegative,
  cutWindow,
  type Geometry,
  geometryOf,
  readAttributes,
} from './convolutionGeometry.ts';
import { tf } from './core.ts';

/**
 * ∂x of a convolution from ∂y, as a forward convolution: one small filter per phase of the stride,
 * all phases in one call (as output channels), then interleaved by reshape and transpose.
 * @param dy `[n, oh, ow, co]` @param filter `[kh, kw, ci, co]` @returns `[n, h, w, ci]`
 */
export function inputGradient(
  dy: tf.Tensor4D,
  filter: tf.Tensor4D,
  geometry: Geometry,
): tf.Tensor4D {
  const height = adjointAxis(geometry.height);
  const width = adjointAxis(geometry.width);
  const { cut, pad } = cutNegative(dy, height, width);
  const channels = filter.shape[2];
  const phases = tf.conv2d(cut, phaseFilter(filter, height, width), 1, pad, 'NHWC', [
    height.dilation,
    width.dilation,
  ]);
  return interleave(phases, geometry, height, width, channels);
}

/** `[kh, kw, ci, co]` → `[th, tw, co, sh·sw·ci]` */
function phaseFilter(filter: tf.Tensor4D, height: AdjointAxis, width: AdjointAxis): tf.Tensor4D {
  const [, , ci, co] = filter.shape;
  const inner = height.phases * width.phases * ci;
  const byTap = tf.reshape(tapsByPhase(filter, height, width), [
    height.taps * width.taps,
    inner,
    co,
  ]);
  return tf.reshape<tf.Rank.R4>(tf.transpose(byTap, [0, 2, 1]), [
    height.taps,
    width.taps,
    co,
    inner,
  ]);
}

/**
 * The taps of a filter in the order the adjoint takes them: those of each phase backwards, ends
 * filled with zeros. Split and put together anew: wasm reverses element by element.
 * @returns `[th·tw·sh·sw, rest]` of a filter `[kh, kw, …rest]`
 */
export function tapsByPhase(
  filter: tf.Tensor4D,
  height: AdjointAxis,
  width: AdjointAxis,
): tf.Tensor2D {
  const [kh, kw, third, fourth] = filter.shape;
  const rest = third * fourth;
  const flat = tf.reshape<tf.Rank.R2>(filter, [kh * kw, rest]);
  // The stock gradient of a split into one part throws.
  const taps = kh * kw === 1 ? [flat] : tf.split<tf.Tensor2D>(flat, kh * kw);
  const zeros = tf.zeros<tf.Rank.R2>([1, rest]);
  const ordered: tf.Tensor2D[] = [];
  for (let jh = height.taps - 1; jh >= 0; jh--)
    for (let jw = width.taps - 1; jw >= 0; jw--)
      for (let ph = 0; ph < height.phases; ph++)
        for (let pw = 0; pw < width.phases; pw++) {
          const row = ph + jh * height.phases;
          const column = pw + jw * width.phases;
          ordered.push(row < kh && column < kw ? taps[row * kw + column] : zeros);
        }
  return tf.concat(ordered, 0);
}

/** `[n, qh, qw, sh·sw·c]` → `[n, h, w, c]`. */
function interleave(
  phases: tf.Tensor4D,
  geometry: Geometry,
  height: AdjointAxis,
  width: AdjointAxis,
  channels: number,
): tf.Tensor4D {
  const n = phases.shape[0];
  const whole: [number, number, number, number] = [
    n,
    height.length * height.phases,
    width.length * width.phases,
    channels,
  ];
  // Rows of a phase lie together already: only the two middle axes change places.
  const rows = tf.reshape<tf.Rank.R4>(phases, [
    n * height.length,
    width.length,
    height.phases,
    width.phases * channels,
  ]);
  const woven = height.phases === 1 ? rows : tf.transpose(rows, [0, 2, 1, 3]);
  return cutOut(tf.reshape<tf.Rank.R4>(woven, whole), geometry, height, width);
}

/** The part of the interleaved result that is ∂x. */
export function cutOut(
  whole: tf.Tensor4D,
  geometry: Geometry,
  height: AdjointAxis,
  width: AdjointAxis,
): tf.Tensor4D {
  const [, h, w] = whole.shape;
  const rows = geometry.height.input;
  const columns = geometry.width.input;
  if (h === rows && w === columns) return whole;
  return cutWindow(whole, [height.start, width.start], [rows, columns]);
}

/**
 * ∂filter of a convolution: a convolution of transposed tensors, in which ∂y is the filter, dilated
 * by the stride, and pictures and channels change places.
 * @param x `[n, h, w, ci]` @param dy `[n, oh, ow, co]` @returns `[kh, kw, ci, co]`
 */
export function filterGradient(
  x: tf.Tensor4D,
  dy: tf.Tensor4D,
  { height, width }: Geometry,
): tf.Tensor4D {
  const after = (axis: Geometry['height']) =>
    (axis.taps - 1) * axis.dilation +
    (axis.output - 1) * axis.stride +
    1 -
    axis.input -
    axis.before;
  const { cut, pad } = cutNegative(
    x,
    { before: height.before, after: after(height) },
    { before: width.before, after: after(width) },
  );
  const correlation = tf.conv2d(
    tf.transpose(cut, [3, 1, 2, 0]),
    tf.transpose(dy, [1, 2, 0, 3]),
    [height.dilation, width.dilation],
    pad,
    'NHWC',
    [height.stride, width.stride],
  );
  return tf.transpose(correlation, [1, 2, 0, 3]);
}

/** Any tensor known to have four axes. */
export function as4d(tensor: tf.Tensor | undefined): tf.Tensor4D {
  if (tensor?.rank !== 4)
    throw new Error(`expected a tensor of rank 4, got ${tensor ? tensor.rank : 'none'}`);
  const [a = 0, b = 0, c = 0, d = 0] = tensor.shape;
  return tf.reshape<tf.Rank.R4>(tensor, [a, b, c, d]);
}

/** Gradient of Conv2D in place of the stock one: any stride, dilation and padding, on every backend. */
export function conv2dGradient(stock: tf.GradConfig): tf.GradConfig {
  return {
    kernelName: tf.Conv2D,
    inputsToSave: ['x', 'filter'],
    gradFunc(dy, saved, bag) {
      const attributes = readAttributes(bag);
      if (attributes.dataFormat === 'NCHW' || Array.isArray(dy))
        return stock.gradFunc(dy, saved, bag);
      const x = as4d(saved[0]);
      const filter = as4d(saved[1]);
      const geometry = geometryOf(x.shape, filter.shape, attributes, false);
      return {
        x: () => inputGradient(as4d(dy), filter, geometry),
        filter: () => filterGradient(x, as4d(dy), geometry),
      };
    },
  };
}
