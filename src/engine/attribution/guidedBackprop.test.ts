import { beforeAll, describe, expect, it } from 'vitest';
import { explainTiny } from '../../../tests/explainTiny.ts';
import {
  inputAt,
  layeredTinyNet,
  randomInput,
  tinyModel,
  tinyWeights,
} from '../../../tests/tinyModels.ts';
import { startBackend } from '../backend/startBackend.ts';
import { tf } from '../backend/tf.ts';

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

it('guided Grad-CAM is the product of its factors, told as one progress', async () => {
  const model = layeredTinyNet(tinyWeights(9));
  const inputs = [randomInput(model.card.input, 1), randomInput(model.card.input, 2)];
  const [product, guided, cam] = await Promise.all(
    (['guidedGradCam', 'guidedBackprop', 'gradCam'] as const).map((method) =>
      explainTiny(method, model, inputs, { targetClass: 1 }),
    ),
  );
  product.forEach(({ values }, i) => {
    const expected = guided[i].values.map((value, j) => value * cam[i].values[j]);
    expect(values).toEqual(expected);
    expect(values.some((value) => value !== 0)).toBe(true);
  });
});
