import type { KnownScores } from '../domain/allScores.ts';
import { spinsOf } from '../domain/attributionRules.ts';
import { PERTURBATIONS, type PerturbationId, type StrengthUnit } from '../domain/perturbation.ts';
import type { Sensitivity } from '../domain/score.ts';
import type { PairTruth } from '../domain/truth.ts';
import { type Cell, csvOf, SCORE_COLUMNS, scoreRows } from './csv.ts';
import type { ExportPlace } from './exportJson.ts';
import type { ReportModel } from './reportModel.ts';
import { sensitivityRows } from './sensitivityRows.ts';
import { truthRows } from './truthRows.ts';

const COLUMNS = [
  'place',
  'perturbation',
  'shift_x_px',
  'shift_y_px',
  'strength',
  'strength_unit',
  ...SCORE_COLUMNS,
  'decision_original',
  'decision_perturbed',
  'k',
  'window_radius_px',
  'method',
  'reduction',
  'spins',
  'seed',
  'model',
  'model_sha256',
  'picture',
  'picture_sha256',
  'mask',
  'mask_sha256',
  'backend',
  'version',
  'date',
] as const;

/** What a strength counts, in words a table can be filtered by. */
const UNIT_NAMES: Readonly<Record<StrengthUnit, string>> = {
  '/255': 'levels_of_255',
  '%': 'percent_of_range',
  '°': 'degrees_clockwise',
  size: 'percent_of_size',
  gamma: 'gamma',
  sigma: 'sigma_px',
  length: 'length_px',
  quality: 'jpeg_quality',
  side: 'percent_of_shorter_side',
};

interface Place extends KnownScores {
  readonly place: string;
  readonly perturbation: PerturbationId;
  readonly shiftX: number;
  readonly shiftY: number;
  readonly strength: number;
  readonly predictedClass: number;
  readonly truth: PairTruth | null;
  readonly sensitivity: Sensitivity | null;
}

function rowsOf(model: ReportModel, place: Place): Cell[][] {
  const { analysis, settings, picture, version, date } = model;
  const { card, original, backend } = analysis;
  const { scores } = place;
  const { strength } = PERTURBATIONS[place.perturbation];
  const className = (index: number): string => card.classes[index]?.en ?? String(index);
  const where: Cell[] = [
    place.place,
    place.perturbation,
    strength ? null : place.shiftX,
    strength ? null : place.shiftY,
    strength && place.strength,
    strength && UNIT_NAMES[strength.unit],
  ];
  const from: Cell[] = [
    className(original.predictedClass),
    className(place.predictedClass),
    scores.k,
    scores.windowRadius,
    settings.attribution.method,
    settings.attribution.reduction,
    spinsOf(settings.attribution),
    settings.seed,
    card.id,
    card.sha256,
    picture.name,
    picture.sha256,
    model.truth?.mask.name ?? null,
    model.truth?.mask.sha256 ?? null,
    backend.id,
    version,
    date.toISOString(),
  ];
  const rows = [
    ...scoreRows(place),
    ...truthRows(place.truth),
    ...sensitivityRows(place.sensitivity),
  ];
  return rows.map((row) => [...where, ...row, ...from]);
}

/**
 * The scores as CSV (RFC 4180: comma, CRLF, quotes where needed; UTF-8 without a mark), one row per place, coordinates and score, each row
 * complete in itself. The report's own pair comes first (`place` = `pair`) with every score, and where a mask is on both its maps
 * against the truth, and how far the explanation moves over the finished curve; then the places of the sweeps with
 * their overlap scores, which have no p-values. Names of classes are the English ones; a missing number is an empty cell.
 */
export function exportCsv(model: ReportModel, places: readonly ExportPlace[]): string {
  const { perturbed } = model.analysis;
  const pair: Place = {
    ...perturbed.perturbation,
    place: 'pair',
    perturbation: perturbed.perturbation.id,
    predictedClass: perturbed.predictedClass,
    scores: model.scores,
    details: model.details,
    pValues: model.pValues,
    truth: model.truth,
    sensitivity: model.sensitivity,
  };
  const all = [
    pair,
    ...places.map((place) => ({
      ...place,
      details: null,
      pValues: null,
      truth: null,
      sensitivity: null,
      place: place.sweep,
    })),
  ];
  const rows = all.flatMap((place) => rowsOf(model, place));
  return csvOf([[...COLUMNS], ...rows]);
}
