import type { Fit, Regime } from '../../domain/model.ts';

const regimes: Record<Regime, string> = {
  natural: 'natural (cross-entropy)',
  pgd: 'adversarial (PGD)',
  'ig-norm': 'IG-NORM',
  'ig-sum-norm': 'IG-SUM-NORM',
};

const fits: Record<Fit, string> = {
  stretch: 'stretched to fit',
  letterbox: 'fitted with grey bars',
  crop: 'cropped, centred',
};

/** The model, its card and its decision. */
export const model = {
  label: 'Model',
  card: 'About this model',
  input: 'Input',
  regimes,
  fits,
  channels: { grey: 'grey', rgb: 'RGB' },
  accuracy: 'Accuracy',
  balancedAccuracy: 'Balanced accuracy',
  perClass: 'Right per class',
  keptUnderNoise: 'Decision kept under noise of 8/255',
  underPgd: (n: { epsilon: string }) => `Right under attack (PGD, ε = ${n.epsilon}/255)`,
  regime: 'Training',
  data: 'Data',
  pictures: (n: { training: string; test: string }) => `${n.training} to train, ${n.test} to test`,
  split: 'Split',
  licence: 'Licence',
  citation: 'Source',
  totalStride: 'Total stride',
  parameters: 'Parameters',
  seed: 'Seed',
  sha256: 'SHA-256',
  decision: 'Decision, before → after',
  decisionLabel: 'Decision',
  decisionKept: (n: { name: string }) => `stays ${n.name}`,
  decisionChanged: (n: { before: string; after: string }) => `${n.before} became ${n.after}`,
  beforeAfter: (n: { name: string; before: string; after: string }) =>
    `${n.name}: ${n.before} before, ${n.after} after`,
  others: (n: { count: string }) => `and ${n.count} more`,
  completenessGap: 'Completeness gap',
  completenessHelp:
    'The map must sum to the difference of the output between picture and baseline. Near 0 % is right; a large gap asks for more steps.',
  completenessBeforeAfter: (n: { before: string; after: string }) =>
    `${n.before} before, ${n.after} after`,
  completenessNone: 'output difference is 0',
  saturatedLabel: 'Softmax',
  saturated: 'saturated: the probability shows as 1 and reacts to nothing',
  saturatedHelp:
    'The model is so sure that the largest probability cannot be told from 1. The heatmap is not concerned: it explains the output before the softmax.',
  perturbationSize: 'Size of the change',
  perturbationLinf: (n: { linf: string; l2: string }) => `largest ${n.linf}/255, L2 ${n.l2}`,
  clipped: (n: { share: string }) => `${n.share} of the values clipped`,
};
