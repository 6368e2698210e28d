import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attributionSettings } from '../../tests/attribute.ts';
import {
  CPU,
  inputAt,
  layeredTinyNet,
  randomInput,
  tinyModel,
  tinyWeights,
} from '../../tests/tinyModels.ts';
import { type AttributionSettings, METHOD_IDS } from '../domain/attribution.ts';
import type { ModelInput } from '../domain/picture.ts';
import { Problem } from '../domain/problem.ts';
import { gradient } from './attribution/gradient.ts';
import { startBackend } from './backend/startBackend.ts';
import { tf } from './backend/tf.ts';
import { choosePhases, cycleSpinning } from './cycleSpinning.ts';
import { createEngine } from './engine.ts';
import { explain } from './explain.ts';
import type { LoadedModel } from './model/loadedModel.ts';

beforeAll(async () => {
  await startBackend({ ask: 'cpu' });
});

type Checkpoint = (done: number, total: number) => Promise<void>;
const idle: Checkpoint = () => Promise.resolve();
const strided = (model: LoadedModel, totalStride: number): LoadedModel => ({
  ...model,
  card: { ...model.card, totalStride },
});

/** The maps of pictures, through `explain` and its cache. */
function explaining(model: LoadedModel) {
  let seen = 0;
  const logits = (x: tf.Tensor4D) => {
    seen += x.shape[0];
    return model.logits(x);
  };
  const engine = createEngine(CPU, { ...model, logits });
  return {
    seen: () => seen,
    maps: async (
      inputs: readonly ModelInput[],
      change: Partial<AttributionSettings>,
      { seed = 1, checkpoint = idle } = {},
    ) => {
      const settings = { attribution: attributionSettings(change), seed };
      return explain(engine, inputs, { targetClass: 0, settings }, checkpoint);
    },
  };
}

describe('choosePhases', () => {
  it('gives every phase once, in an order that the seed does not change', () => {
    const phases = choosePhases(3, 9, 1);
    expect(phases).toEqual(choosePhases(3, 9, 2));
    expect(phases.map(({ dx, dy }) => [dx, dy])).toEqual(
      [-1, 0, 1].flatMap((dy) => [-1, 0, 1].map((dx) => [dx, dy])),
    );
  });

  it('always visits the picture as it is, and one more phase for one spin more', () => {
    for (let spins = 2; spins < 64; spins++) {
      const phases = choosePhases(8, spins, 7).map(({ dx, dy }) => `${dx} ${dy}`);
      expect(new Set(phases).size).toBe(spins);
      expect(phases).toContain('0 0');
      const more = choosePhases(8, spins + 1, 7).map(({ dx, dy }) => `${dx} ${dy}`);
      expect(more).toEqual(expect.arrayContaining(phases));
    }
    expect(choosePhases(8, 20, 7)).not.toEqual(choosePhases(8, 20, 8));
  });
});

describe('the mean over phases', () => {
  const weights = [3, -2, 0.5, 4, 1, -6];
  const linear = strided(
    tinyModel({ height: 2, width: 3 }, 1, (x) =>
      tf.matMul(tf.reshape<tf.Rank.R2>(x, [-1, 6]), tf.tensor2d(weights, [6, 1])),
    ),
    2,
  );
  const local = strided(
    tinyModel({ height: 2, width: 3 }, 1, (x) =>
      tf.reshape<tf.Rank.R2>(tf.sum(tf.square(x), [1, 2, 3]), [-1, 1]),
    ),
    2,
  );
  const input = inputAt([0.1, 0.2, 0.9, 0.4, 0.8, 0.3], linear.card.input);

  it('is what the phases that kept the pixel inside say of it: shifts −1 and 0', async () => {
    const [{ map }] = await explaining(linear).maps([input], { spins: 4, reduction: 'sum' });
    // Pixel (1, 1) is at weights (1, 1), (1, 0), (0, 1), (0, 0); pixel (0, 0) only at its own.
    const exact = [3, (3 - 2) / 2, (-2 + 0.5) / 2, (3 + 4) / 2, (3 - 2 + 4 + 1) / 4, -6.5 / 4];
    map.values.forEach((value, i) => {
      expect(value).toBeCloseTo(exact[i] ?? Number.NaN, 6);
    });
  });

  it('averages reduced maps: |a| before the mean', async () => {
    const [{ map }] = await explaining(linear).maps([input], { spins: 4 });
    const exact = [3, 2.5, 1.25, 3.5, 2.5, 2.375];
    map.values.forEach((value, i) => {
      expect(value).toBeCloseTo(exact[i] ?? Number.NaN, 6);
    });
  });

  it('leaves a map alone that follows its picture anyway, up to the border', async () => {
    const [spun] = await explaining(local).maps([input], { spins: 4 });
    spun.map.values.forEach((value, i) => {
      expect(value).toBeCloseTo(2 * input.values[i], 6);
    });
    const [some] = await explaining(local).maps([input], { spins: 3 });
    expect(some.map.values).toEqual(spun.map.values);
  });

  it('tells the mean gap of a complete method', async () => {
    const change = { method: 'integratedGradients', spins: 4, steps: 8 } as const;
    const [{ completenessGap }] = await explaining(linear).maps([input], change);
    // f at the four shifted pictures with repeated edges, from black: worked out by hand.
    const rows = [
      [0.1, 0.2, 0.9, 0.4, 0.8, 0.3],
      [0.2, 0.9, 0.9, 0.8, 0.3, 0.3],
      [0.4, 0.8, 0.3, 0.4, 0.8, 0.3],
      [0.8, 0.3, 0.3, 0.8, 0.3, 0.3],
    ];
    const outputs = rows.map((row) => row.reduce((sum, x, i) => sum + x * (weights[i] ?? 0), 0));
    const mean = outputs.reduce((sum, output) => sum + output, 0) / 4;
    expect(completenessGap?.outputDifference).toBeCloseTo(mean, 5);
    expect(completenessGap?.sum).toBeCloseTo(mean, 5);
  });
});

