import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Asked, bestOf, finished, free, requestOf, task } from '../../tests/tinyAttacks.ts';
import { reluStack, tinyLayers } from '../../tests/tinyLayers.ts';
import { CPU } from '../../tests/tinyModels.ts';
import {
  ATTACK_IDS,
  ATTACKS,
  type AttackId,
  type AttackProgress,
  type AttackSettings,
} from '../domain/attack.ts';
import type { ModelInput } from '../domain/picture.ts';
import { attackExplanation } from './attackExplanation.ts';
import { forward } from './attribution/forward.ts';
import { startBackend } from './backend/startBackend.ts';
import { tf } from './backend/tf.ts';
import { createEngine } from './engine.ts';
import { explain } from './explain.ts';
import type { LoadedModel } from './model/loadedModel.ts';

let model: LoadedModel;
beforeAll(async () => {
  await startBackend({ ask: 'wasm' });
  model = await tinyLayers(reluStack());
});
afterAll(() => model.dispose());

/** Runs an attack on the small ReLU net, holding the tensors before against those after. */
async function attacked(id: AttackId, change: Partial<AttackSettings> = {}, asked: Asked = {}) {
  const request = await requestOf(model, id, change, asked);
  const steps: AttackProgress[] = [];
  const before = tf.memory().numTensors;
  const result = await attackExplanation(createEngine(CPU, model), request, task, (progress) =>
    steps.push(progress),
  );
  expect(tf.memory().numTensors).toBe(before);
  return { request, result: finished(result), steps };
}

describe.each(ATTACK_IDS)('%s', (id) => {
  it.each([false, true])(
    'stays within ε and the pixel range (random start: %s)',
    async (randomStart) => {
      const { request, result } = await attacked(id, { randomStart, epsilon: 20, stepSize: 6 });
      for (const track of [result.attack, result.random, result.noise]) {
        const { input, size } = bestOf(track);
        let largestChange = 0;
        input.values.forEach((value, i) => {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
          largestChange = Math.max(largestChange, Math.abs(value - request.input.values[i]));
        });
        // One rounding of a float32 of at most 1.
        expect(largestChange).toBeLessThanOrEqual(20 / 255 + 2 ** -24);
        expect(size.linf).toBe(largestChange);
      }
    },
  );

  it('returns the map, the decision and the score of the picture returned', async () => {
    const { request, result } = await attacked(id);
    const best = bestOf(result.attack);
    const { settings, targetClass } = request;
    const [seen] = await explain(
      createEngine(CPU, model),
      [best.input],
      { targetClass, settings },
      free,
    );
    seen.map.values.forEach((value, p) => expect(best.map.values[p]).toBeCloseTo(value, 6));
    expect(best.predictedClass).toBe(seen.predictedClass);
    if (ATTACKS[id].keepsDecision) expect(seen.predictedClass).toBe(result.decision);
    expect(best.score).toBe(result.attack.scores.at(-1));
  });

  it('is better than noise and chance on a ReLU net', async () => {
    const { result } = await attacked(id, { epsilon: 16, stepSize: 2 });
    expect(result.search).toEqual({ kind: 'gradient' });
    expect(result.advantage?.least).toBeGreaterThan(0);
  });

  it('same seed, same bytes', async () => {
    const [one, two] = [
      await attacked(id, { randomStart: true }),
      await attacked(id, { randomStart: true }),
    ];
    const plain = ({ result }: typeof one) => ({ ...result, durationMs: 0 });
    expect(plain(two)).toEqual(plain(one));
    const other = await attacked(id, { randomStart: true, seed: 4 });
    expect(plain(other)).not.toEqual({ ...plain(one), settings: plain(other).settings });
  });

  it('tells every step, its best so far never falling back', async () => {
    const { result, steps } = await attacked(id);
    expect(steps.map(({ step }) => step)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
    expect(steps.map(({ attack }) => attack)).toEqual([...result.attack.scores]);
    const sign = ATTACKS[id].wants === 'lower' ? 1 : -1;
    const scores = steps.map(({ attack }) => sign * (attack ?? Number.NaN));
    scores.slice(1).forEach((score, i) => expect(score).toBeLessThanOrEqual(scores[i]));
    const last = steps.findLast(({ improved }) => improved)?.improved;
    expect(last).toBe(result.attack.best);
  });
});

describe('what an attack is', () => {
  it('takes the strongest pixels away where noise leaves most of them', async () => {
    const { result } = await attacked('attackTopK', { epsilon: 16, stepSize: 2, steps: 30 });
    expect(result.outcome).toBe('succeeded');
    const best = bestOf(result.attack);
    expect(best.score).toBe(best.overlaps.raw.topKIntersection.value);
    expect(best.score).toBeLessThan(bestOf(result.random).score - 0.2);
  });

  it.each(['inputXGradient', 'integratedGradients', 'smoothGrad'] as const)(
    'follows the gradient of %s',
    async (method) => {
      const { result } = await attacked('attackTopK', { epsilon: 16, stepSize: 2 }, { method });
      expect(result.search).toEqual({ kind: 'gradient' });
      expect(result.advantage?.least).toBeGreaterThan(0);
    },
  );

  it('attacks the mean over the phases where that is what is shown', async () => {
    const { request, result } = await attacked('attackTopK', {}, { spins: 4 });
    const { input, map } = bestOf(result.attack);
    const { settings, targetClass } = request;
    const question = { targetClass, settings };
    const [spun] = await explain(createEngine(CPU, model), [input], question, free);
    spun.map.values.forEach((value, p) => expect(map.values[p]).toBeCloseTo(value, 6));
    const attribution = { ...settings.attribution, spins: 1 };
    const still = { targetClass, settings: { ...settings, attribution } };
    const [plain] = await explain(createEngine(CPU, model), [input], still, free);
    const apart = plain.map.values.map((value, p) => Math.abs(value - map.values[p]));
    expect(Math.max(...apart)).toBeGreaterThan(1e-3);
  });

  it('changes the decision and tells what is left of the explanation', async () => {
    const request = await requestOf(model, 'attackDecision', { epsilon: 16, stepSize: 2 });
    const close = await closeCall(request.input, request.targetClass);
    const result = finished(await attackExplanation(createEngine(CPU, close), request, task));
    const best = bestOf(result.attack);
    expect(result.untouched).toBeCloseTo(0.05, 5);
    expect(result.outcome).toBe('succeeded');
    expect(best.predictedClass).not.toBe(result.decision);
    expect(best.score).toBeLessThan(0);
    expect(best.overlaps.raw.topKIntersection.value).not.toBeNull();
  });

  it('does not change a decision within a small ball, and says failed', async () => {
    const { result } = await attacked('attackDecision', { epsilon: 0.5, stepSize: 0.1, steps: 5 });
    expect(result.outcome).toBe('failed');
    expect(bestOf(result.attack).predictedClass).toBe(result.decision);
  });
});

/** The same net, its logits moved so that one class leads by 0.05 at a picture. */
async function closeCall({ values }: ModelInput, leader: number): Promise<LoadedModel> {
  const [logits] = await forward(model, [values], free);
  const offset = Float32Array.from(logits, (logit, i) => (i === leader ? 0.05 : 0) - logit);
  return { ...model, logits: (x) => tf.tidy(() => tf.add(model.logits(x), tf.tensor1d(offset))) };
}
