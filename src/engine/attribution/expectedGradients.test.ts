import { beforeAll, describe, expect, it } from 'vitest';
import { attribute } from '../../../tests/attribute.ts';
import {
  inputAt,
  randomInput,
  tinyModel,
  tinyNet,
  tinyWeights,
} from '../../../tests/tinyModels.ts';
import { BASELINES } from '../../domain/attribution.ts';
import { startBackend } from '../backend/startBackend.ts';
import { tf } from '../backend/tf.ts';

beforeAll(async () => {
  await startBackend({ ask: 'cpu' });
});

const scalar = (f: (x: tf.Tensor4D) => tf.Tensor) =>
  tinyModel({ height: 1, width: 4, range: [-1, 1] }, 1, (x) =>
    tf.reshape<tf.Rank.R2>(tf.sum(f(x), [1, 2, 3]), [-1, 1]),
  );
const weights = [3, -2, 0.5, 4];
const linear = scalar((x) => tf.mul(x, tf.tensor4d(weights, [1, 1, 4, 1])));
const square = scalar((x) => tf.square(x));
const x = [0.5, -0.25, 1, -1];
const input = inputAt(x, linear.card.input);

describe('expectedGradients', () => {
  it('of a linear model is (x − x₀) ⊙ w at σ = 0, exactly', async () => {
    const [{ values, completenessGap }] = await attribute('expectedGradients', linear, [input], {
      baseline: 'white',
      sigma: 0,
    });
    values.forEach((value, i) => {
      expect(value).toBeCloseTo((x[i] - 1) * weights[i], 5);
    });
    expect(completenessGap?.sum).toBeCloseTo(-1.5 + 2.5 - 8, 5);
    expect(completenessGap?.outputDifference).toBeCloseTo(-1.5 + 2.5 - 8, 5);
  });

  it.each(BASELINES)(
    'of a linear model from random baselines around %s is complete',
    async (baseline) => {
      const change = { baseline, sigma: 0.3, samples: 24 } as const;
      const [{ completenessGap }] = await attribute('expectedGradients', linear, [input], change);
      const { sum = NaN, outputDifference = NaN } = completenessGap ?? {};
      // The gradient is the same everywhere: whatever was drawn, Σ (x − b)·w = f(x) − f(b).
      expect(sum).toBeCloseTo(outputDifference, 5);
      expect(Math.abs(sum)).toBeGreaterThan(0.1);
    },
  );

  it('takes a fresh uniform picture for each sample of the noise baseline', async () => {
    const change = { baseline: 'noise', sigma: 0, samples: 128 } as const;
    const [{ values }] = await attribute('expectedGradients', linear, [input], change);
    // The mean of 128 uniform draws of −1…1 is 0 within four deviations of 2/√12/√128.
    values.forEach((value, i) => {
      expect(Math.abs(x[i] - value / weights[i])).toBeLessThan((4 * 2) / Math.sqrt(12 * 128));
    });
  });

  it('tends to x² − σ²·range² for f = Σx² from around 0', async () => {
    // Mid-grey is 0 in this range, and the mean of this picture.
    const grey = inputAt([0.5, -0.5, 1, -1], square.card.input);
    const [{ values, completenessGap }] = await attribute('expectedGradients', square, [grey], {
      baseline: 'mean',
      sigma: 0.1,
      samples: 128,
    });
    // E[(x − b)·2(b + α(x − b))] = x² − E[b²], b of deviation 0.2: 128 draws of deviation below 0.4.
    [0.25, 0.25, 1, 1].forEach((exact, i) => {
      expect(Math.abs(values[i] - (exact - 0.04))).toBeLessThan((4 * 0.4) / Math.sqrt(128));
    });
    expect(completenessGap?.relative).toBeLessThan(0.1);
    expect(completenessGap?.outputDifference).toBeCloseTo(2.5 - 4 * 0.04, 1);
  });

  it('is integrated gradients at σ = 0, within 1/samples², the rule of one draw in each part', async () => {
    const [{ values }] = await attribute('expectedGradients', square, [input], {
      sigma: 0,
      samples: 64,
    });
    x.forEach((value, i) => {
      expect(Math.abs(values[i] - (value ** 2 - 1))).toBeLessThan(2 * 4 * 64 ** -1.5);
    });
  });

  it('draws the same for every picture of one seed; another seed draws otherwise', async () => {
    const net = tinyNet(tinyWeights(9));
    const pictures = [1, 2].map((seed) => randomInput(net.card.input, seed));
    for (const baseline of ['black', 'noise'] as const) {
      const [, first] = await attribute('expectedGradients', net, pictures, { baseline });
      const [again] = await attribute('expectedGradients', net, pictures.slice(1), { baseline });
      const [other] = await attribute('expectedGradients', net, pictures.slice(1), {
        baseline,
        seed: 6,
      });
      first.values.forEach((value, i) => {
        expect(Math.abs(value - again.values[i])).toBeLessThan(1e-6);
      });
      expect(other.values).not.toEqual(first.values);
    }
  });
});
