import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBackend } from '../backend/startBackend.ts';
import { layers, tf } from '../backend/tf.ts';
import { unfuseConvolutions } from './unfusedConvolutions.ts';

const SHAPE: [number, number, number, number] = [2, 9, 9, 2];

/** Convolutions as they stand before a batch normalisation, and with an activation that is not fused. */
function network(): layers.LayersModel {
  const convolution = (name: string, more: object) =>
    layers.layers.conv2d({
      name,
      filters: 3,
      kernelSize: 3,
      kernelInitializer: layers.initializers.randomNormal({ stddev: 0.5, seed: 3 }),
      biasInitializer: layers.initializers.randomNormal({ stddev: 0.5, seed: 4 }),
      ...more,
    });
  return layers.sequential({
    layers: [
      convolution('plain', { strides: 2, padding: 'same', inputShape: SHAPE.slice(1) }),
      layers.layers.batchNormalization(),
      convolution('bent', { activation: 'tanh', useBias: false }),
      convolution('taken', { activation: 'relu', padding: 'same' }),
    ],
  });
}

const picture = () => tf.reshape<tf.Rank.R4>(tf.sin(tf.range(0, 324)), SHAPE);

beforeAll(() => startBackend({ ask: 'cpu' }));
afterAll(() => startBackend({ ask: 'cpu' }));

it('computes what the fused convolutions did', async () => {
  const net = network();
  const run = () => (net.predict(picture()) as tf.Tensor).data<'float32'>();
  const before = await run();
  unfuseConvolutions(net);
  const after = await run();
  // The same sums in the same order: only the last bit may differ.
  expect(Math.max(...after.map((value, i) => Math.abs(value - before[i])))).toBeLessThan(1e-6);
  net.dispose();
});

it('has a gradient on wasm, the same as on cpu', async () => {
  const gradientOn = async (ask: 'cpu' | 'wasm') => {
    await startBackend({ ask });
    const net = network();
    unfuseConvolutions(net);
    const gradient = tf.tidy(() =>
      tf.grad((x: tf.Tensor) => tf.sum(net.apply(x) as tf.Tensor))(picture()),
    );
    const values = await gradient.data<'float32'>();
    gradient.dispose();
    net.dispose();
    return values;
  };
  const [cpu, wasm] = [await gradientOn('cpu'), await gradientOn('wasm')];
  const largest = Math.max(...cpu.map(Math.abs));
  expect(largest).toBeGreaterThan(0.1);
  // Both in float32, sums of some hundred products in another order.
  expect(Math.max(...wasm.map((value, i) => Math.abs(value - cpu[i])))).toBeLessThan(
    1e-5 * largest,
  );
});
