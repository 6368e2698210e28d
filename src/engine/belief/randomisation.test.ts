import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beliefContext, layeredModel, weightsOf } from '../../../tests/beliefContext.ts';
import { randomInput, tinyModel } from '../../../tests/tinyModels.ts';
import { Problem } from '../../domain/problem.ts';
import { startBackend } from '../backend/startBackend.ts';
import { layers, tf } from '../backend/tf.ts';
import { explain } from '../explain.ts';
import type { LoadedModel } from '../model/loadedModel.ts';
import { asLoadedModel } from '../model/loadModel.ts';
import { randomisation } from './randomisation.ts';
import { weightedLayers } from './shuffledWeights.ts';

let model: LoadedModel;

beforeAll(async () => {
  await startBackend({ ask: 'cpu' });
  model = layeredModel(12);
});
afterAll(() => model.dispose());

async function contextOf(of: LoadedModel, checkpoint = () => Promise.resolve()) {
  const input = randomInput(of.card.input);
  const blank = beliefContext(of, input, new Float32Array(144), { checkpoint });
  const [original] = await explain(blank.engine, [input], blank, () => Promise.resolve());
  return { ...blank, original };
}

describe('cascading weight randomisation', () => {
  it('goes from the logits down and finds another map', async () => {
    const context = await contextOf(model);
    const answer = await randomisation(context);
    const { evidence, value } = answer;
    const stages = evidence?.kind === 'stages' ? evidence.stages : [];
    expect(stages.map(({ layer, layers: n }) => [layer, n])).toEqual([
      ['last', 1],
      ['second', 2],
      ['first', 3],
    ]);
    expect(value).toBe(stages.at(-1)?.spearman);
    expect(value).toBeLessThan(0.9);
    expect(stages.every(({ spearman }) => spearman !== null && spearman < 0.999)).toBe(true);
  });

  it('puts every weight back bit for bit, and leaves no tensor behind', async () => {
    const before = await weightsOf(model);
    const tensors = tf.memory().numTensors;
    await randomisation(await contextOf(model));
    expect(await weightsOf(model)).toEqual(before);
    expect(tf.memory().numTensors).toBe(tensors);
  });

  it('does so wherever it is cancelled', async () => {
    const before = await weightsOf(model);
    const tensors = tf.memory().numTensors;
    let asked = 0;
    await randomisation(
      await contextOf(model, async () => {
        asked++;
      }),
    );
    for (let at = 1; at <= asked; at++) {
      let left = at;
      const context = await contextOf(model, () =>
        --left > 0 ? Promise.resolve() : Promise.reject(new Problem('cancelled')),
      );
      await expect(randomisation(context)).rejects.toMatchObject({ code: 'cancelled' });
      expect(await weightsOf(model), `cancelled at ${at}`).toEqual(before);
      expect(tf.memory().numTensors).toBe(tensors);
    }
    expect(asked).toBeGreaterThan(3);
  });

  it('fails an explanation that does not depend on the weights', async () => {
    const formula = tinyModel({ height: 12, width: 12 }, 2, (x) => {
      const sum = tf.sum(tf.pow(x, 3), [1, 2, 3]);
      return tf.stack([tf.neg(sum), sum], 1) as tf.Tensor2D;
    });
    const deaf = { ...formula, network: model.network };
    const answer = await randomisation(await contextOf(deaf));
    expect(answer).toMatchObject({ verdict: 'fail', reason: 'map-stayed', value: 1 });
  });

  it('gives the same answer for the same seed', async () => {
    expect(await randomisation(await contextOf(model))).toEqual(
      await randomisation(await contextOf(model)),
    );
  });

  it('cannot be said of a model without layers', async () => {
    const formula = { ...model, network: null };
    expect(await randomisation(await contextOf(formula))).toMatchObject({
      verdict: 'cannotSay',
      reason: 'no-layers',
    });
  });
});

describe('the layers with weights', () => {
  it('stand from the logits down, those of nested networks in their place', () => {
    const dense = (name: string, units: number) => layers.layers.dense({ name, units });
    const inner = layers.sequential({
      layers: [layers.layers.dense({ name: 'a', units: 3, inputShape: [4] }), dense('b', 3)],
    });
    const outer = layers.sequential({ layers: [inner, layers.layers.reLU(), dense('c', 2)] });
    expect(weightedLayers(outer).map(({ name }) => name)).toEqual(['c', 'b', 'a']);
    const nested = asLoadedModel(model.card, outer);
    nested.dispose();
  });
});
