import {
  ESTIMATE_IDS,
  type EstimateId,
  type Cell as EvidenceCell,
  type ExperimentResult,
  FACTOR_IDS,
} from '../domain/evidence.ts';
import { type Cell, csvOf } from './csv.ts';

const COLUMNS = [
  'experiment',
  ...FACTOR_IDS,
  'pictures',
  'estimate',
  'value',
  'low_95',
  'high_95',
  'roc_false_alarms',
  'roc_detections',
  'seed',
  'version',
  'commit',
  'tfjs',
  'backend',
  'node',
  'model_sha256',
] as const;

function rowsOf(
  { experiment, source, factors }: ExperimentResult,
  cell: EvidenceCell,
  estimates: readonly EstimateId[],
  withRoc: boolean,
): Cell[][] {
  const { at, pictures } = cell;
  const levels = FACTOR_IDS.map((id) => at[id] ?? null);
  const model = at.model ?? (factors.model?.length === 1 ? factors.model[0] : undefined);
  const where: Cell[] = [experiment, ...levels, pictures];
  const { seed, version, commit, tfjs, backend, node, models } = source;
  const sha = (typeof model === 'string' ? models[model] : undefined) ?? null;
  const from: Cell[] = [seed, version, commit, tfjs, backend, node, sha];
  const numbers = estimates.flatMap((id): Cell[][] => {
    const estimate = cell.estimates[id];
    if (!estimate) return [];
    const { value, low, high } = estimate;
    return [[...where, id, value, low, high, null, null, ...from]];
  });
  const curve = withRoc ? (cell.roc ?? []) : [];
  const corners = curve.map(([x, y]): Cell[] => [...where, 'roc', null, null, null, x, y, ...from]);
  return [...numbers, ...corners];
}

/**
 * Cells of a result as CSV (RFC 4180), a row for every cell and estimate, each complete in itself: where it stands,
 * what was estimated with its 95 % interval, and what it was computed with. A missing level is an empty cell: the factor does not
 * apply. Corners of ROC curves come as rows of their own (`estimate` = `roc`).
 * @param estimates those wanted; all where absent
 */
export function evidenceCsv(
  result: ExperimentResult,
  cells: readonly EvidenceCell[] = result.cells,
  estimates: readonly EstimateId[] = ESTIMATE_IDS,
  withRoc = true,
): string {
  const rows = cells.flatMap((cell) => rowsOf(result, cell, estimates, withRoc));
  return csvOf([[...COLUMNS], ...rows]);
}
