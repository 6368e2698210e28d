import { tf } from './core.ts';

/** One spatial axis of a convolution, as the forward op saw it. */
export interface Axis {
  readonly input: number;
  readonly output: number;
  readonly taps: number;
  readonly stride: number;
  readonly dilation: number;
  /** Padding before the first pixel. */
  readonly before: number;
}

/** Height and width of a convolution. */
export interface Geometry {
  readonly height: Axis;
  readonly width: Axis;
}

const ROUNDINGS = ['floor', 'round', 'ceil'] as const;

/** Attributes of Conv2D and DepthwiseConv2dNative, checked. */
export interface ConvolutionAttributes {
  readonly strides: [number, number];
  readonly dilations: [number, number];
  readonly pad: 'same' | 'valid' | number | tf.backend_util.ExplicitPadding;
  readonly dataFormat: 'NHWC' | 'NCHW';
  readonly dimRoundingMode: 'floor' | 'round' | 'ceil' | undefined;
}

/** The attributes tfjs hands to a gradient, from its loosely typed bag. @throws Error naming a value that makes no sense */
export function readAttributes(attributes: tf.NamedAttrMap): ConvolutionAttributes {
  const { strides, dilations, pad, dataFormat, dimRoundingMode } = attributes;
  return {
    strides: readPair('strides', strides),
    dilations: readPair('dilations', dilations ?? 1),
    pad: readPad(pad),
    dataFormat: dataFormat === 'NCHW' ? 'NCHW' : 'NHWC',
    dimRoundingMode: ROUNDINGS.find((mode) => mode === dimRoundingMode),
  };
}

/** One number for both axes, or a pair. @throws Error naming a value that makes no sense */
export function readPair(what: string, value: unknown): [number, number] {
  if (typeof value === 'number') return [value, value];
  if (Array.isArray(value) && value.length >= 1) {
    const [first, second] = value.map(Number);
    if (first !== undefined && first > 0) return [first, second ?? first];
  }
  throw new Error(`${what} must be a positive number or a pair, got ${String(value)}`);
}

function readPad(value: unknown): ConvolutionAttributes['pad'] {
  if (value === 'same' || value === 'valid' || typeof value === 'number') return value;
  if (Array.isArray(value) && value.length === 4) {
    const [, height, width] = value.map((pair) => (Array.isArray(pair) ? pair.map(Number) : []));
    const [top, bottom] = height ?? [];
    const [left, right] = width ?? [];
    if (top !== undefined && bottom !== undefined && left !== undefined && right !== undefined)
      return explicitPadding(top, bottom, left, right);
  }
  throw new Error(`pad must be same, valid, a number or four pairs, got ${String(value)}`);
}

/** Zero padding of height and width in the form tfjs takes, NHWC. */
export function explicitPadding(
  top: number,
  bottom: number,
  left: number,
  right: number,
): tf.backend_util.ExplicitPadding {
  return [
    [0, 0],
    [top, bottom],
    [left, right],
    [0, 0],
  ];
}

/** Sizes and padding of a forward convolution, by tfjs's own rules. NHWC. */
export function geometryOf(
  inputShape: [number, number, number, number],
  filterShape: [number, number, number, number],
  attributes: ConvolutionAttributes,
  depthwise: boolean,
): Geometry {
  const { strides, dilations, pad, dimRoundingMode } = attributes;
  const info = tf.backend_util.computeConv2DInfo(
    inputShape,
    filterShape,
    strides,
    dilations,
    pad,
    dimRoundingMode,
    depthwise,
  );
  return {
    height: {
      input: info.inHeight,
      output: info.outHeight,
      taps: info.filterHeight,
      stride: info.strideHeight,
      dilation: info.dilationHeight,
      before: info.padInfo.top,
    },
    width: {
      input: info.inWidth,
      output: info.outWidth,
      taps: info.filterWidth,
      stride: info.strideWidth,
      dilation: info.dilationWidth,
      before: info.padInfo.left,
    },
  };
}

/** One axis of the adjoint of a strided convolution, written as a convolution at stride 1. */
export interface AdjointAxis {
  /** Taps of each phase: ⌈taps / stride⌉. */
  readonly taps: number;
  /** Number of phases: the stride. */
  readonly phases: number;
  readonly dilation: number;
  /** Zero padding of ∂y; negative cuts. */
  readonly before: number;
  readonly after: number;
  /** Length of one phase; the phases interleaved are `phases` times as long. */
  readonly length: number;
  /** Where ∂x starts in the interleaved result. */
  readonly start: number;
}

/**
 * Input pixel y meets tap t of output pixel o where y + before = o·stride + t·dilation. Written as
 * q·stride + p, phase p uses taps p, p + stride, … of output pixels q, q − 1, …: a small convolution.
 */
export function adjointAxis(axis: Axis): AdjointAxis {
  const { stride, dilation } = axis;
  const taps = Math.ceil(axis.taps / stride);
  const first = Math.floor(axis.before / stride);
  const last = Math.floor((axis.before + axis.input - 1) / stride);
  return {
    taps,
    phases: stride,
    dilation,
    before: (taps - 1) * dilation - first,
    after: last - (axis.output - 1),
    length: last - first + 1,
    start: axis.before - first * stride,
  };
}

/** Cuts where the padding asked for is negative, and returns what is left to pad. NHWC. */
export function cutNegative(
  x: tf.Tensor4D,
  height: { before: number; after: number },
  width: { before: number; after: number },
): { cut: tf.Tensor4D; pad: tf.backend_util.ExplicitPadding } {
  const [, h, w] = x.shape;
  const top = Math.max(0, -height.before);
  const left = Math.max(0, -width.before);
  const rows = h - top - Math.max(0, -height.after);
  const columns = w - left - Math.max(0, -width.after);
  const whole = rows === h && columns === w;
  return {
    cut: whole ? x : cutWindow(x, [top, left], [rows, columns]),
    pad: explicitPadding(
      Math.max(0, height.before),
      Math.max(0, height.after),
      Math.max(0, width.before),
      Math.max(0, width.after),
    ),
  };
}

/** `[n, h, w, c]` → `[n, rows, columns, c]` from (top, left). Row by row: wasm copies a 4-d slice pixel by pixel. */
export function cutWindow(
  x: tf.Tensor4D,
  [top, left]: readonly [number, number],
  [rows, columns]: readonly [number, number],
): tf.Tensor4D {
  const [n, h, w, c] = x.shape;
  const byRow = tf.reshape<tf.Rank.R3>(x, [n, h, w * c]);
  const window = tf.slice3d(byRow, [0, top, left * c], [n, rows, columns * c]);
  return tf.reshape<tf.Rank.R4>(window, [n, rows, columns, c]);
}
