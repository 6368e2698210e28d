import { tf } from '../../src/engine/backend/core.ts';
import type { GradientCase, Stock } from './gradientCase.ts';

const whole = (values: number[], shape: number[]) => tf.tensor(values, shape, 'int32');

function gather(
  shape: number[],
  indices: number[],
  indicesShape: number[],
  axis: number,
  batchDims = 0,
): GradientCase {
  // wasm reads the wrong indices unless there are as many batches as indices in each.
  const read = indices.length / shape.slice(0, batchDims).reduce((a, b) => a * b, 1);
  const asMany = batchDims === 0 || read * read === indices.length;
  return {
    name: `gather [${String(shape)}] at [${String(indicesShape)}], axis ${axis}, batchDims ${batchDims}`,
    shape,
    run: (x) => tf.gather(x, whole(indices, indicesShape), axis, batchDims),
    stock: batchDims === 0 ? 'right' : 'throws',
    stockOnWasm: 'throws',
    ...(!asMany && { backends: ['cpu', 'webgl'] }),
  };
}

const topK = (shape: number[], k: number): GradientCase => ({
  name: `the largest ${k} of each row of [${String(shape)}]`,
  shape,
  run: (x) => tf.topk(x, k).values,
  stock: 'throws',
});

const gatherNd = (shape: number[], indices: number[], indicesShape: number[]): GradientCase => ({
  name: `gatherND [${String(shape)}] at [${String(indicesShape)}]`,
  shape,
  run: (x) => tf.gatherND(x, whole(indices, indicesShape)),
  stock: 'throws',
});

const segmentSum = (
  shape: number[],
  segments: number[],
  count: number,
  stock: Stock = 'right',
): GradientCase => ({
  name: `sum of [${String(shape)}] by segments ${String(segments)} of ${count}`,
  shape,
  run: (x) => tf.unsortedSegmentSum(x, tf.tensor1d(segments, 'int32'), count),
  stock,
  stockOnWasm: 'throws',
});

/** Entries read once, twice and never, along every axis, in batches, at places x itself decides. */
export const GATHERS: readonly GradientCase[] = [
  gather([4], [2, 0, 2], [3], 0),
  gather([3, 4], [2, 2], [2], 0),
  gather([3, 4], [3, 0, 3, 1, 3], [5], 1),
  gather([2, 3, 2], [1, 2, 2, 0], [2, 2], 1),
  gather([2, 3, 2], [1], [], -1),
  gather([2, 3, 2], [1, 2, 2, 2], [2, 2], 1, 1),
  gather([2, 2, 3], [1, 2, 2, 2], [2, 2], 2, 1),
  gather([2, 3, 2], [1, 2, 2, 0, 0, 1], [2, 3], 1, 1),
  gather([2, 3, 2, 2], [1, 0, 1, 1, 0, 0], [2, 3, 1], 2, 2),
  {
    name: 'gather where x is largest',
    shape: [3, 4],
    run: (x) => tf.gather(x, tf.argMax(x, 1), 1),
    stock: 'throws',
  },
  gatherNd([5], [1, 4, 1], [3, 1]),
  gatherNd([3, 4], [0, 1, 2, 3, 0, 1], [3, 2]),
  gatherNd([3, 2, 2], [2, 0, 2, 2], [2, 2, 1]),
  {
    name: 'scatterND of rows, two of them to one place',
    shape: [3, 2],
    run: (x) => tf.scatterND(whole([3, 0, 3], [3, 1]), x, [4, 2]),
    stock: 'throws',
  },
  segmentSum([5], [2, 0, 2, 1, 0], 3),
  segmentSum([4, 3], [1, 1, 0, 3], 5),
  segmentSum([3, 2, 2], [1, -1, 0], 2),
  segmentSum([4, 2], [1, 2, 0, 7], 2, 'throws'),
  topK([6], 3),
  topK([2, 3, 4], 2),
  topK([3, 4], 4),
];
