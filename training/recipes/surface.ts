import { loadSurfacePictures } from '../datasets/surfacePictures.ts';
import type { Recipe } from '../recipe.ts';
import type { Adversary } from '../regimes/adversary.ts';
import { ADAM } from './optimizer.ts';

/** The model the page opens with. */
export const surfaceNatural: Recipe = {
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
  attackEpsilon: 8 / 255,
  measure: 'accuracy',
  remark: () => ({ en: '', ja: '' }),
  load: async (report) => loadSurfacePictures({ train: 12_000, test: 1_500 }, 1, report),
};

/** The same with every stride blurred: does the heatmap then move with the part? */
export const surfaceAntialiased: Recipe = {
  ...surfaceNatural,
  id: 'surface-antialiased',
  name: { en: 'Surface defects, anti-aliased', ja: '表面欠陥（アンチエイリアス）' },
  convolutions: surfaceNatural.convolutions.map((one) =>
    one.stride > 1 ? { ...one, antialiased: true } : one,
  ),
};

/** What a robust regime withstands on inspection pictures. */
export const SURFACE_ADVERSARY: Adversary = {
  epsilon: 8 / 255,
  steps: 4,
  stepSize: 4 / 255,
  rampSteps: 1_200,
  pathPoints: 5,
  normWeight: 0.1,
};

/** Goes on from the natural weights. */
export const surfacePgd: Recipe = {
  ...surfaceNatural,
  id: 'surface-pgd',
  name: { en: 'Surface defects, PGD', ja: '表面欠陥（PGD 学習）' },
  regime: 'pgd',
  adversary: SURFACE_ADVERSARY,
  startFrom: { model: 'surface-natural', keepLogits: true },
  steps: 4000,
  learningRate: 1e-3,
  warmUp: 50,
};

/** Goes on from the PGD weights: a step costs ten times as much. */
export const surfaceIgSumNorm: Recipe = {
  ...surfacePgd,
  id: 'surface-ig-sum-norm',
  name: { en: 'Surface defects, IG-SUM-NORM', ja: '表面欠陥（IG-SUM-NORM 学習）' },
  regime: 'ig-sum-norm',
  adversary: { ...SURFACE_ADVERSARY, steps: 3, rampSteps: 0 },
  startFrom: { model: 'surface-pgd', keepLogits: true },
  steps: 200,
  learningRate: 5e-4,
  warmUp: 20,
};
