import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  CPU,
  layeredTinyNet,
  randomInput,
  tinyModel,
  tinyWeights,
} from '../../../tests/tinyModels.ts';
import { changeKey, type JudgedRow, type PictureRow } from '../../domain/pictureRow.ts';
import { Problem } from '../../domain/problem.ts';
import type { Task } from '../../domain/progress.ts';
import { SCORE_IDS } from '../../domain/score.ts';
import { DEFAULT_PERTURBATION, defaultSettings } from '../../domain/settings.ts';
import { startBackend } from '../backend/startBackend.ts';
import { tf } from '../backend/tf.ts';
import { latticeEvidence } from '../lattice.ts';
import { latticeScores } from '../latticeScores.ts';
import { pairDetails } from '../metrics/pairDetails.ts';
import { preparePair } from '../metrics/preparePair.ts';
import { scorePair } from '../metrics/scorePair.ts';
import { analyse, createEngine, type Engine } from '../pipeline.ts';
import { decideVerdict } from '../verdict.ts';
import { calibrationGrid } from './agreementGrid.ts';
import { pictureRows, type RowRequest } from './pictureRow.ts';

const idle: Task = { checkpoint: () => Promise.resolve() };
const SHIFT = { ...DEFAULT_PERTURBATION, shiftX: 1 };
const NOISE = { ...DEFAULT_PERTURBATION, id: 'noiseSign' as const, strength: 8 };
const CHANGES = [SHIFT, NOISE];

let engine: Engine;
beforeAll(async () => {
  await startBackend({ ask: 'cpu' });
  const model = layeredTinyNet(tinyWeights(24));
  engine = createEngine(CPU, { ...model, card: { ...model.card, totalStride: 4 } });
});
afterAll(() => engine.model.dispose());

const request = (more: Partial<RowRequest> = {}): RowRequest => {
  const settings = defaultSettings(engine.model.card);
  const attribution = { ...settings.attribution, method: 'gradient' as const };
  return {
    picture: 'crack/a.png',
    sha256: 'aa',
    label: 1,
    input: randomInput(engine.model.card.input),
    settings: { ...settings, attribution },
    changes: CHANGES,
    grid: null,
    ...more,
  };
};

const judged = (row: PictureRow | undefined): JudgedRow => {
  if (row?.outcome !== 'judged') throw new Error('not judged');
  return row;
};
const timeless = (rows: readonly PictureRow[]) => rows.map((row) => ({ ...row, durationMs: 0 }));

describe('pictureRows', () => {
  it('says what analysis, scores and verdict with the whole lattice say', async () => {
    const strict = { ...request().settings, thresholds: { agree: 0.6, chance: 0 } };
    const asked = request({ settings: strict });
    const rows = await pictureRows(engine, asked, idle);
    expect(rows.map(({ perturbation }) => changeKey(perturbation))).toEqual(CHANGES.map(changeKey));
    for (const [i, perturbation] of CHANGES.entries()) {
      const row = judged(rows[i]);
      const settings = { ...asked.settings, perturbation };
      const analysis = await analyse(engine, { input: asked.input, settings }, idle);
      const { original, perturbed, gradientCheck, targetClass } = analysis;
      const { motion } = perturbed;
      const pair = preparePair({ original: original.map, perturbed: perturbed.map, motion });
      const scores = scorePair(pair, settings.score);
      const details = pairDetails(pair, settings.score);
      const points = motion ? await latticeScores(engine, analysis, settings, idle) : [];
      expect(row.verdict).toEqual(
        decideVerdict({
          scores,
          motion,
          originalClass: original.predictedClass,
          perturbedClass: perturbed.predictedClass,
          gradientCheck,
          parity: null,
          deadGradient: false,
          thresholds: settings.thresholds,
          lattice: latticeEvidence(points, engine.model.card.totalStride),
        }),
      );
      expect(Object.keys(row.raw)).toEqual([...SCORE_IDS]);
      expect(row.raw.lensRecallAtK.corrected).toBe(scores.raw.lensRecallAtK.corrected);
      expect(row.raw.kendall.value).toBe(details.raw.kendall.value);
      expect(row.aligned?.topKIntersection.value).toBe(scores.aligned?.topKIntersection.value);
      expect(row.aligned?.ssim.value).toBe(details.aligned?.ssim.value);
      expect(row).toMatchObject({ targetClass, gradientCheck, size: perturbed.size, motion });
      expect(row.decision.perturbed).toEqual({
        predictedClass: perturbed.predictedClass,
        probability: Math.max(...perturbed.probabilities),
        targetProbability: perturbed.probabilities[targetClass],
      });
    }
  });

  it('is the same to the last bit wherever the picture stands in the set', async () => {
    const alone = await pictureRows(engine, request(), idle);
    const other = randomInput(engine.model.card.input, 2);
    await pictureRows(engine, request({ input: other, changes: [...CHANGES].reverse() }), idle);
    expect(timeless(await pictureRows(engine, request(), idle))).toEqual(timeless(alone));
  });

  it('scores the grid as it scores the settings', async () => {
    const grid = calibrationGrid(engine.model.card.input);
    const asked = request({ grid });
    const [row] = await pictureRows(engine, asked, idle);
    const { ks, ws, agreement } = judged(row).grid ?? { ks: [], ws: [], agreement: [] };
    expect(agreement).toHaveLength(ks.length * ws.length);
    const [k, windowRadius] = [ks[2], ws[1]];
    const settings = { ...asked.settings, score: { k, windowRadius } };
    const [again] = await pictureRows(engine, { ...asked, settings }, idle);
    expect(judged(again).agreement).toBe(agreement[2 * ws.length + 1]);
  });

  it('hands every row over when it is there, and leaves no tensor behind', async () => {
    const seen: PictureRow[] = [];
    await pictureRows(engine, request(), idle);
    const before = tf.memory().numTensors;
    const rows = await pictureRows(engine, request(), idle, (row) => seen.push(row));
    expect(seen).toEqual(rows);
    expect(tf.memory().numTensors).toBe(before);
  });

  it('gives a failed row where the gradient is not finite, and goes on', async () => {
    const { input: spec } = engine.model.card;
    const broken = tinyModel(spec, 2, (x) => {
      const sum = tf.sum(tf.sqrt(tf.sub(x, x)), [1, 2, 3]);
      return tf.stack([sum, tf.neg(sum)], 1) as tf.Tensor2D;
    });
    const before = tf.memory().numTensors;
    const rows = await pictureRows(createEngine(CPU, broken), request(), idle);
    expect(rows).toHaveLength(2);
    expect(rows[1]).toMatchObject({
      outcome: 'failed',
      picture: 'crack/a.png',
      perturbation: NOISE,
      problem: { code: 'non-finite-gradient' },
    });
    expect(tf.memory().numTensors).toBe(before);
  });

  it('throws what every picture would meet: a setting out of range, a cancel', async () => {
    const { settings } = request();
    const score = { ...settings.score, k: 0 };
    await expect(
      pictureRows(engine, request({ settings: { ...settings, score } }), idle),
    ).rejects.toMatchObject({ code: 'setting-out-of-range' });
    const before = tf.memory().numTensors;
    const cancelled: Task = { checkpoint: () => Promise.reject(new Problem('cancelled')) };
    await expect(pictureRows(engine, request(), cancelled)).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(tf.memory().numTensors).toBe(before);
  });
});
