import { as4d } from '../../src/engine/backend/convolutionGradients.ts';
import { tf } from '../../src/engine/backend/core.ts';
import type { GradientCase, Outcomes } from './outcomes.ts';

/** A case, and how tfjs's own gradient does: why ours is there. */
export interface RepairCase extends GradientCase {
  readonly stock: Outcomes;
  /** Where wasm differs. */
  readonly stockOnWasm?: Outcomes;
}

type Pair = [number, number];

/** Every op whose gradient is replaced or relied upon, shared by the tests of all backends. */
export const GRADIENT_CASES: readonly RepairCase[] = [
  ...activations(),
  ...pools(),
  ...resizes(),
  ...mirrorPads(),
  ...linearLayers(),
];

/** Twenty-four values: 0 and ±1.25 lie halfway between two of them. */
function activations(): RepairCase[] {
  const flat = (
    name: string,
    run: (x: tf.Tensor) => tf.Tensor,
    ...stock: Outcomes
  ): RepairCase => ({
    name,
    shape: [4, 6],
    run,
    stock,
  });
  return [
    flat('relu', tf.relu, 'right', 'right'),
    flat('relu6', (x) => tf.relu6(tf.mul(x, 4.8)), 'right', 'throws'),
    flat('leakyRelu', (x) => tf.leakyRelu(x, 0.3), 'right', 'throws'),
    flat('prelu', (x) => tf.prelu(x, tf.fill([4, 6], 0.3)), 'right', 'throws'),
    flat('clipByValue', (x) => tf.clipByValue(x, -1.25, 1.25), 'right', 'throws'),
    flat('where', (x) => tf.where(tf.greater(x, 0), tf.square(x), x), 'throws', 'throws'),
    flat('max', (x) => tf.max(x, 2), 'right', 'throws'),
    flat('elu', tf.elu, 'right', 'throws'),
    flat('selu', tf.selu, 'right', 'throws'),
    flat('sigmoid', tf.sigmoid, 'right', 'wrong'),
    flat('tanh', tf.tanh, 'right', 'wrong'),
    flat('exp', tf.exp, 'right', 'wrong'),
    flat('softmax', (x) => tf.softmax(x), 'right', 'wrong'),
    flat('x − logSumExp(x)', (x) => tf.sub(x, tf.logSumExp(x, 2, true)), 'right', 'throws'),
    flat('swish', (x) => tf.mul(x, tf.sigmoid(x)), 'right', 'wrong'),
    flat('softplus', tf.softplus, 'right', 'right'),
  ];
}

/** Window, stride and padding of every kind: with rests, overlaps, gaps, one axis only, the whole picture. */
function pools(): RepairCase[] {
  const geometries: {
    shape: number[];
    size: Pair;
    stride: Pair;
    pad: 'same' | 'valid' | number;
  }[] = [
    { shape: [4, 6, 2], size: [2, 2], stride: [2, 2], pad: 'valid' },
    { shape: [5, 7, 2], size: [2, 2], stride: [2, 2], pad: 'same' },
    { shape: [6, 5, 2], size: [3, 3], stride: [2, 2], pad: 'same' },
    { shape: [7, 6, 2], size: [3, 3], stride: [2, 2], pad: 'valid' },
    { shape: [5, 6, 2], size: [3, 3], stride: [2, 2], pad: 1 },
    { shape: [4, 5, 3], size: [3, 3], stride: [1, 1], pad: 'same' },
    { shape: [6, 8, 1], size: [2, 3], stride: [3, 1], pad: 'valid' },
    { shape: [4, 7, 2], size: [1, 2], stride: [2, 2], pad: 'same' },
    { shape: [5, 4, 2], size: [5, 4], stride: [1, 1], pad: 'valid' },
  ];
  return geometries.flatMap(({ shape, size, stride, pad }) => {
    const name = `${size.join('×')} by ${stride.join('×')} of ${shape.join('×')}, ${pad}`;
    const max = (x: tf.Tensor) => tf.maxPool(as4d(x), size, stride, pad);
    const average = (x: tf.Tensor) => tf.avgPool(as4d(x), size, stride, pad);
    return [
      { name: `maxPool ${name}`, shape, centre: 2, run: max, stock: ['right', 'throws'] },
      {
        name: `maxPool ${name}, negative`,
        shape,
        centre: -2,
        run: max,
        stock: ['right', 'throws'],
        stockOnWasm: ['wrong', 'throws'],
      },
      {
        name: `avgPool ${name}`,
        shape,
        run: average,
        stock: pad === 'valid' ? ['right', 'throws'] : ['wrong', 'throws'],
      },
    ];
  });
}

