import { loadMagneticTilePictures } from '../datasets/magneticTilePictures.ts';
import type { Recipe } from '../recipe.ts';
import { magneticTileRemark } from './magneticTileRemark.ts';
import { ADAM } from './optimizer.ts';

/** What both models share: whole pictures, and nothing but the class to learn from. */
const WHOLE = {
  seed: 1,
  input: { height: 160, width: 160, channels: 1, range: [-1, 1], fit: 'stretch' },
  convolutions: [
    { filters: 16, kernel: 5, stride: 2 },
    { filters: 32, kernel: 3, stride: 2 },
    { filters: 64, kernel: 3, stride: 2 },
    { filters: 64, kernel: 3, stride: 2 },
    { filters: 64, kernel: 3, stride: 1 },
    { filters: 64, kernel: 3, stride: 1 },
  ],
  startFrom: null,
  steps: 2200,
  batch: 24,
  learningRate: 4e-3,
  warmUp: 100,
  adam: { ...ADAM, weightDecay: 0.05 },
  augmentation: {
    noise: 12,
    brightness: 0.15,
    contrast: 0.3,
    shift: 6,
    flips: true,
    turns: false,
    crop: 0.2,
    cropAtEnd: 0.1,
    paste: 0.4,
    decoys: 0.15,
  },
  balanced: true,
  attackEpsilon: 8 / 255,
  measure: 'balancedAccuracy',
  remark: magneticTileRemark,
  load: (_, folder) => loadMagneticTilePictures(folder, 1),
} satisfies Partial<Recipe>;

/** Real pictures, few tiles for each defect. */
export const magneticTileNatural: Recipe = {
  ...WHOLE,
  id: 'magnetic-tile-natural',
  name: { en: 'Magnetic tiles', ja: '磁石タイル' },
  regime: 'natural',
  locating: { weight: 1, meanGain: 8, coverage: 0.05 },
  closeUps: { steps: 1750, side: 96, part: 0.8, crop: 0.45 },
};

/** Goes on from the natural weights; nobody tells it where the defects are. */
export const magneticTilePgd: Recipe = {
  ...WHOLE,
  id: 'magnetic-tile-pgd',
  name: { en: 'Magnetic tiles, PGD', ja: '磁石タイル（PGD 学習）' },
  regime: 'pgd',
  adversary: {
    epsilon: 8 / 255,
    steps: 3,
    stepSize: 4 / 255,
    rampSteps: 200,
    pathPoints: 5,
    normWeight: 0.1,
  },
  startFrom: { model: 'magnetic-tile-natural', keepLogits: true },
  steps: 400,
  learningRate: 1e-3,
  warmUp: 30,
};
