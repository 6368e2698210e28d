import {
  type AdjointAxis,
  adjointAxis,
  cutNegative,
  cutWindow,
  type Geometry,
  geometryOf,
  readAttributes,
} from './convolutionGeometry.ts';
import { as4d, cutOut, tapsByPhase } from './convolutionGradients.ts';
import { tf } from './core.ts';

/**
 * ∂x of a depthwise convolution: the phases of the stride become the channel multiplier of a
 * depthwise convolution at stride 1.
 * @param dy `[n, oh, ow, c·m]` @param filter `[kh, kw, c, m]` @returns `[n, h, w, c]`
 */
export function depthwiseInputGradient(
  dy: tf.Tensor4D,
  filter: tf.Tensor4D,
  geometry: Geometry,
): tf.Tensor4D {
  const height = adjointAxis(geometry.height);
  const width = adjointAxis(geometry.width);
  const { cut, pad } = cutNegative(dy, height, width);
  const [, , channels, multiplier] = filter.shape;
  const phases = tf.depthwiseConv2d(cut, phaseFilter(filter, height, width), 1, pad, 'NHWC', [
    height.dilation,
    width.dilation,
  ]);
  const whole = cutOut(
    interleave(phases, height, width, channels * multiplier),
    geometry,
    height,
    width,
  );
  if (multiplier === 1) return whole;
  const [n, h, w] = whole.shape;
  return tf.reshape<tf.Rank.R4>(tf.sum(tf.reshape(whole, [n * h * w, channels, multiplier]), 2), [
    n,
    h,
    w,
    channels,
  ]);
}

/** `[kh, kw, c, m]` → `[th, tw, c·m, sh·sw]`. */
function phaseFilter(filter: tf.Tensor4D, height: AdjointAxis, width: AdjointAxis): tf.Tensor4D {
  const channels = filter.shape[2] * filter.shape[3];
  const phases = height.phases * width.phases;
  const byTap = tf.reshape(tapsByPhase(filter, height, width), [
    height.taps * width.taps,
    phases,
    channels,
  ]);
  return tf.reshape<tf.Rank.R4>(tf.transpose(byTap, [0, 2, 1]), [
    height.taps,
    width.taps,
    channels,
    phases,
  ]);
}

/** `[n, qh, qw, c·sh·sw]` → `[n, qh·sh, qw·sw, c]`. */
function interleave(
  phases: tf.Tensor4D,
  height: AdjointAxis,
  width: AdjointAxis,
  channels: number,
): tf.Tensor4D {
  const n = phases.shape[0];
  if (height.phases * width.phases === 1) return phases;
  const split = [n * height.length, width.length, channels, height.phases, width.phases];
  return tf.reshape<tf.Rank.R4>(tf.transpose(tf.reshape(phases, split), [0, 3, 1, 4, 2]), [
    n,
    height.length * height.phases,
    width.length * width.phases,
    channels,
  ]);
}

/**
 * ∂filter of a depthwise convolution, tap by tap: the pixels a tap met, times ∂y, summed.
 * @param x `[n, h, w, c]` @param dy `[n, oh, ow, c·m]` @returns `[kh, kw, c, m]`
 */
export function depthwiseFilterGradient(
  x: tf.Tensor4D,
  dy: tf.Tensor4D,
  multiplier: number,
  geometry: Geometry,
): tf.Tensor4D {
  const { height, width } = geometry;
  const [n, , , channels] = x.shape;
  const pixels = n * height.output * width.output;
  const slope = tf.reshape(dy, [pixels, channels, multiplier]);
  const padded = padForTaps(x, geometry);
  const taps: tf.Tensor[] = [];
  for (let row = 0; row < height.taps; row++)
    for (let column = 0; column < width.taps; column++) {
      const met = pixelsOfTap(padded, geometry, row * height.dilation, column * width.dilation);
      taps.push(tf.sum(tf.mul(tf.reshape(met, [pixels, channels, 1]), slope), 0));
    }
  return tf.reshape<tf.Rank.R4>(tf.stack(taps), [height.taps, width.taps, channels, multiplier]);
}

/** Padded, and lengthened by zeros so that every tap finds whole strides. */
function padForTaps(x: tf.Tensor4D, { height, width }: Geometry): tf.Tensor4D {
  const after = (axis: Geometry['height']) =>
    Math.max(
      0,
      (axis.taps - 1) * axis.dilation + axis.output * axis.stride - axis.before - axis.input,
    );
  return tf.pad(x, [
    [0, 0],
    [height.before, after(height)],
    [width.before, after(width)],
    [0, 0],
  ]);
}

/** Every stride-th pixel from (top, left): a reshape, since strided slices have no gradient. */
function pixelsOfTap(
  padded: tf.Tensor4D,
  { height, width }: Geometry,
  top: number,
  left: number,
): tf.Tensor {
  const [n, , , channels] = padded.shape;
  const rows = height.output * height.stride;
  const columns = width.output * width.stride;
  const window = cutWindow(padded, [top, left], [rows, columns]);
  if (height.stride * width.stride === 1) return window;
  const byRow = tf.reshape<tf.Rank.R3>(window, [
    n * height.output,
    height.stride,
    columns * channels,
  ]);
  const oneRow = tf.slice3d(byRow, [0, 0, 0], [n * height.output, 1, columns * channels]);
  const byColumn = tf.reshape<tf.Rank.R3>(oneRow, [
    n * height.output * width.output,
    width.stride,
    channels,
  ]);
  return tf.slice3d(byColumn, [0, 0, 0], [n * height.output * width.output, 1, channels]);
}

/**
 * Gradient of DepthwiseConv2dNative in place of the stock one: any stride, dilation and padding. Channels last: the kernels of
 * tfjs read every picture so, whatever layout is asked for, and a gradient of that would be one of another function.
 * @throws Error for layout NCHW
 */
export function depthwiseGradient(): tf.GradConfig {
  return {
    kernelName: tf.DepthwiseConv2dNative,
    inputsToSave: ['x', 'filter'],
    gradFunc(dy, saved, bag) {
      if (Array.isArray(dy)) throw new Error('a depthwise convolution has one output');
      const x = as4d(saved[0]);
      const filter = as4d(saved[1]);
      const attributes = readAttributes(bag);
      if (attributes.dataFormat === 'NCHW')
        throw new Error('a depthwise convolution of layout NCHW has no gradient here');
      const geometry = geometryOf(x.shape, filter.shape, attributes, true);
      return {
        x: () => depthwiseInputGradient(as4d(dy), filter, geometry),
        filter: () => depthwiseFilterGradient(x, as4d(dy), filter.shape[3], geometry),
      };
    },
  };
}
