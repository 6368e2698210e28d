import { tf } from '../../src/engine/backend/core.ts';
import type { GradientCase } from './gradientCase.ts';

interface Masks {
  readonly begin?: number;
  readonly end?: number;
  readonly ellipsis?: number;
  readonly newAxis?: number;
  readonly shrink?: number;
}

function slice(
  name: string,
  shape: number[],
  [begin, end, strides]: [number[], number[], number[]],
  masks: Masks = {},
): GradientCase {
  return {
    name: `stridedSlice x[${name}] of [${String(shape)}]`,
    shape,
    run: (x) =>
      tf.stridedSlice(
        x,
        begin,
        end,
        strides,
        masks.begin,
        masks.end,
        masks.ellipsis,
        masks.newAxis,
        masks.shrink,
      ),
    stock: 'throws',
  };
}

/** Strides of both signs, ends that fit and that do not, every mask, ranks one to five. */
export const STRIDED_SLICES: readonly GradientCase[] = [
  slice('::2', [7], [[0], [7], [2]]),
  slice('1::2', [7], [[1], [7], [2]]),
  slice('1:6:3', [9], [[1], [6], [3]]),
  slice('4:9:3', [9], [[4], [9], [3]]),
  slice('::-1', [6], [[-1], [-7], [-1]]),
  slice('5:0:-2', [8], [[5], [0], [-2]]),
  slice('-2::-3 by mask', [8], [[-2], [0], [-3]], { end: 1 }),
  slice(
    '1:3, 2:',
    [4, 5],
    [
      [1, 2],
      [3, 5],
      [1, 1],
    ],
  ),
  slice(
    ':, ::2, 1::2, :',
    [2, 5, 4, 2],
    [
      [0, 0, 1, 0],
      [2, 5, 4, 2],
      [1, 2, 2, 1],
    ],
  ),
  slice(
    '::2, ::-1, ::2',
    [3, 2, 4],
    [
      [0, 0, 0],
      [0, 0, 0],
      [2, -1, 2],
    ],
    { begin: 7, end: 7 },
  ),
  slice(
    '..., ::-2',
    [2, 3, 4],
    [
      [0, 0],
      [0, 0],
      [1, -2],
    ],
    { begin: 2, end: 2, ellipsis: 1 },
  ),
  slice(
    'new, ::2, ...',
    [5, 3],
    [
      [0, 0, 0],
      [0, 5, 0],
      [1, 2, 1],
    ],
    { newAxis: 1, ellipsis: 4 },
  ),
  slice(
    '1, 1:3',
    [3, 4],
    [
      [1, 1],
      [2, 3],
      [1, 1],
    ],
    { shrink: 1 },
  ),
  slice(
    '..., -1',
    [3, 4],
    [
      [0, -1],
      [0, 0],
      [1, 1],
    ],
    { ellipsis: 1, shrink: 2 },
  ),
  slice(
    '::2 of five axes',
    [3, 2, 2, 1, 2],
    [
      [0, 0, 0, 0, 1],
      [3, 2, 2, 1, 2],
      [2, 1, 1, 1, 1],
    ],
  ),
];
