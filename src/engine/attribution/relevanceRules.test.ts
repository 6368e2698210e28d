import { beforeAll, describe, expect, it } from 'vitest';
import { explainTiny } from '../../../tests/explainTiny.ts';
import {
  inputAt,
  layeredModel,
  randomInput,
  tinyNet,
  tinyWeights,
} from '../../../tests/tinyModels.ts';
import { Problem } from '../../domain/problem.ts';
import { startBackend } from '../backend/startBackend.ts';
import { layers, tf } from '../backend/tf.ts';
import type { LoadedModel } from '../model/loadedModel.ts';
import { createRandom } from '../random.ts';

beforeAll(() => startBackend({ ask: 'cpu' }));

const L = layers.layers;
const closeTo = (values: readonly number[], digits = 4) =>
  values.map((value): unknown => expect.closeTo(value, digits));

async function explained(model: LoadedModel, x: readonly number[]) {
  const [found] = await explainTiny('lrp', model, [inputAt(x, model.card.input)]);
  return found;
}

it('a separable convolution counts as the one convolution its two make', async () => {
  const [height, width, inputs, multiplier, outputs] = [3, 2, 3, 2, 4];
  const shape = { inputShape: [5, 5, inputs], filters: outputs, useBias: false };
  const end = () => [L.reLU(), L.flatten(), L.dense({ units: 1, useBias: false })];
  const random = createRandom(3, 'separable');
  const draw = (length: number) => Float32Array.from({ length }, () => random.normal());
  const first = draw(height * width * inputs * multiplier);
  const second = draw(inputs * multiplier * outputs);
  const dense = () => tf.tensor2d(last, [last.length, 1]);
  const last = draw(3 * 4 * outputs);
  const kernel = Float32Array.from({ length: height * width * inputs * outputs }, (_, i) => {
    const [place, output] = [Math.floor(i / outputs), i % outputs];
    let sum = 0;
    for (let m = 0; m < multiplier; m++)
      sum +=
        first[place * multiplier + m] *
        second[((place % inputs) * multiplier + m) * outputs + output];
    return sum;
  });
  const separable = L.separableConv2d({
    ...shape,
    kernelSize: [height, width],
    depthMultiplier: multiplier,
  });
  const plain = L.conv2d({ ...shape, kernelSize: [height, width] });
  const two = layeredModel(layers.sequential({ layers: [separable, ...end()] }), {}, [
    tf.tensor4d(first, [height, width, inputs, multiplier]),
    tf.tensor4d(second, [1, 1, inputs * multiplier, outputs]),
    dense(),
  ]);
  const one = layeredModel(layers.sequential({ layers: [plain, ...end()] }), {}, [
    tf.tensor4d(kernel, [height, width, inputs, outputs]),
    dense(),
  ]);
  const input = randomInput(one.card.input);
  const [expected] = await explainTiny('lrp', one, [input]);
  const [found] = await explainTiny('lrp', two, [input]);
  const largest = Math.max(...expected.values.map(Math.abs));
  expected.values.forEach((value, i) => {
    expect(Math.abs(found.values[i] - value)).toBeLessThan(1e-4 * largest);
  });
});

