import { numberOf, numbersOf, single } from './attributes.ts';
import { tf } from './core.ts';

/** What one axis of x gives to the slice: entries begin, begin + stride, …, `length` of them. */
interface AxisSlice {
  readonly input: number;
  readonly begin: number;
  readonly stride: number;
  readonly length: number;
}

/**
 * Gradient of StridedSlice (stock: none): each axis of ∂y is spread by its stride and padded to the
 * length of x. All masks, negative strides and empty slices, on every backend; made of
 * differentiable operations, so second derivatives come along.
 * @throws Error where one axis is shrunk and another has a stride: there the stock op itself reads
 * the wrong values (it forgets which axis a stride belongs to), so no gradient is right
 */
export function stridedSliceGradient(): tf.GradConfig {
  return {
    kernelName: tf.StridedSlice,
    inputsToSave: ['x'],
    gradFunc(dy, [x], attributes) {
      const axes = axesOf(x.shape, attributes);
      return { x: () => spread(single(dy), x.shape, axes) };
    },
  };
}

function axesOf(shape: number[], attributes: tf.NamedAttrMap): AxisSlice[] {
  const shrinkAxisMask = numberOf(attributes, 'shrinkAxisMask');
  const { begin, end, strides } = tf.slice_util.sliceInfo(
    shape,
    numbersOf(attributes, 'begin'),
    numbersOf(attributes, 'end'),
    numbersOf(attributes, 'strides'),
    numberOf(attributes, 'beginMask'),
    numberOf(attributes, 'endMask'),
    numberOf(attributes, 'ellipsisMask'),
    numberOf(attributes, 'newAxisMask'),
    shrinkAxisMask,
  );
  if (shrinkAxisMask !== 0 && strides.some((stride) => stride !== 1))
    throw new Error(
      `a strided slice that also shrinks an axis is wrong: strides ${String(strides)}`,
    );
  return shape.map((input, i) => ({
    input,
    begin: begin[i],
    stride: strides[i],
    length: Math.max(0, Math.ceil((end[i] - begin[i]) / strides[i])),
  }));
}

/** ∂x of ∂y: every axis brought from its slice back to its length. */
function spread(dy: tf.Tensor, shape: number[], axes: readonly AxisSlice[]): tf.Tensor {
  if (axes.some(({ length }) => length === 0)) return tf.zeros(shape);
  const product = (sizes: number[]) => sizes.reduce((a, b) => a * b, 1);
  const whole = axes.reduce((slope, axis, i) => {
    const outer = product(shape.slice(0, i));
    const inner = product(axes.slice(i + 1).map(({ length }) => length));
    return spreadAxis(slope, outer, inner, axis);
  }, dy);
  return tf.reshape(whole, shape);
}

/**
 * Entry k of one axis goes to begin + k·stride. Each entry is padded to a block of one stride, so
 * the blocks lie side by side; in rows of memory, which every backend pads fast.
 * @param slope outer · length · inner values @returns outer · input · inner values
 */
function spreadAxis(slope: tf.Tensor, outer: number, inner: number, axis: AxisSlice): tf.Tensor {
  const { input, stride, length } = axis;
  if (stride === 1 && length === input) return slope;
  const step = Math.abs(stride);
  const first = stride > 0 ? axis.begin : axis.begin + (length - 1) * stride;
  const rising =
    stride > 0 ? slope : tf.reverse(tf.reshape<tf.Rank.R3>(slope, [outer, length, inner]), 1);
  const blocks = tf.pad2d(tf.reshape<tf.Rank.R2>(rising, [outer * length, inner]), [
    [0, 0],
    [0, (step - 1) * inner],
  ]);
  const rows = tf.reshape<tf.Rank.R2>(blocks, [outer, length * step * inner]);
  const after = input - first - length * step;
  // The last block may reach past the end of the axis.
  const kept = after < 0 ? tf.slice2d(rows, [0, 0], [outer, (input - first) * inner]) : rows;
  return tf.pad2d(kept, [
    [0, 0],
    [first * inner, Math.max(0, after) * inner],
  ]);
}
