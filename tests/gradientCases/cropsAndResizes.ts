import { tf } from '../../src/engine/backend/core.ts';
import type { GradientCase } from './gradientCase.ts';

type Shape = [number, number, number, number];
type Box = [number, number, number, number];

/** Inside, across the edge, the whole image, backwards, and a single point. */
const BOXES: Box[] = [
  [0.1, 0.2, 0.85, 0.7],
  [-0.2, 0.3, 0.6, 1.3],
  [0, 0, 1, 1],
  [0.9, 0.1, 0.15, 0.8],
  [0.4, 0.4, 0.4, 0.4],
];

const crop = (
  shape: Shape,
  size: [number, number],
  method: 'bilinear' | 'nearest',
  boxes: Box[] = BOXES,
): GradientCase => ({
  name: `cropAndResize ${boxes.length} of [${String(shape)}] to ${String(size)}, ${method}`,
  shape,
  run: (x) =>
    tf.image.cropAndResize(
      tf.reshape<tf.Rank.R4>(x, shape),
      tf.tensor2d(boxes),
      tf.tensor1d(
        boxes.map((_, i) => (i + 1) % shape[0]),
        'int32',
      ),
      size,
      method,
      0.5,
    ),
  stock: 'throws',
  // webgl takes the number of the box for that of the image.
  ...(shape[0] > 1 && { backends: ['cpu', 'wasm'] }),
});

/** Larger and smaller crops, several boxes on one image and none on another, images one pixel high. */
export const CROPS_AND_RESIZES: readonly GradientCase[] = [
  crop([2, 4, 5, 1], [3, 2], 'bilinear'),
  crop([2, 4, 5, 1], [3, 2], 'nearest'),
  crop([1, 3, 3, 2], [5, 4], 'bilinear'),
  crop([1, 3, 3, 2], [5, 4], 'nearest'),
  crop([3, 2, 4, 1], [1, 1], 'bilinear', BOXES.slice(0, 2)),
  crop([1, 2, 4, 1], [1, 1], 'bilinear', BOXES.slice(0, 2)),
  crop([1, 8, 1, 2], [4, 3], 'bilinear'),
];
