import type { Analysis, Explanation } from '../../domain/analysis.ts';
import type { PerturbationSettings } from '../../domain/perturbation.ts';
import type { ModelInput } from '../../domain/picture.ts';
import {
  failedRow,
  isOfPicture,
  type JudgedRow,
  type PictureRow,
  type RowDecision,
  type RowScore,
  type RowScores,
  type RowSubject,
} from '../../domain/pictureRow.ts';
import { Problem } from '../../domain/problem.ts';
import type { Task } from '../../domain/progress.ts';
import type {
  MapScores,
  OverlapScores,
  PairScores,
  Score,
  ScoreSettings,
} from '../../domain/score.ts';
import type { Settings } from '../../domain/settings.ts';
import { agreementOf } from '../agreement.ts';
import { createEngine, type Engine } from '../engine.ts';
import { judgeAnalysis } from '../judgeAnalysis.ts';
import { pairDetails } from '../metrics/pairDetails.ts';
import { type PreparedPair, preparePair } from '../metrics/preparePair.ts';
import { forOverlaps, scorePair } from '../metrics/scorePair.ts';
import { analyse } from '../pipeline.ts';
import { agreementGrid, type GridPlaces } from './agreementGrid.ts';

/** A picture of a set, as the model sees it. */
export interface RowRequest extends Omit<RowSubject, 'perturbation'> {
  readonly input: ModelInput;
  /** Their perturbation is the first of `changes`, unless those say otherwise. */
  readonly settings: Settings;
  /** One row for each; the settings' own perturbation where it is left out. */
  readonly changes?: readonly PerturbationSettings[];
  /** Where agreement is wanted beside the k and w of the settings; null where nowhere. */
  readonly grid: GridPlaces | null;
}

/** What a row is made of, for those who need the maps too. */
export type OnAnalysis = (analysis: Analysis) => void;

/**
 * One picture in numbers, a row for each change: decision, size of the change, every score raw and aligned, verdict and gradient
 * check, by the functions that page and command line call for one picture. Each picture starts with an empty cache: a row is the
 * same to the last bit wherever the picture stands in the set, but for its duration.
 *
 * A map or gradient that is not finite is the picture's own fault and gives a failed row.
 * @param onRow called with each row as soon as it is there
 * @throws Problem of the settings, the method or the machine (`cancelled`, `out-of-memory`, …), which the next picture would meet
 * too. No tensor stays behind.
 */
export async function pictureRows(
  engine: Engine,
  request: RowRequest,
  task: Task,
  onRow: (row: PictureRow) => void = () => {},
  onAnalysis: OnAnalysis = () => {},
): Promise<PictureRow[]> {
  const fresh = createEngine(engine.backend, engine.model);
  const rows: PictureRow[] = [];
  for (const perturbation of request.changes ?? [request.settings.perturbation]) {
    const row = await rowOf(fresh, { ...request, perturbation }, task, onAnalysis);
    rows.push(row);
    onRow(row);
  }
  return rows;
}

type OneRequest = RowRequest & { readonly perturbation: PerturbationSettings };

async function rowOf(
  engine: Engine,
  request: OneRequest,
  task: Task,
  onAnalysis: OnAnalysis,
): Promise<PictureRow> {
  const { picture, sha256, label, perturbation } = request;
  const subject: RowSubject = { picture, sha256, label, perturbation };
  const started = performance.now();
  const settings = { ...request.settings, perturbation };
  try {
    const analysis = await analyse(engine, { input: request.input, settings }, task);
    onAnalysis(analysis);
    const numbers = await numbersOf(engine, analysis, settings, task, request.grid);
    return { ...subject, outcome: 'judged', ...numbers, durationMs: performance.now() - started };
  } catch (error) {
    if (!(error instanceof Problem && isOfPicture(error))) throw error;
    return failedRow(subject, error, performance.now() - started);
  }
}

type Numbers = Omit<JudgedRow, keyof RowSubject | 'outcome' | 'durationMs'>;

async function numbersOf(
  engine: Engine,
  analysis: Analysis,
  settings: Settings,
  task: Task,
  grid: GridPlaces | null,
): Promise<Numbers> {
  const { original, perturbed, targetClass, gradientCheck } = analysis;
  const { motion, size } = perturbed;
  const pair = preparePair({ original: original.map, perturbed: perturbed.map, motion });
  const scores = scorePair(pair, settings.score);
  const decision = (side: Explanation): RowDecision => ({
    predictedClass: side.predictedClass,
    probability: side.probabilities[side.predictedClass],
    targetProbability: side.probabilities[targetClass],
  });
  return {
    targetClass,
    decision: { original: decision(original), perturbed: decision(perturbed) },
    size,
    motion,
    k: scores.k,
    windowRadius: scores.windowRadius,
    tiedAtCut: scores.tiedAtCut,
    validPixels: scores.validPixels,
    ...everyScore(pair, scores, settings.score),
    agreement: agreementOf(scores, motion),
    verdict: await judgeAnalysis(engine, { analysis, scores }, settings, task),
    gradientCheck,
    deadGradient: { original: original.deadGradient, perturbed: perturbed.deadGradient },
    grid: grid && agreementGrid(pair, grid),
  };
}

function everyScore(
  pair: PreparedPair,
  { raw, aligned }: PairScores,
  settings: ScoreSettings,
): Pick<JudgedRow, 'raw' | 'aligned'> {
  const maps = pairDetails(pair, settings);
  return {
    raw: rowScores(raw, maps.raw),
    aligned: aligned && maps.aligned && rowScores(aligned, maps.aligned),
  };
}

const plain = ({ value, chance, corrected, reason }: Score): RowScore => ({
  value,
  chance,
  corrected,
  reason,
});

const rowScores = (overlaps: OverlapScores, maps: MapScores): RowScores => ({
  ...forOverlaps((id) => plain(overlaps[id])),
  spearman: plain(maps.spearman),
  kendall: plain(maps.kendall),
  lensSpearman: plain(maps.lensSpearman),
  lensKendall: plain(maps.lensKendall),
  pearson: plain(maps.pearson),
  ssim: plain(maps.ssim),
  massCenterShift: plain(maps.massCenterShift),
});
