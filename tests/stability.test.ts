import { readdir } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Analysis } from '../src/domain/analysis.ts';
import type { Task } from '../src/domain/progress.ts';
import { defaultSettings, type Settings } from '../src/domain/settings.ts';
import { integratedGradients } from '../src/engine/attribution/integratedGradients.ts';
import { startBackend } from '../src/engine/backend/startBackend.ts';
import { largest, predict } from '../src/engine/explain.ts';
import { preparePair } from '../src/engine/metrics/preparePair.ts';
import { scorePair } from '../src/engine/metrics/scorePair.ts';
import { loadModel } from '../src/engine/model/loadModel.ts';
import { preprocess } from '../src/engine/model/preprocess.ts';
import { analyse, createEngine, type Engine } from '../src/engine/pipeline.ts';
import { decideVerdict } from '../src/engine/verdict.ts';
import { readSample, shippedModel } from './shippedFiles.ts';

const SAMPLES = new URL('../public/samples/', import.meta.url);
const readBytes = shippedModel('surface-natural');

const idleCheckpoint = () => Promise.resolve();
const idle: Task = { checkpoint: idleCheckpoint };

/** What the page says of an analysis, before any shift map. */
function judge({ original, perturbed, gradientCheck }: Analysis, settings: Settings) {
  const pair = preparePair({
    original: original.map,
    perturbed: perturbed.map,
    motion: perturbed.motion,
  });
  const scores = scorePair(pair, settings.score);
  const verdict = decideVerdict({
    scores,
    motion: perturbed.motion,
    originalClass: original.predictedClass,
    perturbedClass: perturbed.predictedClass,
    gradientCheck,
    parity: null,
    deadGradient: original.deadGradient || perturbed.deadGradient,
    thresholds: settings.thresholds,
    lattice: null,
  });
  return { scores, verdict };
}

let engine: Engine;
beforeAll(async () => {
  const backend = await startBackend({ ask: 'wasm' });
  engine = createEngine(backend, await loadModel(readBytes));
  return () => engine.model.dispose();
});

const inputOf = async (file: string) => preprocess(await readSample(file), engine.model.card.input);

/** Three samples, integrated gradients, k = 5 %, w = 2: as the page opens. */
async function shiftedBy(shiftX: number) {
  const start = defaultSettings(engine.model.card);
  const settings = { ...start, perturbation: { ...start.perturbation, shiftX } };
  const judged: ReturnType<typeof judge>[] = [];
  for (const file of ['scratch-1.png', 'pit-1.png', 'stain-1.png']) {
    const input = await inputOf(file);
    judged.push(judge(await analyse(engine, { input, settings }, idle), settings));
  }
  return judged;
}

const mean = (values: readonly (number | null | undefined)[]) =>
  values.reduce<number>((sum, value) => sum + (value ?? Number.NaN), 0) / values.length;

describe('surface-natural on three samples', () => {
  it('one pixel: the places stay, the pixels do not', async () => {
    for (const { scores, verdict } of await shiftedBy(1)) {
      const { topKIntersection, lensRecallAtK, lensPrecisionAtK } = scores.raw;
      const lens = Math.min(lensRecallAtK.value ?? 0, lensPrecisionAtK.value ?? 0);
      expect(lens).toBeGreaterThan(0.85);
      expect(topKIntersection.value).toBeLessThan(lens - 0.2);
      expect(verdict).toMatchObject({ id: 'movedWithPart', reason: 'window-agrees' });
    }
  });

  it('one total stride: the explanation has moved with the part', async () => {
    const judged = await shiftedBy(engine.model.card.totalStride);
    const aligned = judged.map(({ scores }) => scores.aligned?.topKIntersection.value);
    expect(Math.min(...aligned.map((value) => value ?? 0))).toBeGreaterThanOrEqual(0.85);
    for (const { scores, verdict } of judged) {
      expect(scores.raw.topKIntersection.value).toBeLessThanOrEqual(0.4);
      expect(verdict).toMatchObject({ id: 'movedWithPart', reason: 'aligned-agrees' });
    }
  });

  it('half a stride: the pixels do not follow, where a multiple of the stride did', async () => {
    const half = await shiftedBy(engine.model.card.totalStride / 2);
    const whole = await shiftedBy(engine.model.card.totalStride);
    const alignedOf = (judged: typeof half) =>
      mean(judged.map(({ scores }) => scores.aligned?.topKIntersection.value));
    expect(alignedOf(whole) - alignedOf(half)).toBeGreaterThan(0.15);
  });
});

describe('integrated gradients on surface-natural', () => {
  it('is complete within 1e-3 of the output difference at 64 steps, wherever there is a defect', async () => {
    const samples = (await readdir(SAMPLES)).filter((file) => /-\d\.png$/.test(file));
    const { attribution } = defaultSettings(engine.model.card);
    for (const file of samples) {
      const input = await inputOf(file);
      const [logits] = await predict(engine, [input], idleCheckpoint);
      const [{ completenessGap }] = await integratedGradients({
        model: engine.model,
        inputs: [input],
        targetClass: largest(logits),
        settings: { ...attribution, steps: 64 },
        seed: 1,
        checkpoint: idleCheckpoint,
      });
      // A ReLU network's gradient jumps along the path: where the output difference is small against
      // those jumps (a sound part is near black in the logits) 64 steps leave more.
      const limit = file.startsWith('ok') ? 5e-3 : 1e-3;
      expect(completenessGap?.relative, file).toBeLessThanOrEqual(limit);
    }
  });
});