describe('batch norm', () => {
  const shape = { inputShape: [5, 5, 1] };
  const conv = { filters: 3, kernelSize: 3, useBias: false } as const;
  const tail = () => [L.reLU(), L.flatten(), L.dense({ units: 1, useBias: false })];
  const normed = (first: layers.layers.Layer) =>
    layers.sequential({ layers: [first, L.batchNormalization({ epsilon: 0.01 }), ...tail()] });
  const factors = [2, -1, 0.5];
  const factorsAndShifts = () => [tf.tensor1d(factors), tf.tensor1d([0.1, 0.2, -0.1])];
  const statistics = () => [tf.tensor1d([0.3, -0.2, 0]), tf.tensor1d([0.24, 0.99, 3.99])];

  it.each([
    ['convolution', () => L.conv2d({ ...conv, ...shape })],
    [
      'depthwise convolution',
      () => L.depthwiseConv2d({ ...shape, kernelSize: 3, depthMultiplier: 3, useBias: false }),
    ],
  ] as const)('behind a %s counts as its weights', async (_, make) => {
    const random = createRandom(1, 'norm');
    const draw = (length: number) => Float32Array.from({ length }, () => random.normal());
    const [kernel, dense] = [draw(27), draw(27)];
    const withNorm = layeredModel(normed(make()), {}, [
      tf.tensor4d(kernel, [3, 3, 1, 3]),
      ...factorsAndShifts(),
      tf.tensor2d(dense, [27, 1]),
      ...statistics(),
    ]);
    // γ/√(σ² + ε): 2/0.5, −1/1, 0.5/2; its shift is a bias, which takes nothing.
    const folded = kernel.map((value, i) => value * [4, -1, 0.25][i % 3]);
    const shift = [0.1 - 0.3 * 4, 0.2 - 0.2, -0.1];
    const plain = layers.sequential({
      layers: [L.conv2d({ ...conv, ...shape, useBias: true }), ...tail()],
    });
    const without = layeredModel(plain, {}, [
      tf.tensor4d(folded, [3, 3, 1, 3]),
      tf.tensor1d(shift),
      tf.tensor2d(dense, [27, 1]),
    ]);
    const input = randomInput(withNorm.card.input);
    const [expected] = await explainTiny('lrp', without, [input]);
    const [found] = await explainTiny('lrp', withNorm, [input]);
    expect(Array.from(found.values)).toEqual(closeTo(Array.from(expected.values)));
    expect(found.values.some((value) => Math.abs(value) > 0.01)).toBe(true);
  });

  it('behind a dense layer counts as its weights and its bias', async () => {
    const network = layers.sequential({
      layers: [
        L.flatten({ inputShape: [1, 2, 1] }),
        L.dense({ units: 1 }),
        L.batchNormalization({ epsilon: 1e-9, scale: false }),
        L.dense({ units: 1, useBias: false }),
      ],
    });
    // ((2a + b + 1) + β − μ)/1 with β 3, μ 2, σ² ¼: 2·(5 − 2) + 3 = 9 at (1, 2); f = 9.
    const model = layeredModel(network, { range: [0, 4] }, [
      tf.tensor2d([2, 1], [2, 1]),
      tf.tensor1d([1]),
      tf.tensor1d([3]),
      tf.tensor2d([1], [1, 1]),
      tf.tensor1d([2]),
      tf.tensor1d([0.25]),
    ]);
    const { values, completenessGap } = await explained(model, [1, 2]);
    expect(completenessGap?.outputDifference).toBeCloseTo(9, 4);
    // Contributions 4a and 2b of the whole 9.
    expect(Array.from(values)).toEqual(closeTo([4, 4]));
  });

  it('elsewhere shares with its own shift', async () => {
    const network = layers.sequential({
      layers: [
        L.batchNormalization({ inputShape: [1, 2, 1], epsilon: 1e-9, center: false }),
        L.flatten(),
        L.dense({ units: 1, useBias: false }),
      ],
    });
    // 2·(x − 1): 4 and −2 at (3, 0), f = 4 − 2·3.
    const model = layeredModel(network, { range: [0, 4] }, [
      tf.tensor1d([2]),
      tf.tensor2d([1, 3], [2, 1]),
      tf.tensor1d([1]),
      tf.tensor1d([1]),
    ]);
    const { values } = await explained(model, [3, 0]);
    // Of 4 units of relevance 6/4 go to the pixel, the rest to the shift.
    expect(Array.from(values)).toEqual(closeTo([6, 0]));
  });
});

describe('what has no rule is refused by name', () => {
  const refused = async (model: LoadedModel) =>
    explainTiny('lrp', model, [randomInput(model.card.input)]).then(
      () => 'explained',
      (error: unknown) => (error instanceof Problem ? [error.code, error.detail.got] : error),
    );

  it.each([
    ['gate (Activation, sigmoid)', () => L.activation({ name: 'gate', activation: 'sigmoid' })],
    ['end (Softmax)', () => L.softmax({ name: 'end' })],
    ['norm (LayerNormalization)', () => L.layerNormalization({ name: 'norm' })],
    [
      'up (Conv2DTranspose, linear)',
      () => L.conv2dTranspose({ name: 'up', filters: 1, kernelSize: 2 }),
    ],
  ])('%s', async (name, make) => {
    const network = layers.sequential({
      layers: [
        L.conv2d({ inputShape: [4, 4, 1], filters: 2, kernelSize: 1 }),
        make(),
        L.flatten(),
        L.dense({ units: 1 }),
      ],
    });
    expect(await refused(layeredModel(network))).toEqual(['method-unavailable', name]);
  });

  it('and a network whose layers are not known', async () => {
    expect(await refused(tinyNet(tinyWeights(9)))).toEqual(['method-unavailable', '']);
  });
});
