import type { Sensitivity } from '../domain/score.ts';
import type { Cell } from './csv.ts';

/** Cells of `SCORE_COLUMNS` for how far the explanation moves over the curve; `coordinates` is `raw`. */
export function sensitivityRows(sensitivity: Sensitivity | null): Cell[][] {
  if (!sensitivity) return [];
  return (['maxSensitivity', 'localLipschitz'] as const).map((id): Cell[] => [
    'raw',
    id,
    sensitivity[id],
    null,
    null,
    null,
    null,
  ]);
}
