import { loadMagneticTilePictures } from './datasets/magneticTilePictures.ts';
import { loadSurfacePictures } from './datasets/surfacePictures.ts';
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
  remark: { en: '', ja: '' },
  load: async (report) => loadSurfacePictures({ train: 12_000, test: 1_500 }, 1, report),
};

const magneticTileNatural: Recipe = {
  id: 'magnetic-tile-natural',
  name: { en: 'Magnetic tiles', ja: '磁石タイル' },
  regime: 'natural',
  seed: 1,
  input: { height: 128, width: 128, channels: 1, range: [-1, 1], fit: 'stretch' },
  convolutions: [
    { filters: 16, kernel: 5, stride: 2 },
    { filters: 32, kernel: 3, stride: 2 },
    { filters: 64, kernel: 3, stride: 2 },
    { filters: 64, kernel: 3, stride: 1 },
    { filters: 64, kernel: 3, stride: 1 },
  ],
  startFrom: 'surface-natural',
  steps: 900,
  batch: 32,
  learningRate: 1.5e-3,
  warmUp: 100,
  adam: { ...ADAM, weightDecay: 0.05 },
  augmentation: {
    noise: 5,
    brightness: 0.1,
    contrast: 0.2,
    shift: 6,
    flips: true,
    turns: false,
    crop: 0.1,
    cropAtEnd: 0,
    paste: 0,
  },
  balanced: true,
  measure: 'balancedAccuracy',
  remark: {
    en: 'Weak: 35 % balanced accuracy where chance is 17 %. Only a handful of different tiles show each defect (two to six in the test part), and defects fill as little as 0.1 % of a picture. For trying methods on real pictures, not for decisions on parts.',
    ja: '精度は低く、均衡正解率 35%（偶然水準 17%）です。欠陥ごとに異なるタイルが少なく（テスト側は 2〜6 枚）、欠陥は画像の 0.1% しか占めないことがあります。実画像で手法を試すためのもので、部品の判定には使えません。',
  },
  load: (_, folder) => loadMagneticTilePictures(folder, 1),
};

/** Every recipe, by the name given to `npm run train --`. */
export const RECIPES: readonly Recipe[] = [surfaceNatural, magneticTileNatural];

/** Models of the app. */
export const MODELS = new URL('../public/models/', import.meta.url);
