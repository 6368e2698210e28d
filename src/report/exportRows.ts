import { PERTURBATIONS } from '../domain/perturbation.ts';
import type { PictureRow, RowScores } from '../domain/pictureRow.ts';
import { SCORE_IDS } from '../domain/score.ts';
import { type Cell, csvOf } from './csv.ts';

const FRAMES = ['raw', 'aligned'] as const;
const PARTS = ['value', 'chance', 'corrected'] as const;

const COLUMNS = [
  'rank',
  'picture',
  'label',
  'perturbation',
  'shift_x_px',
  'shift_y_px',
  'strength',
  'verdict',
  'reason',
  'agreement',
  'decision_original',
  'probability_original',
  'decision_perturbed',
  'probability_perturbed',
  'target',
  'target_probability_original',
  'target_probability_perturbed',
  'change_linf',
  'change_l2',
  'clipped_share',
  'k',
  'window_radius_px',
  'valid_px',
  'gradient_check_passed',
  'gradient_check_error',
  ...FRAMES.flatMap((frame) =>
    SCORE_IDS.flatMap((id) => PARTS.map((part) => `${frame}_${id}_${part}`)),
  ),
  'problem',
  'picture_sha256',
];

const scoreCells = (scores: RowScores | null): Cell[] =>
  SCORE_IDS.flatMap((id) => PARTS.map((part): Cell => scores?.[id][part] ?? null));

/** What `COLUMNS` has between the change and the problem. */
function resultCells(row: PictureRow, className: (index: number) => string): Cell[] {
  if (row.outcome === 'failed') {
    const before = COLUMNS.indexOf('verdict');
    const empty = COLUMNS.indexOf('problem') - before;
    return Array.from({ length: empty }, () => null);
  }
  const { decision, size, gradientCheck } = row;
  const { original, perturbed } = decision;
  return [
    row.verdict.id,
    row.verdict.reason,
    row.agreement,
    className(original.predictedClass),
    original.probability,
    className(perturbed.predictedClass),
    perturbed.probability,
    className(row.targetClass),
    original.targetProbability,
    perturbed.targetProbability,
    size.linf,
    size.l2,
    size.clippedShare,
    row.k,
    row.windowRadius,
    row.validPixels,
    gradientCheck.passed ? 'yes' : 'no',
    gradientCheck.maxRelativeError,
    ...scoreCells(row.raw),
    ...scoreCells(row.aligned),
  ];
}

/**
 * Rows of a set as CSV (RFC 4180), one line for each picture and change in the order given, numbered from 1. Classes go by the names
 * given, by their index where there is none; a missing number is an empty cell.
 */
export function exportRows(rows: readonly PictureRow[], classes: readonly string[]): string {
  const className = (index: number): string => classes[index] ?? String(index);
  const lines = rows.map((row, i): Cell[] => {
    const { picture, sha256, label, perturbation } = row;
    const { id, shiftX, shiftY, strength } = perturbation;
    const strong = PERTURBATIONS[id].strength !== null;
    return [
      i + 1,
      picture,
      label === null ? null : className(label),
      id,
      strong ? null : shiftX,
      strong ? null : shiftY,
      strong ? strength : null,
      ...resultCells(row, className),
      row.outcome === 'failed' ? row.problem.code : null,
      sha256,
    ];
  });
  return csvOf([COLUMNS, ...lines]);
}
