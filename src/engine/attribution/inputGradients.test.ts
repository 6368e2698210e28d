import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layeredTinyNet, randomInput, tinyModel, tinyWeights } from '../../../tests/tinyModels.ts';
import { type AttributionSettings, METHOD_IDS, type MethodId } from '../../domain/attribution.ts';
import { asksOutputsOnly } from '../../domain/attributionRules.ts';
import { Problem } from '../../domain/problem.ts';
import { startBackend } from '../backend/startBackend.ts';
import { tf } from '../backend/tf.ts';
import { type LoadedModel, toModelRange } from '../model/loadedModel.ts';
import { forward } from './forward.ts';
import { ATTRIBUTION } from './registry.ts';

const SETTINGS: Omit<AttributionSettings, 'method'> = {
  reduction: 'sumAbs',
  steps: 40,
  baseline: 'black',
  cover: 'black',
  layer: '',
  sigma: 0.1,
  samples: 20,
  occlusionPatch: 3,
  occlusionStride: 2,
  masks: 48,
  cells: 2,
  keepShare: 0.5,
  coalitions: 512,
  spins: 1,
  targetClass: null,
};

const attribute = (
  method: MethodId,
  model: LoadedModel,
  checkpoint: (done: number, total: number) => Promise<void> = () => Promise.resolve(),
) =>
  ATTRIBUTION[method]({
    model,
    inputs: [1, 2].map((seed) => randomInput(model.card.input, seed)),
    targetClass: 1,
    settings: { ...SETTINGS, method },
    seed: 3,
    checkpoint,
  });

/** A model on the backend that runs. */
let small: LoadedModel;

describe.each(['cpu', 'wasm'] as const)('on %s', (backend) => {
  beforeAll(async () => {
    expect(await startBackend({ ask: backend })).toMatchObject({ id: backend });
    small = layeredTinyNet(tinyWeights(9));
  });
  afterAll(() => small.dispose());

  it.each(METHOD_IDS)('%s leaves no tensor behind', async (method) => {
    const before = tf.memory().numTensors;
    await attribute(method, small);
    expect(tf.memory().numTensors).toBe(before);
  });

  it.each(METHOD_IDS)(
    '%s is cancelled at any checkpoint and leaves no tensor behind',
    async (method) => {
      const before = tf.memory().numTensors;
      let checkpoints = 0;
      await attribute(method, small, async () => {
        checkpoints++;
      });
      expect(checkpoints).toBeGreaterThan(1);
      for (let stop = 1; stop <= checkpoints; stop++) {
        let seen = 0;
        const run = attribute(method, small, async () => {
          if (++seen === stop) throw new Problem('cancelled');
        });
        await expect(run).rejects.toMatchObject({ code: 'cancelled' });
        expect(tf.memory().numTensors).toBe(before);
      }
    },
  );

  it('logits heard on the way are those that the model gives when it is asked for them', async () => {
    const inputs = [1, 2].map((seed) => randomInput(small.card.input, seed));
    const pictures = inputs.map(({ values }) => toModelRange(values, small.card.input));
    const asked = await forward(small, pictures, () => Promise.resolve());
    for (const method of ['gradient', 'inputXGradient'] as const) {
      const heard = await attribute(method, small);
      expect(heard.map(({ logits }) => logits)).toEqual(asked);
    }
  });

  it('a gradient or logit that is not finite is a problem, and leaves nothing behind', async () => {
    const before = tf.memory().numTensors;
    const sum = (x: tf.Tensor) => tf.reshape<tf.Rank.R2>(tf.sum(x, [1, 2, 3]), [-1, 1]);
    const root = tinyModel({ height: 2, width: 2 }, 2, (x) =>
      tf.concat([sum(x), sum(tf.sqrt(tf.mul(x, 0)))], 1),
    );
    const overflow = tinyModel({ height: 2, width: 2 }, 2, (x) =>
      tf.concat([sum(x), sum(tf.exp(tf.mul(x, 1e4)))], 1),
    );
    await expect(attribute('gradient', root)).rejects.toMatchObject({
      code: 'non-finite-gradient',
      detail: { what: 'gradient' },
    });
    await expect(attribute('integratedGradients', overflow)).rejects.toMatchObject({
      code: 'non-finite-gradient',
      detail: { what: 'logits' },
    });
    expect(tf.memory().numTensors).toBe(before);
  });

  it('an op without a gradient fails and leaves nothing behind; methods that need none do not', async () => {
    const before = tf.memory().numTensors;
    const stepwise = tinyModel({ height: 2, width: 2 }, 2, (x) =>
      tf.cast(tf.greater(tf.reshape<tf.Rank.R2>(x, [-1, 4]), 0.5), 'float32'),
    );
    for (const method of METHOD_IDS)
      if (asksOutputsOnly(method)) expect(await attribute(method, stepwise)).toHaveLength(2);
      else await expect(attribute(method, stepwise)).rejects.toThrow();
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe('progress and parity', () => {
  beforeAll(() => {
    small = layeredTinyNet(tinyWeights(9));
  });

  it('counts gradients, from none to all', async () => {
    const seen: number[] = [];
    await attribute('smoothGrad', small, async (done, total) => {
      expect(total).toBe(40);
      seen.push(done);
    });
    expect(seen).toEqual([0, 16, 32, 40]);
  });

  it.each(METHOD_IDS)('%s gives the same map on cpu and wasm', async (method) => {
    await startBackend({ ask: 'cpu' });
    const reference = await attribute(method, small);
    await startBackend({ ask: 'wasm' });
    const maps = await attribute(method, small);
    maps.forEach(({ values }, i) => {
      const range = Math.max(...reference[i].values) - Math.min(...reference[i].values);
      values.forEach((value, j) => {
        expect(Math.abs(value - reference[i].values[j])).toBeLessThan(1e-5 * range);
      });
    });
  });
});
