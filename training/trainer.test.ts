import { mkdtempSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { startBackend } from '../src/engine/backend/startBackend.ts';
import { tf } from '../src/engine/backend/tf.ts';
import { parseCard } from '../src/engine/model/card.ts';
import { createRandom } from '../src/engine/random.ts';
import { startState, type TrainingState } from './adam.ts';
import { createBatches } from './batches.ts';
import { checkpointFile, loadCheckpoint, saveCheckpoint } from './checkpoint.ts';
import type { LabelledPicture, TrainingData } from './datasets/labelledPictures.ts';
import { judge, unjudged } from './judge.ts';
import { makeCard } from './makeCard.ts';
import {
  forwardPass,
  initialWeights,
  parameterCount,
  weightPlans,
  weightTensors,
} from './network.ts';
import { planOf, type Recipe } from './recipe.ts';
import { startWeights } from './startWeights.ts';
import { train } from './trainer.ts';
import { openModel, writeIndex, writeModel } from './writeModel.ts';

const SIZE = 16;
const NAMES = ['line', 'dot'];

/** A bright line across, or a bright dot, somewhere on grey noise. */
function picture(seed: number): LabelledPicture {
  const random = createRandom(seed, 'line or dot');
  const label = seed % NAMES.length;
  const pixels = new Uint8ClampedArray(3 * SIZE * SIZE);
  const [y, x] = [random.integer(2, SIZE - 3), random.integer(2, SIZE - 3)];
  for (let i = 0; i < SIZE * SIZE; i++) {
    const [row, column] = [Math.floor(i / SIZE), i % SIZE];
    const bright = row === y && (label === 0 || Math.abs(column - x) < 2);
    pixels.fill(100 + 10 * random.normal() + (bright ? 90 : 0), 3 * i, 3 * i + 3);
  }
  return { picture: { width: SIZE, height: SIZE, pixels }, label };
}

const DATA: TrainingData = {
  classes: NAMES.map((name) => ({ en: name, ja: name })),
  source: { name: 'lines and dots', licence: 'CC0', citation: '', split: 'by seed' },
  soundClass: null,
  train: Array.from({ length: 64 }, (_, i) => picture(i)),
  test: Array.from({ length: 40 }, (_, i) => picture(1000 + i)),
};

const RECIPE: Recipe = {
  id: 'lines-and-dots',
  name: { en: 'Lines and dots', ja: '線と点' },
  regime: 'natural',
  seed: 5,
  input: { height: SIZE, width: SIZE, channels: 1, range: [-1, 1], fit: 'stretch' },
  convolutions: [
    { filters: 6, kernel: 5, stride: 2 },
    { filters: 8, kernel: 3, stride: 2, antialiased: true },
  ],
  startFrom: null,
  steps: 60,
  batch: 16,
  learningRate: 0.02,
  warmUp: 5,
  adam: { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0.01 },
  augmentation: {
    noise: 4,
    brightness: 0.05,
    contrast: 0.1,
    shift: 1,
    flips: true,
    turns: false,
    crop: 0.1,
    cropAtEnd: 0,
    paste: 0,
  },
  balanced: true,
  attackEpsilon: 0.02,
  measure: 'accuracy',
  remark: () => ({ en: '', ja: '' }),
  load: async () => DATA,
};

const plan = planOf(RECIPE, NAMES.length);
const batches = createBatches(RECIPE, DATA);
const fresh = () => startState(initialWeights(plan, RECIPE.seed));
const folder = () => pathToFileURL(join(mkdtempSync(join(tmpdir(), 'training-')), '/'));
const copy = (state: TrainingState): TrainingState => structuredClone(state);

beforeAll(() => startBackend({ ask: 'wasm' }));

test('the loss falls, and no tensor is left', async () => {
  const before = tf.memory().numTensors;
  const losses: number[] = [];
  await train(RECIPE, plan, batches, fresh(), (_, loss) => void losses.push(loss));
  expect(losses).toHaveLength(RECIPE.steps);
  const mean = (part: number[]) => part.reduce((a, b) => a + b, 0) / part.length;
  expect(mean(losses.slice(-10))).toBeLessThan(0.5 * mean(losses.slice(0, 10)));
  expect(tf.memory().numTensors).toBe(before);
});

test('same seed, same bits; stopped and gone on, same bits', async () => {
  const whole = await train(RECIPE, plan, batches, fresh(), () => {});
  const again = await train(RECIPE, plan, batches, fresh(), () => {});
  expect(again).toEqual(whole);

  const file = checkpointFile(RECIPE, folder());
  class Stop extends Error {}
  const broken = train(RECIPE, plan, batches, fresh(), (state) => {
    if (state.step === 25) saveCheckpoint(file, copy(state));
    if (state.step === 31) throw new Stop();
  });
  await expect(broken).rejects.toThrow(Stop);
  const kept = loadCheckpoint(file, weightPlans(plan));
  expect(kept?.step).toBe(25);
  expect(await train(RECIPE, plan, batches, kept ?? fresh(), () => {})).toEqual(whole);
});

test('a checkpoint belongs to one recipe and one network', () => {
  const home = folder();
  const file = checkpointFile(RECIPE, home);
  saveCheckpoint(file, fresh());
  expect(checkpointFile({ ...RECIPE, learningRate: 0.01 }, home).href).not.toBe(file.href);
  expect(loadCheckpoint(file, weightPlans({ ...plan, classes: 3 }))).toBeNull();
  expect(loadCheckpoint(new URL('none', home), weightPlans(plan))).toBeNull();
});

test('the trained model is written, read and judged by the way of the app; its card is whole', async () => {
  const before = tf.memory().numTensors;
  const home = folder();
  const { weights } = await train(RECIPE, plan, batches, fresh(), () => {});
  await writeModel(home, makeCard(RECIPE, DATA, unjudged(RECIPE, DATA)), plan, weights);
  const model = await openModel(new URL(`${RECIPE.id}/`, home));

  const x = tf.randomNormal<tf.Rank.R4>([3, SIZE, SIZE, 1], 0, 1, 'float32', 1);
  const tensors = weightTensors(plan, weights);
  const gap = tf.tidy(() => tf.max(tf.abs(tf.sub(forwardPass(plan, tensors, x), model.logits(x)))));
  expect((await gap.data())[0]).toBeLessThan(1e-5);

  const { card, evaluation } = await judge(RECIPE, DATA, home);
  expect(evaluation.accuracy).toBeGreaterThan(0.9);
  expect(evaluation.confusion.flat().reduce((a, b) => a + b)).toBe(DATA.test.length);
  expect(evaluation.keptUnderNoise).toBeGreaterThan(0.9);

  const file = await readFile(new URL(`${RECIPE.id}/card.json`, home), 'utf8');
  expect(parseCard(JSON.parse(file))).toEqual(card);
  expect(card).toMatchObject({
    totalStride: 4,
    lastSpatialLayer: 'conv2',
    parameters: parameterCount(plan),
    data: { trainingPictures: 64, testPictures: 40 },
    hyperparameters: { convolutions: '6×5×5/2 8×3×3/2 blurred', steps: 60, batch: 16 },
  });
  const heir = { ...RECIPE, id: 'heir', startFrom: { model: RECIPE.id, keepLogits: false } };
  const inherited = await startWeights(heir, 3, home);
  expect(inherited.slice(0, 4)).toEqual(weights.slice(0, 4));
  expect(inherited.slice(4).map((array) => array.length)).toEqual([8 * 3, 3]);
  writeIndex(home);
  expect(JSON.parse(await readFile(new URL('index.json', home), 'utf8'))).toEqual([RECIPE.id]);

  model.dispose();
  tf.dispose([x, ...tensors, gap]);
  expect(tf.memory().numTensors).toBe(before);
});
