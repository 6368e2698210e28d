import type { EvidenceChoice } from '../../charts/evidencePlan.ts';
import type { RocCurve } from '../../charts/rocChart.ts';
import type { Estimate, ExperimentResult, Level } from '../../domain/evidence.ts';
import { cellAt, levelsOf } from '../../domain/evidenceCells.ts';

/** A score with its ROC curve. */
export interface RocOfScore {
  readonly score: Level;
  readonly roc: RocCurve;
  readonly auc: Estimate | null;
}

/** The ROC curves of every score for the rest of a choice, the highest AUC first. */
export function rocCells(result: ExperimentResult, { at }: EvidenceChoice): RocOfScore[] {
  const known = levelsOf(result, 'score').flatMap((score): RocOfScore[] => {
    const cell = cellAt(result, { ...at, score });
    return cell?.roc ? [{ score, roc: cell.roc, auc: cell.estimates.auc ?? null }] : [];
  });
  return known.toSorted((a, b) => (b.auc?.value ?? 0) - (a.auc?.value ?? 0));
}