/** Larger, smaller, both at once, to a single pixel; each way of placing pixels. */
function resizes(): RepairCase[] {
  const sizes: { from: Pair; to: Pair }[] = [
    { from: [4, 5], to: [7, 9] },
    { from: [6, 7], to: [3, 4] },
    { from: [3, 6], to: [5, 4] },
    { from: [4, 4], to: [6, 6] },
    { from: [2, 6], to: [4, 1] },
  ];
  const placings = [
    { corners: false, centres: false, named: 'top left' },
    { corners: true, centres: false, named: 'aligned corners' },
    { corners: false, centres: true, named: 'half-pixel centres' },
  ];
  return sizes.flatMap(({ from, to }) =>
    placings.flatMap(({ corners, centres, named }): RepairCase[] => {
      const name = `${from.join('×')} to ${to.join('×')}, ${named}`;
      const shape = [...from, 2];
      const bilinear = (x: tf.Tensor) => tf.image.resizeBilinear(as4d(x), to, corners, centres);
      const nearest = (x: tf.Tensor) =>
        tf.image.resizeNearestNeighbor(as4d(x), to, corners, centres);
      const stockOnWasm: Outcomes = [centres ? 'wrong' : 'right', 'throws'];
      // On cpu a picture that is not square gets a gradient of the transposed shape.
      const square = from[0] === from[1];
      return [
        {
          name: `resizeBilinear ${name}`,
          shape,
          run: bilinear,
          stock: square ? stockOnWasm : ['throws', 'throws'],
          stockOnWasm,
        },
        {
          name: `resizeNearestNeighbor ${name}`,
          shape,
          run: nearest,
          stock: ['wrong', 'throws'],
          stockOnWasm,
        },
      ];
    }),
  );
}

function mirrorPads(): RepairCase[] {
  return (['reflect', 'symmetric'] as const).flatMap((mode): RepairCase[] => {
    // The wrong gradient is linear, and differentiated rightly.
    const stock: Outcomes = ['wrong', 'right'];
    const pad = (x: tf.Tensor, ...paddings: Pair[]) => tf.mirrorPad(x, [[0, 0], ...paddings], mode);
    return [
      {
        name: `mirrorPad ${mode} of rows and columns`,
        shape: [4, 5, 2],
        run: (x) => pad(x, [1, 2], [3, 0], [0, 0]),
        stock,
      },
      {
        name: `mirrorPad ${mode} of channels`,
        shape: [3, 4],
        run: (x) => pad(x, [0, 0], [2, 1]),
        stock,
      },
    ];
  });
}

/** Layers whose slope hangs on x through ∂y only, and a batch norm in each of its inputs. */
function linearLayers(): RepairCase[] {
  const channels = (...values: [number, number, number]) => tf.tensor1d(values);
  const norm = (x: tf.Tensor, variance: tf.Tensor1D, mean: tf.Tensor1D) =>
    tf.batchNorm(x, mean, variance, channels(0.3, -0.2, 0.1), channels(1.5, -0.7, 0.9), 0.01);
  const picture = (rows: number, columns: number) => ({ shape: [rows, columns, 3] });
  return [
    {
      name: 'batchNorm, inference',
      ...picture(2, 4),
      run: (x) => norm(x, channels(0.5, 2, 1.2), channels(0.1, 0.4, -0.3)),
      stock: ['right', 'right'],
    },
    {
      name: 'batchNorm, statistics from one sample',
      shape: [8, 3],
      run: (x) =>
        tf.stack(
          tf.unstack(x).map((sample) => {
            const { mean, variance } = tf.moments(sample, 0);
            return norm(sample, tf.reshape(variance, [3]), tf.reshape(mean, [3]));
          }),
        ),
      stock: ['right', 'right'],
    },
    ...([1, 2] as const).map(
      (stride): RepairCase => ({
        name: `depthwise convolution by ${stride}`,
        ...picture(5, 4),
        run: (x) =>
          tf.depthwiseConv2d(
            as4d(x),
            tf.reshape<tf.Rank.R4>(tf.sin(tf.range(0, 54)), [3, 3, 3, 2]),
            stride,
            'same',
          ),
        stock: ['right', 'throws'],
        stockOnWasm: ['throws', 'throws'],
      }),
    ),
  ];
}
