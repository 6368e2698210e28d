import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layeredModel, weightsOf } from '../../../tests/beliefContext.ts';
import { CPU, randomInput, tinyModel } from '../../../tests/tinyModels.ts';
import { BELIEF_IDS } from '../../domain/belief.ts';
import { Problem } from '../../domain/problem.ts';
import { defaultSettings } from '../../domain/settings.ts';
import { startBackend } from '../backend/startBackend.ts';
import { tf } from '../backend/tf.ts';
import { createEngine } from '../engine.ts';
import type { LoadedModel } from '../model/loadedModel.ts';
import { examineBelief } from './examine.ts';

let model: LoadedModel;

beforeAll(async () => {
  await startBackend({ ask: 'cpu' });
  model = layeredModel(12);
});
afterAll(() => model.dispose());

function requestFor(of: LoadedModel) {
  const initial = defaultSettings(of.card);
  const attribution = { ...initial.attribution, method: 'gradient' as const, steps: 4, samples: 2 };
  return {
    input: randomInput(of.card.input),
    settings: { ...initial, attribution },
    targetClass: 1,
    mask: null,
  };
}
const idle = { checkpoint: () => Promise.resolve() };

describe('the examination of a heatmap', () => {
  it('runs every check in order, hands each over, and leaves the model as it was', async () => {
    const weights = await weightsOf(model);
    const tensors = tf.memory().numTensors;
    const seen: string[] = [];
    const progress: number[] = [];
    const task = {
      checkpoint: async ({ done, total }: { done: number; total: number }) => {
        progress.push(done / total);
      },
    };
    const found = await examineBelief(createEngine(CPU, model), requestFor(model), task, ({ id }) =>
      seen.push(id),
    );
    expect(seen).toEqual([...BELIEF_IDS]);
    expect(found.map(({ id }) => id)).toEqual(seen);
    expect(progress.at(-1)).toBe(1);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(await weightsOf(model)).toEqual(weights);
    expect(tf.memory().numTensors).toBe(tensors);
  });

  it('says nothing of a map that is the same everywhere', async () => {
    const flat = tinyModel({ height: 6, width: 6 }, 2, (x) =>
      tf.matMul(tf.reshape<tf.Rank.R2>(tf.sum(x, [1, 2, 3]), [-1, 1]), tf.tensor2d([[0, 1]])),
    );
    const found = await examineBelief(createEngine(CPU, flat), requestFor(flat), idle);
    expect(new Set(found.map(({ reason }) => reason))).toEqual(new Set(['flat-map']));
  });

  it('goes on when a check fails, and tells the problem', async () => {
    const request = requestFor(model);
    // A mask of another size is refused by the one check that looks at it.
    const mask = { height: 2, width: 2, flags: new Uint8Array(4) };
    const found = await examineBelief(createEngine(CPU, model), { ...request, mask }, idle);
    const failed = found.filter(({ reason }) => reason === 'failed');
    expect(failed.map(({ id }) => id)).toEqual(['pointing']);
    expect(failed[0]).toMatchObject({
      verdict: 'cannotSay',
      evidence: { kind: 'problem', code: 'map-size-mismatch' },
    });
    expect(found).toHaveLength(BELIEF_IDS.length);
  });

  it('ends with a cancel', async () => {
    let left = 30;
    const task = {
      checkpoint: () => (left-- > 0 ? Promise.resolve() : Promise.reject(new Problem('cancelled'))),
    };
    const run = examineBelief(createEngine(CPU, model), requestFor(model), task);
    await expect(run).rejects.toMatchObject({ code: 'cancelled' });
  });
});
