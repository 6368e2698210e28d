import { beforeAll, describe, expect, it } from 'vitest';
import { explainTiny } from '../../../tests/explainTiny.ts';
import { readSample, shippedModel } from '../../../tests/shippedFiles.ts';
import { inputAt, layeredModel, randomInput, tinyModel } from '../../../tests/tinyModels.ts';
import { BASELINES } from '../../domain/attribution.ts';
import { startBackend } from '../backend/startBackend.ts';
import { layers, tf } from '../backend/tf.ts';
import { toModelRange } from '../model/loadedModel.ts';
import { loadModel } from '../model/loadModel.ts';
import { preprocess } from '../model/preprocess.ts';
import { createRandom } from '../random.ts';
import { makeBaseline } from './baseline.ts';

beforeAll(() => startBackend({ ask: 'cpu' }));

const closeTo = (values: readonly number[], digits = 5) =>
  values.map((value): unknown => expect.closeTo(value, digits));

it.each(BASELINES)('of a linear model from %s is (x − x₀) ⊙ w', async (baseline) => {
  const weights = [3, -2, 0.5, 4];
  const model = tinyModel({ height: 2, width: 2, range: [-1, 1] }, 1, (x) =>
    tf.matMul(tf.reshape<tf.Rank.R2>(x, [-1, 4]), tf.tensor2d(weights, [4, 1])),
  );
  const x = [0.5, -0.25, 1, -1];
  const input = inputAt(x, model.card.input);
  const [{ values }] = await explainTiny('deepLift', model, [input], { baseline });
  const from = toModelRange(makeBaseline(baseline, input, 5), model.card.input);
  expect(Array.from(values)).toEqual(closeTo(x.map((v, i) => (v - from[i]) * weights[i])));
});

describe('the two nets of the integrated gradients paper, which compute the same', () => {
  const net = (formula: (a: tf.Tensor, b: tf.Tensor) => tf.Tensor) =>
    tinyModel({ height: 1, width: 2, range: [0, 4] }, 1, (x) => {
      const [a, b] = tf.split(tf.reshape(x, [-1, 2]), 2, 1);
      return tf.reshape<tf.Rank.R2>(tf.relu(formula(a, b)), [-1, 1]);
    });

  it.each([
    // Outer ReLU from −1 to 1: 1/2. Inner ones: 1.
    ['f', net((a, b) => tf.sub(tf.sub(tf.relu(a), 1), tf.relu(b))), [1.5, -0.5]],
    // Outer ReLU from 0 to 1: 1. ReLU(a − 1) from −1 to 2: 2/3.
    ['g', net((a, b) => tf.sub(tf.relu(tf.sub(a, 1)), tf.relu(b))), [2, -1]],
  ] as const)('%s(3, 1) is explained in its own way, completely', async (_, model, expected) => {
    const input = inputAt([3, 1], model.card.input);
    const [{ values, completenessGap }] = await explainTiny('deepLift', model, [input]);
    expect(Array.from(values)).toEqual(closeTo(expected));
    expect(completenessGap?.sum).toBeCloseTo(1, 5);
    expect(completenessGap?.outputDifference).toBeCloseTo(1, 5);
  });
});

/** Pools of both kinds, ReLU6, leaky ReLU, tanh and sigmoid, in layers. */
function pooledNet(seed: number) {
  const { conv2d, maxPooling2d, averagePooling2d, leakyReLU, flatten, dense } = layers.layers;
  const network = layers.sequential({
    layers: [
      conv2d({ inputShape: [12, 10, 3], filters: 6, kernelSize: 3, activation: 'relu6' }),
      maxPooling2d({ poolSize: 3, strides: 2 }),
      conv2d({ filters: 5, kernelSize: 3, padding: 'same', activation: 'tanh' }),
      averagePooling2d({ poolSize: 2 }),
      leakyReLU({}),
      flatten(),
      dense({ units: 8, activation: 'sigmoid' }),
      dense({ units: 2 }),
    ],
  });
  const random = createRandom(seed, 'pooled net');
  const weights = network.getWeights().map(({ shape, size }) =>
    tf.tensor(
      Float32Array.from(
        { length: size },
        () => random.normal() * Math.sqrt((3 * (shape.at(-1) ?? 1)) / size),
      ),
      shape,
    ),
  );
  return layeredModel(network, { range: [-1, 2] }, weights);
}

it('sums to the difference of the outputs through pools and bends, and alone as together', async () => {
  const model = pooledNet(1);
  const before = tf.memory().numTensors;
  const inputs = Array.from({ length: 19 }, (_, i) => randomInput(model.card.input, i));
  const together = await explainTiny('deepLift', model, inputs, { baseline: 'white' });
  for (const { completenessGap } of together) {
    const { sum = NaN, outputDifference = NaN } = completenessGap ?? {};
    expect(Math.abs(sum - outputDifference)).toBeLessThan(2e-5);
  }
  const differences = together.map(({ completenessGap }) => completenessGap?.outputDifference ?? 0);
  expect(Math.max(...differences.map(Math.abs))).toBeGreaterThan(0.1);
  const [alone] = await explainTiny('deepLift', model, [inputs[18]], { baseline: 'white' });
  alone.values.forEach((value, j) => {
    expect(Math.abs(value - together[18].values[j])).toBeLessThan(1e-6);
  });
  expect(tf.memory().numTensors).toBe(before);
});

it('a picture that is its own baseline gets nothing', async () => {
  const model = pooledNet(2);
  const { height, width, channels } = model.card.input;
  const black = { height, width, channels, values: new Float32Array(height * width * channels) };
  const [{ values, completenessGap }] = await explainTiny('deepLift', model, [black]);
  expect(values.every((value) => value === 0)).toBe(true);
  expect(completenessGap).toEqual({ sum: 0, outputDifference: 0, relative: null });
});

it('summation to delta ≤ 1e-3 on samples of the shipped model', async () => {
  await startBackend({ ask: 'wasm' });
  const model = await loadModel(shippedModel('surface-natural'));
  const files = ['crack-1.png', 'scratch-2.png', 'ok-1.png'];
  const pictures = await Promise.all(files.map(readSample));
  const inputs = pictures.map((picture) => preprocess(picture, model.card.input));
  for (const baseline of ['black', 'mean'] as const) {
    const found = await explainTiny('deepLift', model, inputs, { baseline });
    for (const { completenessGap } of found) expect(completenessGap?.relative).toBeLessThan(1e-3);
  }
  model.dispose();
});
