import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CPU, randomInput, tinyModel, tinyNet, tinyWeights } from '../../tests/tinyModels.ts';
import type { Explanation } from '../domain/analysis.ts';
import { Problem } from '../domain/problem.ts';
import type { Progress, Task } from '../domain/progress.ts';
import { defaultSettings, type Settings } from '../domain/settings.ts';
import { startBackend } from './backend/startBackend.ts';
import { tf } from './backend/tf.ts';
import type { LoadedModel } from './model/loadedModel.ts';
import { analyse, createEngine, type Engine } from './pipeline.ts';

const net = tinyNet(tinyWeights(9));
const input = randomInput(net.card.input);
const base = defaultSettings(net.card);
const settings: Settings = { ...base, attribution: { ...base.attribution, steps: 20 } };
const shifted = (shiftX: number): Settings => ({
  ...settings,
  perturbation: { ...settings.perturbation, shiftX },
});

/** A model that counts the pictures it sees, forwards and gradients alike. */
function counting(model: LoadedModel): { engine: Engine; seen: () => number } {
  let pictures = 0;
  const logits = (x: tf.Tensor4D) => {
    pictures += x.shape[0];
    return model.logits(x);
  };
  const engine = createEngine(CPU, { ...model, logits });
  const seen = () => {
    const since = pictures;
    pictures = 0;
    return since;
  };
  return { engine, seen };
}

const idle: Task = { checkpoint: () => Promise.resolve() };
let engine: Engine;
let seen: () => number;

beforeAll(async () => {
  await startBackend({ ask: 'cpu' });
});
beforeEach(() => {
  ({ engine, seen } = counting(net));
});

describe('analyse', () => {
  it('explains the class predicted for the original in both pictures', async () => {
    const analysis = await analyse(engine, { input, settings: shifted(3) }, idle);
    const { original, perturbed } = analysis;
    expect(analysis.targetClass).toBe(original.predictedClass);
    expect(original.logits[original.predictedClass]).toBe(Math.max(...original.logits));
    expect(original.probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 6);
    expect(perturbed.perturbation.shiftX).toBe(3);
    expect(perturbed.motion).toEqual({ dx: 3, dy: 0 });
    expect(perturbed.size.linf).toBeGreaterThan(0);
    expect(perturbed.completenessGap).not.toBeNull();
    expect(original.map).toMatchObject({ height: 9, width: 9 });
    expect(original.saturated).toBe(false);
    expect(analysis.gradientCheck.passed).toBe(true);
    expect(analysis.backend).toBe(CPU);
  });

  it('explains the class asked for, and no change gives the same explanation', async () => {
    const asked = { ...shifted(0), attribution: { ...settings.attribution, targetClass: 2 } };
    const { targetClass, original, perturbed } = await analyse(
      engine,
      { input, settings: asked },
      idle,
    );
    expect(targetClass).toBe(2);
    const { perturbation, size, motion, ...explanation } = perturbed;
    expect(explanation).toEqual(original);
    expect(perturbed.map.values).not.toBe(original.map.values);
    expect(perturbed.input.values).not.toBe(original.input.values);
    expect([perturbation, size.linf, motion]).toEqual([asked.perturbation, 0, { dx: 0, dy: 0 }]);
  });

  it('hands the original over before the perturbed picture is explained', async () => {
    const events: string[] = [];
    const task: Task = {
      checkpoint: async ({ stage }) => {
        events.push(stage);
      },
    };
    const heard: Explanation[] = [];
    const { original } = await analyse(engine, { input, settings }, task, (explanation) => {
      heard.push(explanation);
      events.push('heard');
    });
    expect(heard).toEqual([original]);
    const order = events.filter((event, i) => event !== events[i - 1]);
    expect(order).toEqual(['check', 'original', 'heard', 'perturbed']);
  });

  it('computes the same request once, and a new shift without the original again', async () => {
    const first = await analyse(engine, { input, settings }, idle);
    expect(seen()).toBeGreaterThan(40);
    const again = await analyse(
      engine,
      { input: { ...input, values: input.values.slice() }, settings },
      idle,
    );
    expect(seen()).toBe(0);
    expect({ ...again, durationMs: 0 }).toEqual({ ...first, durationMs: 0 });
    await analyse(engine, { input, settings: shifted(2) }, idle);
    // One picture's logits; 20 gradients as 16 + 4; its two path ends in a batch of 4.
    expect(seen()).toBe(1 + 20 + 4);
  });

  it('computes nothing for what only the scores or the reduction use', async () => {
    await analyse(engine, { input, settings }, idle);
    seen();
    const score = { k: 3, windowRadius: 1 };
    const attribution = { ...settings.attribution, reduction: 'sum', sigma: 0.2 } as const;
    const { original } = await analyse(
      engine,
      { input, settings: { ...settings, score, attribution } },
      idle,
    );
    expect(seen()).toBe(0);
    expect(Math.min(...original.map.values)).toBeLessThan(0);
  });

  it('computes again for another picture, class, method or step count', async () => {
    await analyse(engine, { input, settings }, idle);
    const { attribution } = settings;
    for (const change of [
      { steps: 24 },
      { method: 'gradient' },
      { targetClass: 1 },
      { targetClass: 2 },
    ] as const) {
      seen();
      await analyse(
        engine,
        { input, settings: { ...settings, attribution: { ...attribution, ...change } } },
        idle,
      );
      expect(seen() > 0 || change.targetClass !== undefined).toBe(true);
    }
    seen();
    await analyse(engine, { input: randomInput(net.card.input, 9), settings }, idle);
    expect(seen()).toBeGreaterThan(40);
  });

  it('keeps what it remembers from those who change what they were given', async () => {
    const first = await analyse(engine, { input, settings }, idle);
    const expected = first.original.map.values.slice();
    first.original.map.values.fill(7);
    first.original.logits.fill(7);
    first.perturbed.input.values.fill(7);
    const again = await analyse(engine, { input, settings }, idle);
    expect(again.original.map.values).toEqual(expected);
    expect(again.original.logits).not.toContain(7);
  });
});

