import { tf } from '../../src/engine/backend/core.ts';
import type { GradientCase } from './gradientCase.ts';

type Shape = [number, number, number, number];

const depthToSpace = (shape: Shape, block: number, format: 'NHWC' | 'NCHW'): GradientCase => ({
  name: `depthToSpace ${format} [${String(shape)}] by ${block}`,
  shape,
  run: (x) => tf.depthToSpace(tf.reshape<tf.Rank.R4>(x, shape), block, format),
  stock: 'throws',
  // cpu knows NHWC only.
  ...(format === 'NCHW' && { backends: ['wasm', 'webgl'] }),
});

/** Blocks of two and three, one and several channels left, pictures that are not square. */
export const DEPTH_TO_SPACES: readonly GradientCase[] = [
  depthToSpace([2, 2, 3, 4], 2, 'NHWC'),
  depthToSpace([1, 2, 1, 12], 2, 'NHWC'),
  depthToSpace([1, 1, 2, 18], 3, 'NHWC'),
  depthToSpace([2, 4, 2, 3], 2, 'NCHW'),
  depthToSpace([1, 12, 1, 2], 2, 'NCHW'),
];
