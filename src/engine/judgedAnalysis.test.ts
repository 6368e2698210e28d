import { beforeAll, describe, expect, it } from 'vitest';
import {
  CPU,
  layeredTinyNet,
  randomInput,
  tinyModel,
  tinyWeights,
} from '../../tests/tinyModels.ts';
import { Problem } from '../domain/problem.ts';
import { defaultSettings, type Settings } from '../domain/settings.ts';
import { startBackend } from './backend/startBackend.ts';
import { tf } from './backend/tf.ts';
import { judgedAnalysis } from './judgedAnalysis.ts';
import { judgePair, preparePair } from './judgePair.ts';
import type { LoadedModel } from './model/loadedModel.ts';
import { createEngine } from './pipeline.ts';

const SIDE = 13;
const weights = tinyWeights(SIDE);
/** The same layers, trained otherwise. */
const others = { ...weights, dense: weights.dense.map((value) => -value) };
const idle = { checkpoint: () => Promise.resolve() };
const input = randomInput({
  height: SIDE,
  width: SIDE,
  channels: 1,
  range: [0, 1],
  fit: 'stretch',
});

function settingsFor(model: LoadedModel, change: Partial<Settings['perturbation']>): Settings {
  const initial = defaultSettings(model.card);
  return {
    ...initial,
    attribution: { ...initial.attribution, steps: 4 },
    perturbation: { ...initial.perturbation, ...change },
    score: { k: 12, windowRadius: 1 },
  };
}

const judge = (model: LoadedModel, change: Partial<Settings['perturbation']>, task = idle) =>
  judgedAnalysis(createEngine(CPU, model), { input, settings: settingsFor(model, change) }, task);

beforeAll(async () => {
  await startBackend({ ask: 'cpu' });
});

describe('a judged analysis', () => {
  it.each([
    { id: 'shift', shiftX: 3 },
    { id: 'brightness', strength: 5 },
  ] as const)('has the scores and the verdict that the page shows: %o', async (change) => {
    const model = layeredTinyNet(weights);
    const { analysis, scores, verdict } = await judge(model, change);
    const { original, perturbed, gradientCheck } = analysis;
    const { motion } = perturbed;
    const { score, thresholds } = settingsFor(model, change);
    const shown = judgePair(
      preparePair({ original: original.map, perturbed: perturbed.map, motion }),
      score,
      {
        originalClass: original.predictedClass,
        perturbedClass: perturbed.predictedClass,
        gradientCheck,
        parity: null,
        deadGradient: false,
        thresholds,
        totalStride: model.card.totalStride,
        shifts: [],
      },
    );
    expect({ scores, verdict }).toEqual({ scores: shown.scores, verdict: shown.verdict });
    expect(scores.aligned === null).toBe(motion === null);
    model.dispose();
  });

  it('of two models one after the other leaves nothing of either', async () => {
    const before = tf.memory().numTensors;
    const classes: number[] = [];
    for (const one of [weights, others]) {
      const model = layeredTinyNet(one);
      const { analysis } = await judge(model, { id: 'brightness', strength: 5 });
      classes.push(analysis.targetClass);
      model.dispose();
      expect(tf.memory().numTensors).toBe(before);
    }
    // Each explains what it decided itself.
    expect(new Set(classes).size).toBe(2);
  });

  it('leaves nothing after a cancel, wherever it comes', async () => {
    const model = layeredTinyNet(weights);
    const before = tf.memory().numTensors;
    for (const at of [0, 1, 2, 3]) {
      let left = at;
      const task = {
        checkpoint: () =>
          left-- > 0 ? Promise.resolve() : Promise.reject(new Problem('cancelled')),
      };
      await expect(judge(model, {}, task)).rejects.toMatchObject({ code: 'cancelled' });
      expect(tf.memory().numTensors).toBe(before);
    }
    model.dispose();
  });

  it('is void where the decision changes, and cannot tell of a dead map', async () => {
    const bright = tinyModel({ height: SIDE, width: SIDE }, 2, (x) => {
      const mean = tf.mean(x, [1, 2, 3]);
      return tf.stack([mean, tf.fill(mean.shape, 0.6)], 1) as tf.Tensor2D;
    });
    const { verdict } = await judge(bright, { id: 'brightness', strength: 40 });
    expect(verdict.id).toBe('cannotTell');
    const squares = tinyModel({ height: SIDE, width: SIDE }, 2, (x) => {
      const mean = tf.mean(tf.square(x), [1, 2, 3]);
      return tf.stack([mean, tf.sub(0.9, mean)], 1) as tf.Tensor2D;
    });
    const turned = await judge(squares, { id: 'brightness', strength: 40 });
    expect(turned.verdict).toMatchObject({ id: 'void', reason: 'decision-changed' });
  });
});
