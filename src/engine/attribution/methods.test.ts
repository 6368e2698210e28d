import { beforeAll, describe, expect, it } from 'vitest';
import {
  inputAt,
  layeredTinyNet,
  randomInput,
  tinyModel,
  tinyNet,
  tinyWeights,
} from '../../../tests/tinyModels.ts';
import {
  type AttributionSettings,
  BASELINES,
  METHOD_IDS,
  type MethodId,
} from '../../domain/attribution.ts';
import type { ModelInput } from '../../domain/picture.ts';
import { startBackend } from '../backend/startBackend.ts';
import { tf } from '../backend/tf.ts';
import { type LoadedModel, toModelRange } from '../model/loadedModel.ts';
import { makeBaseline } from './baseline.ts';
import { ATTRIBUTION } from './registry.ts';

beforeAll(async () => {
  await startBackend({ ask: 'cpu' });
});

const DEFAULTS: AttributionSettings = {
  method: 'gradient',
  reduction: 'sumAbs',
  steps: 8,
  baseline: 'black',
  cover: 'black',
  layer: '',
  sigma: 0.1,
  samples: 8,
  occlusionPatch: 3,
  occlusionStride: 2,
  masks: 48,
  cells: 2,
  keepShare: 0.5,
  coalitions: 512,
  spins: 1,
  targetClass: null,
};

function attribute(
  method: MethodId,
  model: LoadedModel,
  inputs: readonly ModelInput[],
  change: Partial<AttributionSettings> = {},
  targetClass = 0,
) {
  const settings = { ...DEFAULTS, ...change, method };
  const checkpoint = () => Promise.resolve();
  return ATTRIBUTION[method]({ model, inputs, targetClass, settings, seed: 5, checkpoint });
}

const closeTo = (values: readonly number[], digits = 5) =>
  values.map((value): unknown => expect.closeTo(value, digits));

describe('a linear model', () => {
  const weights = [3, -2, 0.5, 4, 1, 1, 1, 1];
  const model = tinyModel({ height: 2, width: 2, range: [-1, 1] }, 2, (x) =>
    tf.matMul(tf.reshape<tf.Rank.R2>(x, [-1, 4]), tf.transpose(tf.tensor2d(weights, [2, 4]))),
  );
  const x = [0.5, -0.25, 1, -1];
  const input = inputAt(x, model.card.input);

  it('has its weights as gradient, for each class', async () => {
    const [first] = await attribute('gradient', model, [input]);
    const [second] = await attribute('gradient', model, [input], {}, 1);
    expect(Array.from(first.values)).toEqual(weights.slice(0, 4));
    expect(Array.from(second.values)).toEqual(weights.slice(4));
  });

  it('input × gradient sums to the logit', async () => {
    const [{ values }] = await attribute('inputXGradient', model, [input]);
    expect(Array.from(values)).toEqual(closeTo(x.map((v, i) => v * weights[i])));
    expect(values.reduce((sum, v) => sum + v, 0)).toBeCloseTo(1.5 + 0.5 + 0.5 - 4, 5);
  });

  it.each(BASELINES)('integrated gradients from %s is (x − x₀) ⊙ w, complete', async (baseline) => {
    const [{ values, completenessGap }] = await attribute('integratedGradients', model, [input], {
      baseline,
    });
    const from = toModelRange(makeBaseline(baseline, input, 5), model.card.input);
    expect(Array.from(values)).toEqual(closeTo(x.map((v, i) => (v - from[i]) * weights[i])));
    const { sum = NaN, outputDifference = NaN } = completenessGap ?? {};
    expect(sum).toBeCloseTo(outputDifference, 5);
  });
});

