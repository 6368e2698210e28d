import { numberOf, single } from './attributes.ts';
import { tf } from './core.ts';

/**
 * Gradient of GatherV2 (stock: fails on wasm, with batchDims, and where the indices come from x):
 * every entry of ∂y is added to where it was read. Any axis, shape of indices and batchDims.
 */
export function gatherGradient(): tf.GradConfig {
  return {
    kernelName: tf.GatherV2,
    inputsToSave: ['x', 'indices'],
    gradFunc(dy, [x, indices], attributes) {
      const axis = numberOf(attributes, 'axis');
      const batchDims = numberOf(attributes, 'batchDims');
      return {
        x: () =>
          addBack(
            single(dy),
            indices,
            x.shape,
            axis < 0 ? axis + x.rank : axis,
            batchDims < 0 ? batchDims + indices.rank : batchDims,
          ),
        indices: () => tf.zeros(indices.shape),
      };
    },
  };
}

/** Gradient of GatherNd (stock: none): a scatter, which adds where an entry was read twice. */
export function gatherNdGradient(): tf.GradConfig {
  return {
    kernelName: tf.GatherNd,
    inputsToSave: ['params', 'indices'],
    gradFunc: (dy, [params, indices]) => ({
      params: () => tf.scatterND(indices, single(dy), params.shape),
      indices: () => tf.zeros(indices.shape),
    }),
  };
}

/** Gradient of ScatterNd (stock: none): a gather. With it all of this file has second derivatives. */
export function scatterNdGradient(): tf.GradConfig {
  return {
    kernelName: tf.ScatterNd,
    inputsToSave: ['indices'],
    gradFunc: (dy, [indices]) => ({
      updates: () => tf.gatherND(single(dy), indices),
      indices: () => tf.zeros(indices.shape),
    }),
  };
}

/**
 * Gradient of the values of TopK (stock: none): they are entries gathered from x. Of equal values
 * the one that was taken gets all. The indices have no derivative.
 */
export function topKGradient(): tf.GradConfig {
  return {
    kernelName: tf.TopK,
    inputsToSave: ['x'],
    outputsToSave: [false, true],
    gradFunc(dy, [x, indices]) {
      if (!Array.isArray(dy)) throw new Error('expected ∂values and ∂indices');
      return { x: () => addBack(dy[0], indices, x.shape, x.rank - 1, x.rank - 1) };
    },
  };
}

/**
 * The adjoint of a gather: a scatter of rows of memory, batches laid one after the other.
 * @param dy `[…batch, …outer, …indices, …inner]` @returns `[…batch, …outer, length, …inner]`
 */
function addBack(
  dy: tf.Tensor,
  indices: tf.Tensor,
  shape: number[],
  axis: number,
  batchDims: number,
): tf.Tensor {
  const product = (sizes: number[]) => sizes.reduce((a, b) => a * b, 1);
  const batch = product(shape.slice(0, batchDims));
  const outer = product(shape.slice(batchDims, axis));
  const length = shape[axis];
  const inner = product(shape.slice(axis + 1));
  const read = indices.size / batch;
  const starts = tf.reshape(tf.range(0, batch * length, length, 'int32'), [batch, 1]);
  const rows = tf.add(tf.reshape(indices, [batch, read]), starts);
  const sums = tf.scatterND(
    tf.reshape(rows, [batch * read, 1]),
    tf.reshape(exchange(dy, batch, outer, read, inner), [batch * read, outer * inner]),
    [batch * length, outer * inner],
  );
  return tf.reshape(exchange(sums, batch, length, outer, inner), shape);
}

/** `[a, b, c, d]` → `[a, c, b, d]` */
function exchange(x: tf.Tensor, a: number, b: number, c: number, d: number): tf.Tensor {
  if (b === 1 || c === 1) return x;
  return tf.transpose(tf.reshape(x, [a, b, c, d]), [0, 2, 1, 3]);
}
