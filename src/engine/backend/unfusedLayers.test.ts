import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBackend } from './startBackend.ts';
import { layers, tf } from './tf.ts';

/** The same weights every time: near a bend of a rectifier a difference is no slope. */
const drawn = (seed: number) => ({
  kernelInitializer: layers.initializers.glorotUniform({ seed }),
});

/** Layers without an activation, one convolution dilated, as tfjs makes them. */
const stock = (): layers.LayersModel =>
  layers.sequential({
    layers: [
      layers.layers.conv2d({
        inputShape: [7, 7, 1],
        filters: 3,
        kernelSize: 3,
        strides: 2,
        ...drawn(1),
      }),
      layers.layers.leakyReLU(),
      layers.layers.conv2d({
        filters: 2,
        kernelSize: 2,
        dilationRate: 2,
        padding: 'same',
        ...drawn(2),
      }),
      layers.layers.flatten(),
      layers.layers.dense({ units: 2, ...drawn(3) }),
    ],
  });

/** The same network as it comes from a file. */
async function loaded(original: layers.LayersModel): Promise<layers.LayersModel> {
  const json = original.toJSON(null, true);
  const modelTopology = JSON.parse(typeof json === 'string' ? json : '') as object;
  const copy = await layers.loadLayersModel({ load: () => Promise.resolve({ modelTopology }) });
  copy.setWeights(original.getWeights());
  return copy;
}

const picture = () => tf.reshape(tf.linspace(-1, 1, 49), [1, 7, 7, 1]);
const output = (model: layers.LayersModel, x: tf.Tensor) =>
  tf.sum(tf.square(model.apply(x) as tf.Tensor));
const gradient = (model: layers.LayersModel) =>
  tf.tidy(() => tf.grad((x: tf.Tensor) => output(model, x))(picture()));

describe.each(['cpu', 'wasm'] as const)('layers of a loaded model on %s', (backend) => {
  beforeAll(() => startBackend({ ask: backend }));
  afterAll(() => tf.disposeVariables());

  test('have no gradient as tfjs fuses them', () => {
    expect(() => gradient(stock())).toThrow(/Conv2DBackpropFilter|dilation/);
  });

  test('have the gradient that differences show', async () => {
    const model = await loaded(stock());
    const slopes = await gradient(model).data();
    // Small: between two bends the output is quadratic, its differences exact but for rounding.
    const step = 0.004;
    for (const at of [0, 8, 24, 40]) {
      const along = tf.reshape(tf.oneHot(tf.tensor1d([at], 'int32'), 49), [1, 7, 7, 1]);
      const moved = (by: number) => output(model, tf.add(picture(), tf.mul(along, by)));
      const [right] = await moved(step).data();
      const [left] = await moved(-step).data();
      expect((right - left) / (2 * step)).toBeCloseTo(slopes[at], 2);
    }
  });

  test('keep an activation that tfjs does not fuse', async () => {
    const bent = () =>
      layers.sequential({
        layers: [
          layers.layers.conv2d({
            inputShape: [7, 7, 1],
            filters: 3,
            kernelSize: 3,
            activation: 'sigmoid',
            ...drawn(4),
          }),
          layers.layers.flatten(),
          layers.layers.dense({ units: 2, activation: 'tanh', ...drawn(5) }),
        ],
      });
    if (backend === 'wasm') expect(() => gradient(bent())).toThrow(/Conv2DBackpropFilter/);
    const original = bent();
    const model = await loaded(original);
    const slopes = await gradient(model).data<'float32'>();
    const step = 0.01;
    const along = tf.tensor(slopes, [1, 7, 7, 1]);
    const moved = (by: number) => output(original, tf.add(picture(), tf.mul(along, by)));
    const [right] = await moved(step).data();
    const [left] = await moved(-step).data();
    const squares = slopes.reduce((sum, slope) => sum + slope * slope, 0);
    expect((right - left) / (2 * step * squares)).toBeCloseTo(1, 2);
  });

  test('compute no gradient of weights that nobody asked for', async () => {
    const model = await loaded(stock());
    const { kernels } = await tf.profile(() => gradient(model));
    const count = (kernel: string) => kernels.filter(({ name }) => name === kernel).length;
    // Forward and back for each of two convolutions and one dense layer.
    expect(count('Conv2D')).toBe(4);
    expect(count('BatchMatMul')).toBe(2);
  });

  test('give the same output as fused ones', async () => {
    const original = stock();
    const before = await (original.apply(picture()) as tf.Tensor).data();
    const after = await ((await loaded(original)).apply(picture()) as tf.Tensor).data();
    expect([...after]).toEqual([...before]);
  });
});