describe('the two nets of the integrated gradients paper', () => {
  const net = (formula: (a: tf.Tensor, b: tf.Tensor) => tf.Tensor) =>
    tinyModel({ height: 1, width: 2, range: [0, 4] }, 1, (x) => {
      const [a, b] = tf.split(tf.reshape(x, [-1, 2]), 2, 1);
      return tf.reshape<tf.Rank.R2>(tf.relu(formula(a, b)), [-1, 1]);
    });
  const nets = {
    f: net((a, b) => tf.sub(tf.sub(tf.relu(a), 1), tf.relu(b))),
    g: net((a, b) => tf.sub(tf.relu(tf.sub(a, 1)), tf.relu(b))),
  };

  it.each(['f', 'g'] as const)('%s(3, 1) is explained by 1.5 and −0.5', async (name) => {
    const input = inputAt([3, 1], nets[name].card.input);
    const [{ values, completenessGap }] = await attribute('integratedGradients', nets[name], [
      input,
    ]);
    expect(Array.from(values)).toEqual(closeTo([1.5, -0.5]));
    expect(completenessGap?.outputDifference).toBeCloseTo(1, 6);
  });
});

describe('f = 5x + y² + sin z', () => {
  const model = tinyModel({ height: 1, width: 3, range: [-2, 2] }, 1, (input) => {
    const [x, y, z] = tf.split(tf.reshape(input, [-1, 3]), 3, 1);
    const f = tf.add(tf.add(tf.mul(5, x), tf.square(y)), tf.sin(z));
    return tf.reshape<tf.Rank.R2>(f, [-1, 1]);
  });
  const [x, y, z] = [0.5, 1.5, -0.75];
  const input = inputAt([x, y, z], model.card.input);

  it('gradient', async () => {
    const [{ values }] = await attribute('gradient', model, [input]);
    expect(Array.from(values)).toEqual(closeTo([5, 2 * y, Math.cos(z)]));
  });

  it('integrated gradients from black, which is −2 here', async () => {
    const [{ values, completenessGap }] = await attribute('integratedGradients', model, [input], {
      steps: 256,
    });
    const exact = [5 * (x + 2), y * y - 4, Math.sin(z) - Math.sin(-2)];
    expect(Array.from(values)).toEqual(closeTo(exact));
    expect(completenessGap?.relative).toBeLessThan(1e-5);
  });
});

describe('a small convolutional net', () => {
  const weights = tinyWeights(9);
  const model = tinyNet(weights);

  /** The same net in float64, written out. */
  function logit(pixels: Float64Array, target: number): number {
    const { size, filter, filters, dense, classes } = weights;
    const places = Array.from({ length: (size - 1) / 2 }, (_, i) => 2 * i);
    let sum = 0;
    for (let f = 0; f < filters; f++)
      for (const top of places)
        for (const left of places) {
          let value = 0;
          for (let i = 0; i < 9; i++)
            value +=
              filter[i * filters + f] * pixels[(top + Math.floor(i / 3)) * size + left + (i % 3)];
          sum += (Math.max(0, value) * dense[f * classes + target]) / places.length ** 2;
        }
    return sum;
  }

  it('gradient equals finite differences in float64', async () => {
    const input = randomInput(model.card.input);
    const [{ values }] = await attribute('gradient', model, [input], {}, 2);
    const step = 1e-6;
    const pixels = Float64Array.from(input.values);
    const differences = Array.from(pixels, (pixel, i) => {
      const up = logit(pixels.with(i, pixel + step), 2);
      return (up - logit(pixels.with(i, pixel - step), 2)) / (2 * step);
    });
    // float32 sums of 36 products of size 1.
    expect(Array.from(values)).toEqual(closeTo(differences, 5));
    expect(Math.max(...values)).toBeGreaterThan(0.05);
  });

  it.each(BASELINES)('completeness gap from %s ≤ 1e-3 at 64 steps', async (baseline) => {
    // A bend without kinks: ReLU nets of 64 units jump too coarsely for a bound in every picture.
    const smooth = tinyNet(weights, tf.tanh);
    const inputs = [1, 2, 3].map((seed) => randomInput(model.card.input, seed));
    const change = { baseline, steps: 64 };
    const results = await attribute('integratedGradients', smooth, inputs, change);
    for (const { values, completenessGap } of results) {
      expect(completenessGap?.relative).toBeLessThan(1e-3);
      expect(values.reduce((s, v) => s + v, 0)).toBeCloseTo(completenessGap?.sum ?? NaN, 5);
    }
  });

  it.each(METHOD_IDS)('%s: many pictures at once equal one by one', async (method) => {
    const layered = layeredTinyNet(weights);
    const inputs = Array.from({ length: 5 }, (_, i) => randomInput(model.card.input, i));
    const change = { baseline: 'noise', steps: 12, samples: 7 } as const;
    const together = await attribute(method, layered, inputs, change);
    for (const [i, input] of inputs.entries()) {
      const [alone] = await attribute(method, layered, [input], change);
      alone.values.forEach((value, j) => {
        expect(Math.abs(value - together[i].values[j])).toBeLessThan(1e-6);
      });
    }
  });
});

