import {
  inventedCurve,
  inventedDetails,
  inventedInput,
  inventedMap,
  inventedPValues,
  inventedScores,
} from '../charts/inventedFigures.ts';
import type { Explanation } from '../domain/analysis.ts';
import type { ModelCard } from '../domain/model.ts';
import { DEFAULT_THRESHOLDS } from '../domain/score.ts';
import { defaultSettings } from '../domain/settings.ts';
import type { TruthOfFile } from '../domain/truth.ts';
import type { MapsReport } from './mapsReport.ts';
import type { ReportModel } from './reportModel.ts';

/** An invented but plausible report for tests. Never shown to a user. */

const SHA = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

const card: ModelCard = {
  id: 'surface-natural',
  name: { en: 'Surface defects · natural', ja: '表面欠陥・通常学習' },
  input: { height: 96, width: 96, channels: 1, range: [-1, 1], fit: 'letterbox' },
  classes: [
    { en: 'ok', ja: '良品' },
    { en: 'scratch', ja: '引っかき傷' },
    { en: 'crack', ja: '割れ' },
    { en: 'pit', ja: 'くぼみ' },
    { en: 'stain', ja: '汚れ' },
    { en: 'inclusion', ja: '異物混入' },
  ],
  lastSpatialLayer: 'conv4',
  totalStride: 8,
  data: {
    name: 'surface',
    licence: 'CC0',
    citation: '',
    split: 'by seed',
    trainingPictures: 12_000,
    testPictures: 1_200,
  },
  regime: 'natural',
  hyperparameters: {},
  seed: 7,
  parameters: 93_158,
  accuracy: {
    measure: 'accuracy',
    clean: 0.983,
    perClass: [0.99, 0.98, 0.97, 0.99, 0.98, 0.99],
    keptUnderNoise: 0.9,
    underPgd: null,
    remark: { en: '', ja: '' },
  },
  sha256: SHA,
  codeVersion: '0.1.0',
};

function explanation(dx: number, probabilities: number[]): Explanation {
  const input = inventedInput(96, dx, 0);
  return {
    input: { ...input, values: input.values.map((level) => Math.max(0, level)) },
    logits: Float32Array.from(probabilities, Math.log),
    probabilities: Float32Array.from(probabilities),
    predictedClass: 1,
    map: inventedMap(96, dx, 0, 0.0123),
    completenessGap: { sum: 5.4021, outputDifference: 5.4043, relative: 0.0004 },
    deadGradient: false,
    saturated: false,
  };
}

/** Both maps against a mask of 3 % of the picture. */
export const inventedTruth: TruthOfFile = {
  mask: { name: 'exp1_num_4727_scratch.mask.png', sha256: SHA },
  original: { pointingGame: true, relevanceMassAccuracy: 0.4213, relevanceRankAccuracy: 0.5127 },
  perturbed: { pointingGame: false, relevanceMassAccuracy: 0.3981, relevanceRankAccuracy: 0.4873 },
  maskShare: { original: 0.0312, perturbed: 0.0309 },
};

/** Two maps of another tool, wider than high, moved by (1, 0). */
export function inventedMapsReport(): MapsReport {
  const { scores, details, pValues, verdict, version, date } = inventedReport();
  const file = (name: string, dx: number) => ({ name, sha256: SHA, map: inventedMap(96, dx) });
  return {
    analysis: null,
    original: file('part-7-original.npy', 0),
    perturbed: file('part-7-shifted.npy', 1),
    motion: { dx: 1, dy: 0 },
    scores,
    details,
    pValues,
    verdict,
    thresholds: DEFAULT_THRESHOLDS,
    version,
    date,
  };
}

/** A shift by (1, 0) whose heatmap moved with the part. */
export function inventedReport(): ReportModel {
  const settings = defaultSettings(card);
  return {
    analysis: {
      card,
      backend: {
        id: 'webgl',
        renderer: 'ANGLE (Intel, Mesa Intel(R) UHD Graphics 620 (KBL GT2), OpenGL 4.6)',
        reason: 'hardware-webgl',
        version: '4.22.0',
        precision: 'float32',
        times: null,
      },
      targetClass: 1,
      abilities: { layers: ['conv1', 'conv2', 'conv3'], unavailable: {} },
      gradientCheck: { passed: true, maxRelativeError: 2.3e-4, directions: 4 },
      parity: null,
      original: explanation(0, [0.012, 0.93, 0.041, 0.011, 0.004, 0.002]),
      perturbed: {
        ...explanation(1, [0.015, 0.92, 0.049, 0.01, 0.004, 0.002]),
        perturbation: settings.perturbation,
        size: { linf: 0.231, l2: 4.71, clippedShare: 0 },
        motion: { dx: 1, dy: 0 },
      },
      durationMs: 184,
    },
    scores: inventedScores(1, 0),
    details: inventedDetails(),
    pValues: inventedPValues(),
    verdict: { id: 'movedWithPart', reason: 'aligned-agrees', lattice: null },
    truth: null,
    belief: null,
    sensitivity: { places: 17, maxSensitivity: 1.09, localLipschitz: 3.07 },
    attack: null,
    settings,
    profile: { name: 'Line 3', changed: true, otherModel: false, otherMethod: false },
    picture: {
      name: 'exp1_num_4727_scratch.png',
      format: 'png',
      width: 1024,
      height: 768,
      sha256: SHA.split('').reverse().join(''),
      notes: [],
    },
    curve: inventedCurve(),
    version: '0.1.0',
    date: new Date('2026-11-23T12:34:00Z'),
  };
}
