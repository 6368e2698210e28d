import { loadMagneticTilePictures } from './datasets/magneticTilePictures.ts';
import { loadSurfacePictures } from './datasets/surfacePictures.ts';
import { magneticTileRemark } from './magneticTileRemark.ts';
import type { Recipe } from './recipe.ts';

const ADAM = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0.01 };

const surfaceNatural: Recipe = {
  id: 'surface-natural',
  name: { en: 'Surface defects', ja: '表面欠陥' },
  regime: 'natural',
  seed: 1,
  input: { height: 96, width: 96, channels: 1, range: [-1, 1], fit: 'letterbox' },
  convolutions: [
    { filters: 16, kernel: 5, stride: 2 },
    { filters: 32, kernel: 3, stride: 2 },
    { filters: 64, kernel: 3, stride: 2 },
    { filters: 64, kernel: 3, stride: 1 },
    { filters: 64, kernel: 3, stride: 1 },
  ],
  startFrom: null,
  steps: 2500,
  batch: 32,
  learningRate: 2e-3,
  warmUp: 150,
  adam: ADAM,
  augmentation: {
    noise: 8,
    brightness: 0.2,
    contrast: 0.25,
    shift: 4,
    flips: true,
    turns: true,
    crop: 0,
    cropAtEnd: 0,
    paste: 0,
  },
  balanced: false,
  measure: 'accuracy',
  remark: () => ({ en: '', ja: '' }),
  load: async (report) => loadSurfacePictures({ train: 12_000, test: 1_500 }, 1, report),
};

const magneticTileNatural: Recipe = {
  id: 'magnetic-tile-natural',
  name: { en: 'Magnetic tiles', ja: '磁石タイル' },
  regime: 'natural',
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
  locating: { weight: 1, meanGain: 8, coverage: 0.05 },
  closeUps: { steps: 1750, side: 96, part: 0.8, crop: 0.45 },
  measure: 'balancedAccuracy',
  remark: magneticTileRemark,
  load: (_, folder) => loadMagneticTilePictures(folder, 1),
};

/** Every recipe, by the name given to `npm run train --`. */
export const RECIPES: readonly Recipe[] = [surfaceNatural, magneticTileNatural];

/** Models of the app. */
export const MODELS = new URL('../public/models/', import.meta.url);
