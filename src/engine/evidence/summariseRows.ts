import {
  changeKey,
  type JudgedRow,
  type PictureRow,
  type RowScore,
} from '../../domain/pictureRow.ts';
import { judgedRows } from '../../domain/rankRows.ts';
import type { MeansOfScores, RowSummary, ScoreMeans } from '../../domain/rowSummary.ts';
import { type ScoreId, VERDICT_IDS, type VerdictId } from '../../domain/score.ts';
import { forOverlaps } from '../metrics/scorePair.ts';
import { type Bootstrap, bootstrapMean, createBootstrap } from './bootstrap.ts';

/**
 * What a set of pictures says, change by change, in the order the changes first come. Intervals are drawn from `seed` over
 * pictures in the order of their names, so that the order of the rows does not matter.
 */
export function summariseRows(rows: readonly PictureRow[], seed: number): RowSummary[] {
  const keys = new Set(rows.map(({ perturbation }) => changeKey(perturbation)));
  const bootstrap = createBootstrap(seed);
  return [...keys].map((key) => {
    const group = rows.filter(({ perturbation }) => changeKey(perturbation) === key);
    const sorted = [...group].sort((a, b) => (a.picture < b.picture ? -1 : 1));
    return summaryOf(sorted, bootstrap);
  });
}

function summaryOf(group: readonly PictureRow[], bootstrap: Bootstrap): RowSummary {
  const judged = judgedRows(group);
  const labelled = judged.filter(({ label }) => label !== null);
  const right = (side: 'original' | 'perturbed'): number =>
    labelled.filter(({ label, decision }) => decision[side].predictedClass === label).length;
  const agreements = judged.map(({ agreement }) => agreement).filter((value) => value !== null);
  const moved = judged.some(({ aligned }) => aligned !== null);
  return {
    perturbation: group[0].perturbation,
    judged: judged.length,
    failed: group.length - judged.length,
    verdicts: countVerdicts(judged),
    right: {
      original: right('original'),
      perturbed: right('perturbed'),
      labelled: labelled.length,
    },
    agreement: bootstrapMean(agreements, bootstrap),
    raw: everyScore((id) => meansOf(judged, bootstrap, ({ raw }) => raw[id])),
    aligned: moved
      ? everyScore((id) => meansOf(judged, bootstrap, ({ aligned }) => aligned?.[id] ?? null))
      : null,
  };
}

function countVerdicts(rows: readonly JudgedRow[]): Record<VerdictId, number> {
  const counts = {
    stable: 0,
    movedWithPart: 0,
    changed: 0,
    noBetterThanChance: 0,
    void: 0,
    cannotTell: 0,
  };
  for (const id of VERDICT_IDS) counts[id] = rows.filter(({ verdict }) => verdict.id === id).length;
  return counts;
}

function meansOf(
  rows: readonly JudgedRow[],
  bootstrap: Bootstrap,
  scoreIn: (row: JudgedRow) => RowScore | null,
): ScoreMeans {
  const mean = (part: 'value' | 'chance' | 'corrected') => {
    const values = rows.map((row) => scoreIn(row)?.[part] ?? null);
    return bootstrapMean(
      values.filter((value) => value !== null),
      bootstrap,
    );
  };
  return { value: mean('value'), chance: mean('chance'), corrected: mean('corrected') };
}

const everyScore = (of: (id: ScoreId) => ScoreMeans): MeansOfScores => ({
  ...forOverlaps(of),
  spearman: of('spearman'),
  kendall: of('kendall'),
  lensSpearman: of('lensSpearman'),
  lensKendall: of('lensKendall'),
  pearson: of('pearson'),
  ssim: of('ssim'),
  massCenterShift: of('massCenterShift'),
});
