import type { JudgedRow, RowScore, RowScores } from '../src/domain/pictureRow.ts';
import { DEFAULT_PERTURBATION } from '../src/domain/settings.ts';

const score = (corrected: number): RowScore => ({
  value: 0.5 + corrected / 2,
  chance: 0.5,
  corrected,
  reason: null,
});

const scores = (corrected: number): RowScores => ({
  topKIntersection: score(corrected),
  lensRecallAtK: score(corrected),
  lensPrecisionAtK: score(corrected),
  topKDivIntersection: score(corrected),
  lensRecallAtKDiv: score(corrected),
  lensPrecisionAtKDiv: score(corrected),
  spearman: score(corrected),
  kendall: score(corrected),
  lensSpearman: score(corrected),
  lensKendall: score(corrected),
  pearson: score(corrected),
  ssim: { value: corrected, chance: null, corrected: null, reason: null },
  massCenterShift: { value: null, chance: null, corrected: null, reason: 'zero-map' },
});

/** A row in which every corrected score is `agreement`, for tests. */
export function inventedRow(
  picture: string,
  agreement: number,
  more: Partial<JudgedRow> = {},
): JudgedRow {
  const side = { predictedClass: 1, probability: 0.9, targetProbability: 0.9 };
  return {
    outcome: 'judged',
    picture,
    sha256: 'ab',
    label: null,
    perturbation: DEFAULT_PERTURBATION,
    targetClass: 1,
    decision: { original: side, perturbed: side },
    size: { linf: 0.1, l2: 1, clippedShare: 0 },
    motion: { dx: 1, dy: 0 },
    k: 10,
    windowRadius: 1,
    tiedAtCut: { original: false, perturbed: false },
    validPixels: 100,
    raw: scores(agreement),
    aligned: scores(agreement),
    agreement,
    verdict: { id: 'movedWithPart', reason: 'aligned-agrees', lattice: null },
    gradientCheck: { passed: true, maxRelativeError: null, directions: 1 },
    deadGradient: { original: false, perturbed: false },
    grid: null,
    durationMs: 1,
    ...more,
  };
}