describe('smoothGrad', () => {
  const model = tinyModel({ height: 3, width: 3, range: [0, 2] }, 1, (x) =>
    tf.reshape<tf.Rank.R2>(tf.sum(tf.square(x), [1, 2, 3]), [-1, 1]),
  );
  const input = randomInput(model.card.input, 1);
  const other = randomInput(model.card.input, 2);

  it('is the gradient at σ = 0', async () => {
    const [smooth] = await attribute('smoothGrad', model, [input], { sigma: 0 });
    const [plain] = await attribute('gradient', model, [input]);
    expect(smooth.values).toEqual(plain.values);
  });

  it('tends to the mean gradient, with deviation 2·σ·range/√n for f = Σx²', async () => {
    const [{ values }] = await attribute('smoothGrad', model, [input], {
      sigma: 0.1,
      samples: 128,
    });
    const x = toModelRange(input.values, model.card.input);
    const errors = values.map((value, i) => value - 2 * x[i]);
    const deviation = Math.sqrt(errors.reduce((sum, e) => sum + e * e, 0) / 9);
    const expected = (2 * 0.1 * 2) / Math.sqrt(128);
    // Nine errors: their deviation is within a factor of 2 of its expectation but for 1 in 10⁴.
    expect(deviation).toBeGreaterThan(expected / 2);
    expect(deviation).toBeLessThan(expected * 2);
  });

  it('gives two pictures the same noise, and the same bytes for the same seed', async () => {
    const [a, b] = await attribute('smoothGrad', model, [input, other]);
    const [again] = await attribute('smoothGrad', model, [input]);
    expect(again.values).toEqual(a.values);
    const [x, y] = [input, other].map((p) => toModelRange(p.values, model.card.input));
    const differences = a.values.map((value, i) => value - b.values[i]);
    expect(Array.from(differences)).toEqual(closeTo(Array.from(x, (v, i) => 2 * (v - y[i]))));
  });
});

describe('equivariance', () => {
  it('a stride-1 convolutional net moves its gradient with the part, exactly', async () => {
    const { filter } = tinyWeights(0, 4);
    const model = tinyModel({ height: 16, width: 16 }, 1, (x) =>
      tf.reshape<tf.Rank.R2>(
        tf.sum(tf.relu(tf.conv2d(x, tf.tensor4d(filter, [3, 3, 1, 4]), 1, 'same')), [1, 2, 3]),
        [-1, 1],
      ),
    );
    const part = randomInput({ ...model.card.input, height: 5, width: 5 });
    const laidAt = (top: number, left: number): ModelInput => {
      const values = new Float32Array(256);
      part.values.forEach((value, i) => {
        values[(top + Math.floor(i / 5)) * 16 + left + (i % 5)] = value;
      });
      return { ...part, height: 16, width: 16, values };
    };
    const [here, there] = await attribute('gradient', model, [laidAt(4, 4), laidAt(5, 7)]);
    for (let y = 3; y < 10; y++)
      for (let x = 3; x < 10; x++)
        expect(there.values[(y + 1) * 16 + x + 3]).toBe(here.values[y * 16 + x]);
    expect(here.values.some((value) => value !== 0)).toBe(true);
  });
});
