import { beforeAll, describe, expect, it, vi } from 'vitest';
import { CPU, inputAt, tinyModel } from '../../tests/tinyModels.ts';
import { Problem } from '../domain/problem.ts';
import { defaultSettings, type Settings } from '../domain/settings.ts';
import { startBackend } from './backend/startBackend.ts';
import { tf } from './backend/tf.ts';
import { createEngine } from './engine.ts';
import { type MarginRequest, stabilityMargin } from './margin.ts';

const SIDE = 6;
const CHECK = { passed: true, maxRelativeError: 0, directions: 1 };

/** Logit 0 is Σ x², logit 1 is 8: the class turns as the picture gets brighter. */
const model = tinyModel({ height: SIDE, width: SIDE }, 2, (x) => {
  const square = tf.sum(tf.square(x), [1, 2, 3]);
  return tf.stack([square, tf.mul(tf.onesLike(square), 8)], 1) as tf.Tensor2D;
});
const values = Array.from({ length: SIDE * SIDE }, (_, i) => 0.2 + 0.005 * i);
const input = inputAt(values, model.card.input);

const settingsWith = (change: Partial<Settings['perturbation']>): Settings => {
  const initial = defaultSettings(model.card);
  return {
    ...initial,
    attribution: { ...initial.attribution, method: 'gradient' },
    perturbation: { ...initial.perturbation, ...change },
    score: { k: 6, windowRadius: 0 },
  };
};
const requestWith = (change: Partial<Settings['perturbation']>): MarginRequest => ({
  input,
  settings: settingsWith(change),
  targetClass: 1,
  gradientCheck: CHECK,
  parity: null,
});
const task = { checkpoint: () => Promise.resolve() };

/** Brightness, per cent, from which Σ(x + b)² exceeds 8. */
const brightnessThatTurns = (() => {
  const total = (b: number) =>
    values.reduce((sum, x) => sum + Math.min(1, Math.fround(x) + b / 100) ** 2, 0);
  let percent = 0;
  while (total(percent) <= 8) percent++;
  return percent;
})();

beforeAll(async () => {
  await startBackend({ ask: 'cpu' });
});

describe('the stability margin', () => {
  it('finds the very step at which the decision turns', async () => {
    const engine = createEngine(CPU, model);
    const request = { ...requestWith({ id: 'brightness', strength: 5 }), targetClass: 0 };
    const margin = await stabilityMargin(engine, request, task);
    expect(brightnessThatTurns).toBeGreaterThan(5);
    expect(margin.turn?.to).toMatchObject({ at: brightnessThatTurns, verdict: 'void' });
    expect(margin.turn?.from).toMatchObject({ at: brightnessThatTurns - 1, verdict: 'stable' });
    expect(margin.loss).toEqual(margin.turn);
    expect(margin).toMatchObject({ step: 1, limit: 50, rest: { at: 0, verdict: 'stable' } });
  });

  it('says where it went, outwards, and the widest gap it left', async () => {
    const seen: number[] = [];
    const request = { ...requestWith({ id: 'brightness', strength: 5 }), targetClass: 0 };
    const { visits, widestGap } = await stabilityMargin(
      createEngine(CPU, model),
      request,
      task,
      ({ at }) => seen.push(at),
    );
    const places = visits.map(({ at }) => at);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect([...seen].sort((a, b) => a - b)).toEqual(places);
    expect(new Set(seen).size).toBe(seen.length);
    const gaps = places.slice(1).map((at, i) => at - places[i]);
    expect(widestGap).toBe(Math.max(...gaps));
    expect(visits[0]).toMatchObject({ topK: 1, lens: 1 });
  });

  it('goes down where the strength is negative, and says that nothing turned', async () => {
    const request = { ...requestWith({ id: 'brightness', strength: -1 }), targetClass: 0 };
    const margin = await stabilityMargin(createEngine(CPU, model), request, task);
    expect(margin.limit).toBe(-50);
    expect(margin.visits.every(({ at }) => at <= 0)).toBe(true);
    const decided = margin.visits.filter(({ verdict }) => verdict === 'void');
    expect(decided).toEqual([]);
  });

  it('tells a verdict that moves with the part from one that is lost', async () => {
    // The gradient 2x has its four strongest pixels on a bright block, wherever that is.
    const wide = tinyModel({ height: 12, width: 12 }, 2, (x) => model.logits(x));
    const bright = new Set([4 * 12 + 2, 4 * 12 + 3, 5 * 12 + 2, 5 * 12 + 3]);
    const block = Array.from({ length: 144 }, (_, i) => (bright.has(i) ? 0.3 : 0.01));
    const request: MarginRequest = {
      ...requestWith({ id: 'shift', shiftX: 2, shiftY: 0 }),
      input: inputAt(block, wide.card.input),
      targetClass: 0,
    };
    const score = { k: 4, windowRadius: 0 };
    const margin = await stabilityMargin(
      createEngine(CPU, wide),
      { ...request, settings: { ...request.settings, score } },
      task,
    );
    // Up to half a pixel the block's own pixels stay the brightest.
    expect(margin.turn?.from).toMatchObject({ at: 0.5, verdict: 'stable' });
    expect(margin.turn?.to).toMatchObject({ at: 0.75, verdict: 'movedWithPart' });
    expect(margin.loss?.to.at).toBeGreaterThan(8);
    expect(margin.loss?.to.verdict).not.toMatch(/stable|moved/);
  });

  it('does not look for a turn where nothing can be judged', async () => {
    const request = {
      ...requestWith({ id: 'noiseSign', strength: 4 }),
      targetClass: 0,
      gradientCheck: { ...CHECK, passed: false },
    };
    const margin = await stabilityMargin(createEngine(CPU, model), request, task);
    expect(margin).toMatchObject({ turn: null, loss: null, rest: { verdict: 'cannotTell' } });
    expect(margin.visits).toHaveLength(1);
  });

  it('leaves no tensor behind, cancelled too, and asks before every evaluation', async () => {
    const before = tf.memory().numTensors;
    const checkpoint = vi.fn(() => Promise.resolve());
    const request = { ...requestWith({ id: 'brightness', strength: 5 }), targetClass: 0 };
    const { visits } = await stabilityMargin(createEngine(CPU, model), request, { checkpoint });
    expect(checkpoint.mock.calls.length).toBeGreaterThanOrEqual(visits.length);
    expect(checkpoint).toHaveBeenLastCalledWith({
      stage: 'study',
      done: visits.length,
      total: visits.length,
    });
    let left = 4;
    const cancelling = {
      checkpoint: () => (left-- > 0 ? Promise.resolve() : Promise.reject(new Problem('cancelled'))),
    };
    const cancelled = stabilityMargin(createEngine(CPU, model), request, cancelling);
    await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
    expect(tf.memory().numTensors).toBe(before);
  });
});
