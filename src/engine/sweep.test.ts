import { beforeAll, describe, expect, it } from 'vitest';
import { CPU, randomInput, tinyNet, tinyWeights } from '../../tests/tinyModels.ts';
import type { SweepPoint } from '../domain/analysis.ts';
import type { MethodId } from '../domain/attribution.ts';
import { Problem } from '../domain/problem.ts';
import type { Progress, Task } from '../domain/progress.ts';
import { defaultSettings, type Settings } from '../domain/settings.ts';
import { startBackend } from './backend/startBackend.ts';
import { tf } from './backend/tf.ts';
import { analyse, createEngine } from './pipeline.ts';
import { sweep } from './sweep.ts';

// Wider than the curve is long: beyond its own width a shifted picture changes no more.
const net = tinyNet(tinyWeights(13));
const input = randomInput(net.card.input);
const base = defaultSettings(net.card);
const settingsFor = (method: MethodId): Settings => ({
  ...base,
  attribution: { ...base.attribution, method, steps: 16, samples: 4 },
});
const idle: Task = { checkpoint: () => Promise.resolve() };

/** An engine whose batches of gradients and forwards can be counted. */
function counting() {
  const batches: number[] = [];
  const logits = (x: tf.Tensor4D) => {
    batches.push(x.shape[0]);
    return net.logits(x);
  };
  return { engine: createEngine(CPU, { ...net, logits }), batches };
}

beforeAll(async () => {
  await startBackend({ ask: 'cpu' });
});

describe('sweep', () => {
  it.each(['gradient', 'integratedGradients', 'smoothGrad'] as const)(
    '%s: every point of the curve is what analyse gives there',
    async (method) => {
      const settings = settingsFor(method);
      const points: SweepPoint[] = [];
      const request = { input, settings, targetClass: 1, kind: 'curve' } as const;
      const { total } = await sweep(counting().engine, request, idle, (p) => points.push(p));
      expect(points).toHaveLength(total);
      expect(points.map(({ index }) => index)).toEqual(points.map((_, i) => i));
      expect(points.map(({ at }) => at).slice(0, 3)).toEqual([0, 0.5, 1]);
      for (const point of points) {
        const attribution = { ...settings.attribution, targetClass: 1 };
        const there = { ...settings, attribution, perturbation: point.perturbation };
        const { perturbed } = await analyse(counting().engine, { input, settings: there }, idle);
        expect(point.predictedClass).toBe(perturbed.predictedClass);
        expect(point.size).toEqual(perturbed.size);
        expect(point.motion).toEqual(perturbed.motion);
        point.map.values.forEach((value, i) => {
          expect(Math.abs(value - perturbed.map.values[i])).toBeLessThan(1e-6);
        });
      }
    },
  );

  it('puts 16 places of the plain gradient in one batch, and computes the whole map once', async () => {
    const { engine, batches } = counting();
    const points: SweepPoint[] = [];
    const request = {
      input,
      settings: settingsFor('gradient'),
      targetClass: 0,
      kind: 'shiftMap',
    } as const;
    await sweep(engine, request, idle, (point) => points.push(point));
    expect(points).toHaveLength(289);
    // One gradient to see what the model offers; 18 full batches and one of a single place, each once:
    // the gradient tells what the model says on the way.
    expect(batches.toSorted((a, b) => a - b)).toEqual([1, 1, ...new Array<number>(18).fill(16)]);
    batches.length = 0;
    const again: SweepPoint[] = [];
    await sweep(engine, request, idle, (point) => again.push(point));
    expect(batches).toEqual([]);
    expect(again).toEqual(points);
  });

  it('reuses places an earlier analysis or sweep has computed', async () => {
    const { engine, batches } = counting();
    const settings = settingsFor('integratedGradients');
    const { targetClass } = await analyse(engine, { input, settings }, idle);
    batches.length = 0;
    const request = { input, settings, targetClass, kind: 'curve' } as const;
    const { total } = await sweep(engine, request, idle, () => {});
    // No change and the current shift were known.
    expect(batches.filter((size) => size === 16)).toHaveLength(total - 2);
  });

  it('hands places over in order, also when some of them were known', async () => {
    const { engine } = counting();
    const settings = settingsFor('gradient');
    const { targetClass } = await analyse(engine, { input, settings }, idle);
    const order: number[] = [];
    const request = { input, settings, targetClass, kind: 'shiftMap' } as const;
    await sweep(engine, request, idle, ({ index }) => order.push(index));
    expect(order).toEqual(Array.from({ length: 289 }, (_, i) => i));
  });

  it('reports whole places and ends at the total', async () => {
    const seen: Progress[] = [];
    const task: Task = { checkpoint: async (progress) => void seen.push(progress) };
    const request = {
      input,
      settings: settingsFor('smoothGrad'),
      targetClass: 0,
      kind: 'curve',
    } as const;
    const { total } = await sweep(counting().engine, request, task, () => {});
    expect(seen.every(({ stage }) => stage === 'curve')).toBe(true);
    expect(seen.at(-1)).toEqual({ stage: 'curve', done: total, total });
    seen.forEach(({ done }, i) => expect(done).toBeGreaterThanOrEqual(seen[i - 1]?.done ?? 0));
  });

  it('is cancelled between micro-batches, keeps what it has, leaves no tensor behind', async () => {
    const before = tf.memory().numTensors;
    const { engine, batches } = counting();
    const points: SweepPoint[] = [];
    const request = {
      input,
      settings: settingsFor('integratedGradients'),
      targetClass: 0,
      kind: 'curve',
    } as const;
    const task: Task = {
      checkpoint: async () => {
        if (points.length === 3) throw new Problem('cancelled');
      },
    };
    const run = sweep(engine, request, task, (point) => points.push(point));
    await expect(run).rejects.toMatchObject({ code: 'cancelled' });
    expect(points).toHaveLength(3);
    expect(tf.memory().numTensors).toBe(before);
    batches.length = 0;
    const { total } = await sweep(engine, request, idle, () => {});
    expect(batches.filter((size) => size === 16)).toHaveLength(total - 3);
  });

  it('refuses a class the model does not have', async () => {
    const request = {
      input,
      settings: settingsFor('gradient'),
      targetClass: 3,
      kind: 'curve',
    } as const;
    await expect(sweep(counting().engine, request, idle, () => {})).rejects.toMatchObject({
      code: 'setting-out-of-range',
      detail: { what: 'targetClass', allowed: '0…2', got: '3' },
    });
  });
});

it('shares of a sweep make its places, each once, with their index in the whole', async () => {
  const settings = settingsFor('gradient');
  const request = { input, settings, targetClass: 0, kind: 'curve' } as const;
  const whole: SweepPoint[] = [];
  await sweep(counting().engine, request, idle, (point) => whole.push(point));
  const parts: SweepPoint[] = [];
  for (const index of [0, 1, 2]) {
    const part = { ...request, share: { index, of: 3 } };
    const { total } = await sweep(counting().engine, part, idle, (point) => parts.push(point));
    expect(total).toBe(whole.length);
  }
  parts.sort((a, b) => a.index - b.index);
  expect(parts.map(({ index }) => index)).toEqual(whole.map(({ index }) => index));
  parts.forEach((point, i) => {
    point.map.values.forEach((value, j) => {
      expect(Math.abs(value - (whole[i]?.map.values[j] ?? Number.NaN))).toBeLessThan(1e-6);
    });
  });
});
