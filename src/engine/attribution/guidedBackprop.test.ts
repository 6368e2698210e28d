import { beforeAll, describe, expect, it } from 'vitest';
import { explainTiny } from '../../../tests/explainTiny.ts';
import { inputAt, layeredModel, randomInput, tinyModel } from '../../../tests/tinyModels.ts';
import { startBackend } from '../backend/startBackend.ts';
import { layers, tf } from '../backend/tf.ts';

beforeAll(() => startBackend({ ask: 'cpu' }));

/**
 * f = 2·ReLU(a + b) + 3·ReLU(a − b) − ReLU(2b − a). At (1, 2) the units are 3, −1 and 3: the second is
 * closed, the third speaks against.
 */
const net = (bend: (x: tf.Tensor) => tf.Tensor = tf.relu) =>
  tinyModel({ height: 1, width: 2, range: [0, 4] }, 1, (x) => {
    const units = tf.matMul(
      tf.reshape<tf.Rank.R2>(x, [-1, 2]),
      tf.tensor2d([1, 1, -1, 1, -1, 2], [2, 3]),
    );
    return tf.matMul(tf.reshape<tf.Rank.R2>(bend(units), [-1, 3]), tf.tensor2d([[2], [3], [-1]]));
  });

describe('a net of three units', () => {
  const model = net();
  const input = inputAt([1, 2], model.card.input);

  it.each([
    ['gradient', [3, 0]],
    // Only the first unit is open and speaks for.
    ['guidedBackprop', [2, 2]],
    // The closed one speaks for, too.
    ['deconvolution', [5, -1]],
  ] as const)('%s is %j', async (method, expected) => {
    const [{ values, channels, completenessGap }] = await explainTiny(method, model, [input]);
    expect(Array.from(values)).toEqual(expected);
    expect([channels, completenessGap]).toEqual([1, null]);
  });
});

it.each(['guidedBackprop', 'deconvolution'] as const)(
  '%s refuses a network without a ReLU, and leaves nothing behind',
  async (method) => {
    const model = net(tf.tanh);
    const before = tf.memory().numTensors;
    await expect(
      explainTiny(method, model, [inputAt([1, 2], model.card.input)]),
    ).rejects.toMatchObject({
      code: 'method-unavailable',
      detail: { what: method, allowed: 'relu', got: '' },
    });
    expect(tf.memory().numTensors).toBe(before);
  },
);

it('guided Grad-CAM is the product of its factors, channel by channel, told as one progress', async () => {
  const { conv2d, globalAveragePooling2d, dense } = layers.layers;
  const network = layers.sequential({
    layers: [
      conv2d({
        inputShape: [6, 4, 3],
        name: 'conv',
        filters: 4,
        kernelSize: 3,
        activation: 'relu',
      }),
      globalAveragePooling2d({}),
      dense({ units: 2 }),
    ],
  });
  const model = layeredModel(network, { lastSpatialLayer: 'conv' }, [
    tf.randomNormal([3, 3, 3, 4], 0, 1, 'float32', 1),
    tf.ones([4]),
    tf.randomNormal([4, 2], 0, 1, 'float32', 2),
    tf.zeros([2]),
  ]);
  const inputs = [randomInput(model.card.input, 1), randomInput(model.card.input, 2)];
  const told: string[] = [];
  const progress = async (done: number, total: number) => void told.push(`${done}/${total}`);
  const product = await explainTiny('guidedGradCam', model, inputs, {}, progress);
  const guided = await explainTiny('guidedBackprop', model, inputs);
  const cam = await explainTiny('gradCam', model, inputs);
  product.forEach(({ values, channels }, i) => {
    expect(channels).toBe(3);
    values.forEach((value, j) => {
      const expected = guided[i].values[j] * cam[i].values[Math.floor(j / 3)];
      expect(Math.abs(value - expected)).toBeLessThan(1e-6);
    });
    expect(values.some((value) => Math.abs(value) > 1e-3)).toBe(true);
  });
  expect(told).toEqual(['0/4', '2/4', '2/4', '4/4']);
});
