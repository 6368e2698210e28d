import { beforeAll, describe, expect, it } from 'vitest';
import { CPU, randomInput, tinyModel, tinyNet, tinyWeights } from '../../tests/tinyModels.ts';
import { METHOD_IDS, type MethodId } from '../domain/attribution.ts';
import { Problem } from '../domain/problem.ts';
import { defaultSettings } from '../domain/settings.ts';
import { startBackend } from './backend/startBackend.ts';
import { tf } from './backend/tf.ts';
import { galleryEntry } from './gallery.ts';
import { preparePair } from './metrics/preparePair.ts';
import { scorePair } from './metrics/scorePair.ts';
import type { LoadedModel } from './model/loadedModel.ts';
import { analyse, createEngine } from './pipeline.ts';

const net = tinyNet(tinyWeights(13));
const idle = { checkpoint: () => Promise.resolve() };

function requestFor(model: LoadedModel, method: MethodId) {
  const initial = defaultSettings(model.card);
  const attribution = { ...initial.attribution, steps: 4, samples: 2 };
  const settings = { ...initial, attribution };
  return { input: randomInput(model.card.input), settings, targetClass: 1, method };
}

beforeAll(async () => {
  await startBackend({ ask: 'cpu' });
});

describe('an entry of the gallery', () => {
  it('has the maps and scores that the method has as the current one', async () => {
    const engine = createEngine(CPU, net);
    for (const method of METHOD_IDS) {
      const request = requestFor(net, method);
      const entry = await galleryEntry(engine, request, idle);
      if (entry.status === 'refused') continue;
      const attribution = { ...request.settings.attribution, method, targetClass: 1 };
      const settings = { ...request.settings, attribution };
      const { original, perturbed } = await analyse(engine, { ...request, settings }, idle);
      expect(entry.original.values, method).toEqual(original.map.values);
      expect(entry.perturbed.values, method).toEqual(perturbed.map.values);
      const { motion } = perturbed;
      const pair = preparePair({ original: original.map, perturbed: perturbed.map, motion });
      const scores = scorePair(pair, settings.score);
      expect(entry.raw).toBe(scores.raw.lensRecallAtK.corrected);
      expect(entry.aligned).toBe(scores.aligned?.lensRecallAtK.corrected);
    }
  });

  it('says why a method cannot run', async () => {
    const broken = tinyModel({ height: 4, width: 4 }, 2, (x) => {
      const logit = tf.sum(tf.sqrt(tf.sub(x, 2)), [1, 2, 3]);
      return tf.stack([logit, logit], 1) as tf.Tensor2D;
    });
    const before = tf.memory().numTensors;
    const entry = await galleryEntry(
      createEngine(CPU, broken),
      requestFor(broken, 'gradient'),
      idle,
    );
    expect(entry).toMatchObject({ status: 'refused', code: 'non-finite-gradient' });
    expect(tf.memory().numTensors).toBe(before);
  });

  it('tells a dead map, and has no aligned score where nothing moves', async () => {
    const flat = tinyModel({ height: 4, width: 4 }, 2, (x) =>
      tf.matMul(tf.reshape<tf.Rank.R2>(tf.sum(x, [1, 2, 3]), [-1, 1]), tf.tensor2d([[1, 0]])),
    );
    const request = requestFor(flat, 'gradient');
    const perturbation = { ...request.settings.perturbation, id: 'brightness' as const };
    const settings = { ...request.settings, perturbation };
    const entry = await galleryEntry(createEngine(CPU, flat), { ...request, settings }, idle);
    expect(entry).toMatchObject({ status: 'ready', dead: true, aligned: null });
  });

  it('ends with a cancel', async () => {
    for (const at of [0, 1, 2]) {
      let left = at;
      const task = {
        checkpoint: () =>
          left-- > 0 ? Promise.resolve() : Promise.reject(new Problem('cancelled')),
      };
      const run = galleryEntry(createEngine(CPU, net), requestFor(net, 'gradient'), task);
      await expect(run).rejects.toMatchObject({ code: 'cancelled' });
    }
  });
});
