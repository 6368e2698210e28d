import { beforeAll, expect, test } from 'vitest';
import { startBackend } from '../../src/engine/backend/startBackend.ts';
import { createRandom } from '../../src/engine/random.ts';
import { startState } from '../adam.ts';
import { createBatches } from '../batches.ts';
import type { LabelledPicture, TrainingData } from '../datasets/labelledPictures.ts';
import { latticeSide } from '../placeTruth.ts';
import { planOf, type Recipe } from '../recipe.ts';
import { initialTrained } from '../trained.ts';
import { train } from '../trainer.ts';

const SIDE = 48;

/** A noisy picture with a bright spot of 5 × 5, or without. */
function picture(seed: number): LabelledPicture {
  const random = createRandom(seed, 'spots');
  const label = seed % 2;
  const pixels = new Uint8ClampedArray(3 * SIDE * SIDE);
  const mask = new Uint8Array(SIDE * SIDE);
  const [y, x] = [random.integer(2, SIDE - 7), random.integer(2, SIDE - 7)];
  for (let i = 0; i < SIDE * SIDE; i++) {
    const [row, column] = [Math.floor(i / SIDE) - y, (i % SIDE) - x];
    const spot = label === 0 && row >= 0 && row < 5 && column >= 0 && column < 5;
    mask[i] = spot ? 1 : 0;
    pixels.fill(100 + 10 * random.normal() + (spot ? 90 : 0), 3 * i, 3 * i + 3);
  }
  return { picture: { width: SIDE, height: SIDE, pixels }, mask, label };
}

const DATA: TrainingData = {
  classes: ['spot', 'sound'].map((name) => ({ en: name, ja: name })),
  source: { name: 'spots', licence: 'CC0', citation: '', split: 'by seed' },
  soundClass: 1,
  train: Array.from({ length: 40 }, (_, i) => picture(i)),
  test: [],
};

const RECIPE: Recipe = {
  id: 'spots',
  name: { en: 'Spots', ja: '斑点' },
  regime: 'natural',
  seed: 5,
  input: { height: 32, width: 32, channels: 1, range: [-1, 1], fit: 'stretch' },
  convolutions: [
    { filters: 6, kernel: 5, stride: 2 },
    { filters: 8, kernel: 3, stride: 2 },
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
    paste: 0.5,
  },
  balanced: true,
  locating: { weight: 1, meanGain: 4, coverage: 0.2 },
  closeUps: { steps: 40, side: 16, part: 0.6, crop: 0.2 },
  attackEpsilon: 0.02,
  measure: 'accuracy',
  remark: () => ({ en: '', ja: '' }),
  load: async () => DATA,
};

beforeAll(() => startBackend({ ask: 'wasm' }));

test('close-ups come first, whole pictures after; places lie where the spot is', () => {
  const batches = createBatches(RECIPE, DATA);
  for (const [step, side] of [
    [39, 16],
    [40, 32],
  ]) {
    const { height, width, values, labels, places } = batches(step);
    expect([height, width, values.length]).toEqual([side, side, 16 * side * side]);
    const rows = latticeSide(side, RECIPE.convolutions);
    expect(places).toHaveLength(16 * rows * rows * 2);
    for (let b = 0; b < 16; b++) {
      const own = places.subarray(2 * rows * rows * b, 2 * rows * rows * (b + 1));
      const brightest = values
        .subarray(side * side * b, side * side * (b + 1))
        .reduce((best, value, i, all) => (value > all[best] ? i : best), 0);
      const place = (pixel: number) => Math.max(0, Math.floor((pixel - 2) / 4));
      const at = rows * place(Math.floor(brightest / side)) + place(brightest % side);
      if (labels[b] === 0) expect(own[2 * at + 1]).toBe(0);
      else expect(own[2 * at + 1]).toBeGreaterThan(0);
      expect(own.reduce((a, c) => a + c, 0)).toBeCloseTo(1, 4);
    }
  }
});

test('a decoy changes a sound picture and puts no spot on it', () => {
  const none = { noise: 0, brightness: 0, contrast: 0, shift: 0, flips: false, crop: 0, paste: 0 };
  const still = { ...RECIPE.augmentation, ...none };
  const [plain, decoyed] = [0, 1].map((decoys) =>
    createBatches({ ...RECIPE, augmentation: { ...still, decoys } }, DATA)(40),
  );
  expect(decoyed.labels).toEqual(plain.labels);
  const length = 32 * 32;
  const sound = Array.from(plain.labels.keys()).filter((b) => plain.labels[b] === 1);
  expect(sound.length).toBeGreaterThan(2);
  for (const b of sound) {
    const values = decoyed.values.subarray(b * length, (b + 1) * length);
    expect(values).not.toEqual(plain.values.subarray(b * length, (b + 1) * length));
    expect(Math.max(...values)).toBeLessThan(0.25);
  }
});

test('the loss of pictures and places falls', async () => {
  const plan = planOf(RECIPE, 2);
  const start = startState(initialTrained(plan, RECIPE.locating, RECIPE.seed));
  const losses: number[] = [];
  await train(
    RECIPE,
    plan,
    createBatches(RECIPE, DATA),
    start,
    (_, loss) => void losses.push(loss),
  );
  const mean = (part: number[]) => part.reduce((a, b) => a + b, 0) / part.length;
  expect(mean(losses.slice(-10))).toBeLessThan(0.3 * mean(losses.slice(0, 5)));
});
