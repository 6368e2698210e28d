import { tf } from '../../src/engine/backend/core.ts';
import type { GradientCase } from './gradientCase.ts';

const SHAPES = [[4], [3, 3], [2, 1, 3]];
const MODES = [
  [false, false],
  [false, true],
  [true, false],
  [true, true],
] as const;

function* everyAxis(): Generator<GradientCase> {
  for (const shape of SHAPES)
    for (const axis of shape.keys())
      for (const [exclusive, reverse] of MODES) {
        const how = `[${String(shape)}] along ${axis}${exclusive ? ', exclusive' : ''}${reverse ? ', reverse' : ''}`;
        yield {
          name: `cumsum ${how}`,
          shape,
          run: (x) => tf.cumsum(x, axis, exclusive, reverse),
          stock: stockOfCumsum(shape, axis),
        };
        yield {
          name: `cumprod ${how}`,
          shape,
          run: (x) => tf.cumprod(x, axis, exclusive, reverse),
          stock: 'throws',
        };
      }
}

/** The stock gradient moves the axis last and does not move it back. */
function stockOfCumsum(shape: number[], axis: number): GradientCase['stock'] {
  const last = shape.length - 1;
  if (axis === last) return 'right';
  const moved = [...shape.slice(0, axis), ...shape.slice(axis + 1), shape[axis]];
  return moved.every((size, i) => size === shape[i]) ? 'wrong' : 'throws';
}

/** A product through zero, where a gradient by division would not be a number. */
const throughZero: GradientCase = {
  name: 'cumprod with two zeros',
  shape: [4],
  run: (x) => tf.cumprod(tf.mul(x, tf.tensor1d([1, 0, 1, 0])), 0),
  stock: 'throws',
};

/** Sums and products along every axis of one to three, both ways, with and without the entry itself. */
export const CUMULATIVES: readonly GradientCase[] = [...everyAxis(), throughZero];
