import { beforeAll, describe, expect, it } from 'vitest';
import { reluStack, TINY_INPUT, tinyLayers } from '../../../tests/tinyLayers.ts';
import { randomInput, tinyNet, tinyWeights } from '../../../tests/tinyModels.ts';
import { startBackend } from '../backend/startBackend.ts';
import { layers, tf } from '../backend/tf.ts';
import type { LoadedModel } from './loadedModel.ts';
import { smoothTwin } from './smoothTwin.ts';

const { conv2d, dense, depthwiseConv2d, globalAveragePooling2d, leakyReLU, reLU } = layers.layers;

/** Every kind of bend: in a convolution, a depthwise one, a layer, a capped layer, a leaky one, a dense layer. */
const everyBend = (): layers.layers.Layer[] => [
  conv2d({ inputShape: [12, 12, 1], filters: 4, kernelSize: 3, activation: 'relu' }),
  depthwiseConv2d({ kernelSize: 3, activation: 'relu6' }),
  reLU({ maxValue: 0.5 }),
  conv2d({ filters: 4, kernelSize: 1 }),
  reLU(),
  leakyReLU({ alpha: 0.2 }),
  globalAveragePooling2d({}),
  dense({ units: 4, activation: 'relu' }),
  dense({ units: 2 }),
];

const logitsOf = async (model: LoadedModel, x: tf.Tensor4D): Promise<Float32Array> => {
  const logits = model.logits(x);
  const values = await logits.data<'float32'>();
  logits.dispose();
  return values;
};

/** A model that is one bend of its only pixel. */
const bendOf = (layer: layers.layers.Layer) =>
  tinyLayers([layer, layers.layers.flatten()], { height: 1, width: 1 });

describe.each(['cpu', 'wasm'] as const)('the smooth twin on %s', (backend) => {
  beforeAll(() => startBackend({ ask: backend }));

  it('is the network as β grows, the error falling as 1/β', async () => {
    const model = await tinyLayers(everyBend());
    const { values } = randomInput({ ...model.card.input, ...TINY_INPUT });
    const x = tf.tensor4d(values, [1, 12, 12, 1]);
    const truth = await logitsOf(model, x);
    const errors = [];
    for (const beta of [30, 300, 3000]) {
      const twin = await smoothTwin(model, beta);
      if (!twin) throw new Error('a model of layers has a twin');
      const logits = await logitsOf(twin, x);
      errors.push(Math.max(...logits.map((logit, i) => Math.abs(logit - truth[i]))));
      twin.dispose();
    }
    expect(errors[0]).toBeGreaterThan(1e-3);
    expect(errors[1]).toBeLessThan(errors[0] / 3);
    expect(errors[2]).toBeLessThan(1e-3);
    tf.dispose(x);
    model.dispose();
  });

  it.each([
    ['ReLU', () => reLU({ inputShape: [1, 1, 1] }), (s: (z: number) => number, z: number) => s(z)],
    [
      'ReLU6',
      () => reLU({ inputShape: [1, 1, 1], maxValue: 6 }),
      (s: (z: number) => number, z: number) => s(z) - s(z - 6),
    ],
    [
      'the activation relu6',
      () => layers.layers.activation({ inputShape: [1, 1, 1], activation: 'relu6' }),
      (s: (z: number) => number, z: number) => s(z) - s(z - 6),
    ],
    [
      'leaky ReLU',
      () => leakyReLU({ inputShape: [1, 1, 1], alpha: 0.1 }),
      (s: (z: number) => number, z: number) => 0.1 * z + 0.9 * s(z),
    ],
  ])('bends %s by softplus_β', async (_, layer, formula) => {
    const model = await bendOf(layer());
    const twin = await smoothTwin(model, 2);
    const softplus = (z: number) => Math.log1p(Math.exp(2 * z)) / 2;
    for (const z of [-2, -0.1, 0, 0.7, 5.9, 8]) {
      const [value] = await logitsOf(twin ?? model, tf.tensor4d([z], [1, 1, 1, 1]));
      expect(value).toBeCloseTo(formula(softplus, z), 5);
    }
    tf.disposeVariables();
  });

  it('has a second derivative where the network has none', async () => {
    const model = await tinyLayers(reluStack());
    const twin = await smoothTwin(model, 10);
    const { values } = randomInput(model.card.input);
    const curvature = async (of: LoadedModel) => {
      const slope = (at: tf.Tensor) =>
        tf.grad((x: tf.Tensor) => tf.sum(of.logits(x as tf.Tensor4D)))(at);
      const x = tf.tensor4d(values, [1, 12, 12, 1]);
      const second = tf.grad((at: tf.Tensor) => tf.sum(tf.square(slope(at))))(x);
      return (await second.data<'float32'>()).reduce(
        (most, value) => Math.max(most, Math.abs(value)),
        0,
      );
    };
    expect(await curvature(model)).toBe(0);
    expect(await curvature(twin ?? model)).toBeGreaterThan(1e-3);
    tf.disposeVariables();
  });
});

it('leaves the model as it was, and nothing behind', async () => {
  await startBackend({ ask: 'cpu' });
  const model = await tinyLayers(reluStack());
  const x = tf.tensor4d(randomInput(model.card.input).values, [1, 12, 12, 1]);
  const before = await logitsOf(model, x);
  const tensors = tf.memory().numTensors;
  (await smoothTwin(model, 5))?.dispose();
  expect(tf.memory().numTensors).toBe(tensors);
  expect(await logitsOf(model, x)).toEqual(before);
});

it('there is none of a model that is not made of layers', async () => {
  expect(await smoothTwin(tinyNet(tinyWeights(9)), 10)).toBeNull();
});