describe('a network of stride 4', () => {
  const filters = 4;
  const { filter, dense } = tinyWeights(0, filters);
  const net = strided(
    tinyModel({ height: 33, width: 33 }, 3, (x) => {
      const kernel = tf.tensor4d(filter, [3, 3, 1, filters]);
      const features = tf.mean(tf.relu(tf.conv2d(x, kernel, 4, 'valid')), [1, 2]);
      return tf.matMul(tf.reshape<tf.Rank.R2>(features, [-1, filters]), tf.tensor2d(dense, [4, 3]));
    }),
    4,
  );
  const part = randomInput({ ...net.card.input, height: 8, width: 8 });
  const laidAt = (top: number, left: number): ModelInput => {
    const values = new Float32Array(33 * 33).fill(0.5);
    part.values.forEach((value, i) => {
      values[(top + Math.floor(i / 8)) * 33 + left + (i % 8)] = value;
    });
    return { ...part, height: 33, width: 33, values };
  };
  /** Largest difference of two maps over the part and around it, and the largest value there. */
  async function difference(change: Partial<AttributionSettings>, dy: number, dx: number) {
    const inputs = [laidAt(12, 12), laidAt(12 + dy, 12 + dx)];
    const [here, there] = await explaining(net).maps(inputs, change);
    let largest = 0;
    let range = 0;
    for (let y = 10; y < 22; y++)
      for (let x = 10; x < 22; x++) {
        const value = here.map.values[y * 33 + x];
        range = Math.max(range, Math.abs(value));
        largest = Math.max(largest, Math.abs(value - there.map.values[(y + dy) * 33 + x + dx]));
      }
    return largest / range;
  }

  it.each([
    [0, 1],
    [1, 0],
    [2, 3],
    [-3, 2],
    [4, 4],
  ])('follows a shift by (%i, %i) once every phase is averaged', async (dy, dx) => {
    expect(await difference({ spins: 16 }, dy, dx)).toBeLessThan(1e-5);
  });

  it('does not without, nor with some of the phases', async () => {
    expect(await difference({ spins: 1 }, 0, 1)).toBeGreaterThan(0.5);
    expect(await difference({ spins: 4 }, 0, 1)).toBeGreaterThan(0.05);
    expect(await difference({ spins: 1 }, 4, -4)).toBeLessThan(1e-5);
  });
});

describe('the work', () => {
  let net: LoadedModel;
  let inputs: ModelInput[];
  beforeAll(() => {
    net = strided(layeredTinyNet(tinyWeights(9)), 3);
    inputs = [1, 2].map((seed) => randomInput(net.card.input, seed));
  });
  afterAll(() => net.dispose());

  it('never holds more maps than a micro-batch, and says how far it is', async () => {
    const sizes: number[] = [];
    const told: [number, number][] = [];
    await cycleSpinning(
      (context) => {
        sizes.push(context.inputs.length);
        return gradient(context);
      },
      {
        model: net,
        inputs,
        targetClass: 0,
        settings: attributionSettings({ spins: 9 }),
        seed: 1,
        checkpoint: async (done, total) => void told.push([done, total]),
      },
    );
    expect(sizes).toEqual([16, 2]);
    expect(told).toEqual([
      [0, 18],
      [16, 18],
      [16, 18],
      [18, 18],
    ]);
  });

  it('is kept: the same again computes nothing, nor does a seed that draws nothing', async () => {
    const { maps, seen } = explaining(net);
    const first = await maps(inputs, { spins: 9 });
    const work = seen();
    expect(work).toBeGreaterThan(18);
    expect(await maps(inputs, { spins: 9 })).toEqual(first);
    await maps(inputs, { spins: 9, sigma: 0.3 }, { seed: 2 });
    expect(seen()).toBe(work);
    await maps(inputs, { spins: 9, reduction: 'sum' });
    expect(seen()).toBeGreaterThan(work);
  });

  it('of a subset is done again for another seed, and for one phase more', async () => {
    const { maps, seen } = explaining(net);
    const [first] = await maps(inputs, { spins: 4 });
    const work = seen();
    const [other] = await maps(inputs, { spins: 4 }, { seed: 2 });
    expect(seen()).toBeGreaterThan(work);
    expect(other.map.values).not.toEqual(first.map.values);
    const [more] = await maps(inputs, { spins: 5 });
    expect(more.map.values).not.toEqual(first.map.values);
  });

  it.each(METHOD_IDS.filter((method) => method !== 'deconvolution'))(
    '%s: many pictures equal one by one; cancelled anywhere, no tensor stays',
    async (method) => {
      const before = tf.memory().numTensors;
      const change = { method, spins: 5, steps: 4, samples: 3 };
      let checkpoints = 0;
      const together = await explaining(net).maps(inputs, change, {
        checkpoint: async () => {
          checkpoints++;
        },
      });
      for (const [i, input] of inputs.entries()) {
        const [alone] = await explaining(net).maps([input], change);
        alone.map.values.forEach((value, j) => {
          expect(Math.abs(value - together[i].map.values[j])).toBeLessThan(1e-6);
        });
      }
      for (let stop = 1; stop <= checkpoints; stop++) {
        let count = 0;
        const checkpoint = async () => {
          if (++count === stop) throw new Problem('cancelled');
        };
        const run = explaining(net).maps(inputs, change, { checkpoint });
        await expect(run).rejects.toMatchObject({ code: 'cancelled' });
      }
      expect(tf.memory().numTensors).toBe(before);
    },
  );
});
