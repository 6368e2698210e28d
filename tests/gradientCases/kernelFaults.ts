import { tf } from '../../src/engine/backend/core.ts';

/** An op that TensorFlow.js itself gets wrong: why the gradient cases leave a backend out. */
interface KernelFault {
  readonly name: string;
  readonly run: () => tf.Tensor;
  /** What the op is defined to answer. */
  readonly right: number[];
  readonly wrongOn: readonly string[];
}

const table = (...shape: number[]) => {
  const size = shape.reduce((a, b) => a * b, 1);
  return tf.reshape(tf.range(0, size), shape);
};

const crop = (shape: [number, number, number, number], image: number, size: [number, number]) =>
  tf.image.cropAndResize(
    tf.reshape<tf.Rank.R4>(table(...shape), shape),
    tf.tensor2d([[0.1, 0, 0.9, 1]]),
    tf.tensor1d([image], 'int32'),
    size,
    'nearest',
  );

/** Each with the smallest input that shows it. */
export const KERNEL_FAULTS: readonly KernelFault[] = [
  {
    name: 'a strided slice that shrinks an axis: x[1, ::2]',
    run: () => tf.stridedSlice(table(3, 4), [1, 0], [2, 4], [1, 2], 0, 0, 0, 0, 1),
    right: [4, 6],
    wrongOn: ['cpu', 'wasm', 'webgl'],
  },
  {
    name: 'a batched gather, unless there are as many batches as indices in each',
    run: () => tf.gather(table(2, 3), tf.tensor2d([0, 1, 1, 2, 2, 2], [2, 3], 'int32'), 1, 1),
    right: [0, 1, 1, 5, 5, 5],
    wrongOn: ['wasm'],
  },
  {
    name: 'an einsum that sums a label of one operand before the other joins',
    run: () => tf.einsum('ij,jk->k', table(2, 2), tf.ones([2, 2])),
    right: [6, 6],
    wrongOn: ['cpu', 'webgl'],
  },
  {
    name: 'a crop exactly as wide as its box, by the nearest pixel',
    run: () => crop([1, 8, 1, 1], 0, [4, 1]),
    right: [1, 3, 4, 6],
    wrongOn: ['wasm'],
  },
  {
    name: 'a crop of another image than that of the number of the box',
    run: () => crop([2, 8, 1, 1], 1, [4, 2]),
    right: [9, 9, 11, 11, 12, 12, 14, 14],
    wrongOn: ['webgl'],
  },
];

/** Whether the backend that runs answers what the op is defined to answer. */
export function isRight({ run, right }: KernelFault): boolean {
  try {
    const values = tf.tidy(() => Float32Array.from(run().bufferSync().values));
    return values.length === right.length && right.every((value, i) => values[i] === value);
  } catch {
    return false;
  }
}
