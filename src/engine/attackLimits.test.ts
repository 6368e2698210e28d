import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Asked, finished, requestOf, task } from '../../tests/tinyAttacks.ts';
import { reluStack, tinyLayers } from '../../tests/tinyLayers.ts';
import { CPU, randomInput, tinyModel } from '../../tests/tinyModels.ts';
import type { AttackId } from '../domain/attack.ts';
import { Problem } from '../domain/problem.ts';
import { attackExplanation } from './attackExplanation.ts';
import { startBackend } from './backend/startBackend.ts';
import { layers, tf } from './backend/tf.ts';
import { createEngine } from './engine.ts';
import type { LoadedModel } from './model/loadedModel.ts';

let model: LoadedModel;
beforeAll(async () => {
  await startBackend({ ask: 'wasm' });
  model = await tinyLayers(reluStack());
});
afterAll(() => model.dispose());

describe('what cannot be attacked', () => {
  const linear = () =>
    tinyLayers([
      layers.layers.flatten({ inputShape: [12, 12, 1] }),
      layers.layers.dense({ units: 3 }),
    ]);
  const run = async (of: LoadedModel, id: AttackId, asked: Asked = {}) =>
    attackExplanation(createEngine(CPU, of), await requestOf(of, id, {}, asked), task);

  it('the gradient of a linear model: its map does not depend on the picture', async () => {
    const result = await run(await linear(), 'attackTopK');
    expect(result).toMatchObject({ outcome: 'impossible', reason: 'map-does-not-move' });
  });

  it('the same without layers to look into', async () => {
    const weights = randomInput({ ...model.card.input, height: 144, width: 2 }).values;
    const bare = tinyModel({ height: 12, width: 12 }, 2, (x) =>
      tf.matMul(tf.reshape<tf.Rank.R2>(x, [-1, 144]), tf.tensor2d(weights, [144, 2])),
    );
    expect(await run(bare, 'attackTopK')).toMatchObject({ reason: 'map-does-not-move' });
  });

  it('but its input × gradient moves with the picture', async () => {
    const result = await run(await linear(), 'attackTopK', { method: 'inputXGradient' });
    expect(result.outcome).toBe('succeeded');
  });

  it('a dead gradient', async () => {
    const dead = tinyModel({ height: 12, width: 12 }, 2, (x) =>
      tf.reshape<tf.Rank.R2>(tf.mul(tf.sum(x, [1, 2]), [[0, 0]]), [-1, 2]),
    );
    expect(await run(dead, 'attackTopK')).toMatchObject({ reason: 'dead-gradient' });
  });

  it('a score that every map has', async () => {
    const result = await run(model, 'attackTopK', { k: 144 });
    expect(result).toMatchObject({ outcome: 'impossible', reason: 'score-is-fixed' });
  });

  it('a picture whose every neighbour is called otherwise: failed, not robust', async () => {
    const base = randomInput(model.card.input, 1).values;
    const jumpy = tinyModel({ height: 12, width: 12 }, 2, (x) => {
      const bent = tf.sum(tf.square(tf.add(x, 1)), [1, 2]);
      const away = tf.sum(tf.square(tf.sub(x, tf.tensor4d(base, [1, 12, 12, 1]))), [1, 2]);
      return tf.concat([bent, tf.add(bent, tf.mul(away, 1e6))], 1) as tf.Tensor2D;
    });
    const result = finished(await run(jumpy, 'attackTopK'));
    expect(result.outcome).toBe('failed');
    expect(result.attack).toMatchObject({ best: null, kept: 0 });
    expect(result.attack.scores.every(Number.isNaN)).toBe(true);
    expect(result.advantage).toBeNull();
  });
});

