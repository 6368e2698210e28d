import { beforeAll, describe, expect, it } from 'vitest';
import { attribute, attributionSettings } from '../../../tests/attribute.ts';
import { randomInput, tinyModel, tinyNet, tinyWeights } from '../../../tests/tinyModels.ts';
import { startBackend } from '../backend/startBackend.ts';
import { tf } from '../backend/tf.ts';
import { noisyCopies } from './noisyCopies.ts';

beforeAll(async () => {
  await startBackend({ ask: 'cpu' });
});

/** Gradient 10⁶ + 16x: a large mean that a difference of squares would lose the variance beside. */
const model = tinyModel({ height: 2, width: 3, range: [0, 2] }, 1, (x) =>
  tf.reshape<tf.Rank.R2>(
    tf.sum(tf.add(tf.mul(x, 1e6), tf.mul(tf.square(x), 8)), [1, 2, 3]),
    [-1, 1],
  ),
);
const input = randomInput(model.card.input);

describe('varGrad', () => {
  it('is the population variance of the gradients at the copies that SmoothGrad takes', async () => {
    const change = { sigma: 0.01, samples: 9 };
    const [{ values }] = await attribute('varGrad', model, [input], change);
    const copies = noisyCopies(input, model.card.input, attributionSettings(change), 5);
    const slopes = Array.from({ length: 9 }, (_, i) => {
      const point = new Float32Array(6);
      copies.write(i, point);
      return point.map((x) => 1e6 + 16 * x);
    });
    values.forEach((value, j) => {
      const mean = slopes.reduce((sum, slope) => sum + slope[j], 0) / 9;
      const variance = slopes.reduce((sum, slope) => sum + (slope[j] - mean) ** 2, 0) / 9;
      expect(variance).toBeGreaterThan(0.01);
      expect(value / variance).toBeCloseTo(1, 6);
    });
    const [smooth] = await attribute('smoothGrad', model, [input], change);
    smooth.values.forEach((value, j) => {
      expect(value).toBeCloseTo(slopes.reduce((sum, slope) => sum + slope[j], 0) / 9, 1);
    });
  });

  it('tends to 4·σ²·range² for f = Σx², and is 0 at σ = 0', async () => {
    const square = tinyModel({ height: 3, width: 3, range: [0, 2] }, 1, (x) =>
      tf.reshape<tf.Rank.R2>(tf.sum(tf.square(x), [1, 2, 3]), [-1, 1]),
    );
    const picture = randomInput(square.card.input);
    const change = { sigma: 0.1, samples: 128 };
    const [{ values }] = await attribute('varGrad', square, [picture], change);
    const mean = values.reduce((sum, value) => sum + value, 0) / 9;
    // Nine variances of 128 draws: their mean deviates by √(2/(9·127)) = 4 % of itself.
    expect(Math.abs(mean / (4 * 0.1 ** 2 * 2 ** 2) - 1)).toBeLessThan(4 * 0.04);
    const [still] = await attribute('varGrad', square, [picture], { sigma: 0 });
    expect(still.values.every((value) => value === 0)).toBe(true);
  });

  it('gives the same bytes for the same seed, others for another', async () => {
    const net = tinyNet(tinyWeights(9));
    const pictures = [1, 2].map((seed) => randomInput(net.card.input, seed));
    const [, first] = await attribute('varGrad', net, pictures);
    const [, again] = await attribute('varGrad', net, pictures);
    const [, other] = await attribute('varGrad', net, pictures, { seed: 6 });
    expect(again.values).toEqual(first.values);
    expect(other.values).not.toEqual(first.values);
    expect(Math.min(...first.values)).toBeGreaterThanOrEqual(0);
  });
});