describe('analyse, when it goes wrong', () => {
  it('is cancelled at every checkpoint, leaves no tensor behind, and the next run works', async () => {
    const before = tf.memory().numTensors;
    const stages: Progress[] = [];
    const watch: Task = { checkpoint: async (progress) => void stages.push(progress) };
    await analyse(engine, { input, settings }, watch);
    for (let stop = 1; stop <= stages.length; stop++) {
      let count = 0;
      const cancelling: Task = {
        checkpoint: async () => {
          if (++count === stop) throw new Problem('cancelled');
        },
      };
      const run = analyse(counting(net).engine, { input, settings }, cancelling);
      await expect(run).rejects.toMatchObject({ code: 'cancelled' });
      expect(tf.memory().numTensors).toBe(before);
    }
    await expect(analyse(engine, { input, settings }, idle)).resolves.toBeDefined();
  });

  it('flags a gradient that is zero everywhere', async () => {
    const dead = tinyModel({ height: 9, width: 9 }, 2, (x) => {
      const never = tf.relu(tf.sub(tf.sum(x, [1, 2, 3]), 1e3));
      return tf.reshape<tf.Rank.R2>(tf.stack([never, tf.sum(x, [1, 2, 3])], 1), [-1, 2]);
    });
    const attribution = { ...settings.attribution, targetClass: 0 };
    const { original } = await analyse(
      createEngine(CPU, dead),
      { input, settings: { ...settings, attribution } },
      idle,
    );
    expect(original.deadGradient).toBe(true);
    // Its other output is far larger: the softmax shows it as 1.
    expect(original.saturated).toBe(true);
    expect(original.completenessGap?.relative).toBeNull();
  });

  it('refuses settings and pictures that are off, naming them', async () => {
    const bad = { ...settings, score: { k: 82, windowRadius: 2 } };
    await expect(analyse(engine, { input, settings: bad }, idle)).rejects.toMatchObject({
      code: 'setting-out-of-range',
      detail: { what: 'k', allowed: '1…81', got: '82' },
    });
    const large = randomInput({ ...net.card.input, width: 10 });
    await expect(analyse(engine, { input: large, settings }, idle)).rejects.toMatchObject({
      code: 'map-size-mismatch',
      detail: { allowed: '9×9×1', got: '9×10×1' },
    });
    expect(seen()).toBe(0);
  });
});
