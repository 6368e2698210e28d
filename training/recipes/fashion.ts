import { loadFashion } from '../datasets/fashion.ts';
import type { Recipe } from '../recipe.ts';
import type { Adversary } from '../regimes/adversary.ts';
import { ADAM } from './optimizer.ts';

/** All training pictures of Fashion-MNIST. */
const ALL = 60_000;
/** So few that a robust regime might help the explanations more (E4). */
const FEW = 1_000;

/** Small pictures in large numbers: the data of the papers on robust attribution. */
export const fashionNatural: Recipe = {
  id: 'fashion-natural',
  name: { en: 'Fashion-MNIST', ja: 'Fashion-MNIST' },
  regime: 'natural',
  seed: 1,
  input: { height: 28, width: 28, channels: 1, range: [-1, 1], fit: 'letterbox' },
  convolutions: [
    { filters: 24, kernel: 5, stride: 2 },
    { filters: 48, kernel: 3, stride: 1 },
    { filters: 64, kernel: 3, stride: 2 },
    { filters: 64, kernel: 3, stride: 1 },
    { filters: 64, kernel: 3, stride: 1 },
  ],
  startFrom: null,
  steps: 8_000,
  batch: 64,
  learningRate: 3e-3,
  warmUp: 200,
  adam: ADAM,
  augmentation: {
    noise: 8,
    brightness: 0.1,
    contrast: 0.1,
    shift: 1,
    flips: false,
    turns: false,
    crop: 0,
    cropAtEnd: 0,
    paste: 0,
  },
  balanced: false,
  attackEpsilon: 0.1,
  measure: 'accuracy',
  remark: () => ({ en: '', ja: '' }),
  load: async (_, folder) => loadFashion(folder, ALL),
};

const ADVERSARY: Adversary = {
  epsilon: 0.1,
  steps: 2,
  stepSize: 0.07,
  rampSteps: 1_000,
  pathPoints: 5,
  normWeight: 0.1,
};

/** Goes on from the natural weights. */
export const fashionPgd: Recipe = {
  ...fashionNatural,
  id: 'fashion-pgd',
  name: { en: 'Fashion-MNIST, PGD', ja: 'Fashion-MNIST（PGD 学習）' },
  regime: 'pgd',
  adversary: ADVERSARY,
  startFrom: { model: 'fashion-natural', keepLogits: true },
  steps: 7_000,
  learningRate: 1e-3,
  warmUp: 100,
};

/** Goes on from the PGD weights. */
export const fashionIgSumNorm: Recipe = {
  ...fashionPgd,
  id: 'fashion-ig-sum-norm',
  name: { en: 'Fashion-MNIST, IG-SUM-NORM', ja: 'Fashion-MNIST（IG-SUM-NORM 学習）' },
  regime: 'ig-sum-norm',
  adversary: { ...ADVERSARY, rampSteps: 0 },
  startFrom: { model: 'fashion-pgd', keepLogits: true },
  steps: 200,
  learningRate: 5e-4,
  warmUp: 20,
};

/** 1,000 training pictures. */
export const fashionSmallNatural: Recipe = {
  ...fashionNatural,
  id: 'fashion-small-natural',
  name: { en: 'Fashion-MNIST, 1,000 pictures', ja: 'Fashion-MNIST（学習 1,000 枚）' },
  steps: 1_500,
  load: async (_, folder) => loadFashion(folder, FEW),
};

/** 1,000 training pictures, and an adversary. */
export const fashionSmallPgd: Recipe = {
  ...fashionPgd,
  id: 'fashion-small-pgd',
  name: {
    en: 'Fashion-MNIST, 1,000 pictures, PGD',
    ja: 'Fashion-MNIST（学習 1,000 枚、PGD 学習）',
  },
  startFrom: { model: 'fashion-small-natural', keepLogits: true },
  adversary: { ...ADVERSARY, rampSteps: 500 },
  steps: 1_500,
  load: async (_, folder) => loadFashion(folder, FEW),
};
