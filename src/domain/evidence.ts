import type { Localised } from './model.ts';

/** The questions of the evidence, in the order shown. */
export const EXPERIMENT_IDS = [
  'randomAgainstAttack',
  'falseAlarms',
  'regimes',
  'dataSize',
  'windowAndK',
  'shifts',
  'methods',
  'antialiasing',
] as const;
export type ExperimentId = (typeof EXPERIMENT_IDS)[number];

/** What may differ between two cells of a result. */
export const FACTOR_IDS = [
  'model',
  'method',
  'spins',
  'perturbation',
  'epsilon',
  'shift',
  'score',
  'frame',
  'scale',
  'k',
  'w',
] as const;
export type FactorId = (typeof FACTOR_IDS)[number];

/** A level of a factor: an id (model, method, perturbation, score, frame) or a number (ε in levels of 255, pixels, k as a share of the map). */
export type Level = string | number;

/** What was estimated in a cell. `value`, `chance`, `corrected` are means over pictures; `auc` and `falseAlarms` are of the whole cell. */
export const ESTIMATE_IDS = ['value', 'chance', 'corrected', 'auc', 'falseAlarms'] as const;
export type EstimateId = (typeof ESTIMATE_IDS)[number];

/** An estimate with its 95 % bootstrap interval over pictures. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** One combination of levels. */
export interface Cell {
  /** A level for every factor of the result that applies to this cell. */
  readonly at: Readonly<Partial<Record<FactorId, Level>>>;
  /** Pictures the estimates rest on. */
  readonly pictures: number;
  readonly estimates: Readonly<Partial<Record<EstimateId, Estimate>>>;
  /** ROC: false alarms (0…1) against detections (0…1), rising from (0, 0) to (1, 1); only where `auc` is. */
  readonly roc?: readonly (readonly [number, number])[];
}

/** What a result was computed with, so that it can be computed again. */
export interface ResultSource {
  readonly version: string;
  readonly commit: string;
  readonly node: string;
  readonly tfjs: string;
  readonly backend: string;
  readonly seed: number;
  /** SHA-256 of every model, by id. */
  readonly models: Readonly<Record<string, string>>;
}

/** `experiments/results/<experiment>.json`. Factors with one level say under what the rest holds. */
export interface ExperimentResult {
  readonly experiment: ExperimentId;
  readonly source: ResultSource;
  readonly factors: Readonly<Partial<Record<FactorId, readonly Level[]>>>;
  /** Names of the models, for people. */
  readonly modelNames: Readonly<Record<string, Localised>>;
  readonly cells: readonly Cell[];
}