describe('a search without gradients', () => {
  it('serves a model without layers, and says so', async () => {
    const bare: LoadedModel = { ...model, network: null };
    const request = await requestOf(bare, 'attackTopK', { epsilon: 16, steps: 60 });
    const result = finished(await attackExplanation(createEngine(CPU, bare), request, task));
    expect(result.search).toEqual({ kind: 'square', because: 'model' });
    expect(result.attack.best?.score).toBeLessThan(1);
  });

  it('serves a method without a twin, and says so', async () => {
    const request = await requestOf(
      model,
      'attackTopK',
      { steps: 4, stepSize: 2 },
      { method: 'varGrad' },
    );
    const result = finished(await attackExplanation(createEngine(CPU, model), request, task));
    expect(result.search).toEqual({ kind: 'square', because: 'method' });
  });

  it('serves an operation without a second derivative, and leaves nothing behind', async () => {
    tf.serialization.registerClass(OnlyOnce);
    const [first, ...rest] = reluStack();
    const stack = [first, layers.layers.activation({ activation: 'relu' }), ...rest];
    const once = await tinyLayers(stack);
    const odd = { ...once, network: await withOnce(once) };
    const request = await requestOf(odd, 'attackTopK', { steps: 3, stepSize: 4 });
    const before = tf.memory().numTensors;
    const result = finished(await attackExplanation(createEngine(CPU, odd), request, task));
    expect(result.search).toEqual({ kind: 'square', because: 'operation' });
    expect(tf.memory().numTensors).toBe(before);
  });
});

/** A ReLU whose gradient goes through a flip, which has no gradient. */
class OnlyOnce extends tf.serialization.Serializable {
  // tfjs spells names its own way when it writes a topology.
  static readonly className = 'onlyOnce';
  getConfig(): tf.serialization.ConfigDict {
    return {};
  }
  apply(x: tf.Tensor): tf.Tensor {
    const flip = (y: tf.Tensor) => tf.image.flipLeftRight(y as tf.Tensor4D);
    const bend = tf.customGrad((input, save) => {
      const given = input as tf.Tensor;
      (save as tf.GradSaveFunc)([given]);
      return {
        value: tf.relu(given),
        gradFunc: (dy: tf.Tensor, [saved]: tf.Tensor[]) =>
          tf.mul(flip(flip(dy)), tf.step(saved ?? given)),
      };
    });
    return bend(x);
  }
}

/** The same network with its single activation layer replaced. */
async function withOnce({ network }: LoadedModel): Promise<layers.LayersModel> {
  if (!network) throw new Error('made of layers');
  const text = JSON.stringify(network.toJSON(null, false)).replace(
    /("class_name":"Activation","config":\{"activation":)"relu"/,
    '$1{"class_name":"onlyOnce","config":{}}',
  );
  expect(text).toContain('onlyOnce');
  const modelTopology = JSON.parse(text) as object;
  const copy = await layers.loadLayersModel({ load: () => Promise.resolve({ modelTopology }) });
  copy.setWeights(network.getWeights());
  return copy;
}

describe('the border', () => {
  it.each([
    ['epsilon', { epsilon: 0 }],
    ['steps', { steps: 8.5 }],
    ['steps', { steps: 7 }],
    ['beta', { beta: Number.NaN }],
    ['seed', { seed: -1 }],
  ])('%s out of range is named', async (what, change) => {
    const request = await requestOf(model, 'attackTopK', change);
    const run = attackExplanation(createEngine(CPU, model), request, task);
    await expect(run).rejects.toMatchObject({ code: 'setting-out-of-range', detail: { what } });
  });

  it.each([0, 1, 5, 12, 40])('cancelled after %d checkpoints, no tensor stays', async (after) => {
    const request = await requestOf(model, 'attackTopK', {}, { method: 'integratedGradients' });
    let seen = 0;
    const tired = {
      checkpoint: () =>
        seen++ < after ? Promise.resolve() : Promise.reject(new Problem('cancelled')),
    };
    const before = tf.memory().numTensors;
    const run = attackExplanation(createEngine(CPU, model), request, tired);
    await expect(run).rejects.toMatchObject({ code: 'cancelled' });
    expect(tf.memory().numTensors).toBe(before);
  });
});
