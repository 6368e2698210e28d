import type { ScoreGap, ScoreId } from '../../domain/score.ts';

interface ScoreText {
  /** Row header; automation relies on it. */
  readonly name: string;
  readonly meaning: string;
}

const byId: Record<ScoreId, ScoreText> = {
  topKIntersection: {
    name: 'Top-k intersection',
    meaning: 'Share of the k strongest pixels that are the same pixels in both heatmaps.',
  },
  lensRecallAtK: {
    name: 'LENS recall@k',
    meaning:
      'Share of the perturbed heatmap’s k strongest pixels that lie within w pixels of one of the original’s.',
  },
  lensPrecisionAtK: {
    name: 'LENS precision@k',
    meaning:
      'Share of the original heatmap’s k strongest pixels that lie within w pixels of one of the perturbed one’s.',
  },
};

const gaps: Record<ScoreGap, string> = {
  'k-exceeds-valid-area': 'k is larger than the area valid in both pictures',
  'not-geometric': 'nothing moved, so there is nothing to align',
  'chance-is-one': 'the windows cover the whole picture: chance is 1',
};

/** Scores: names, meaning, direction, and why one may be missing. */
export const scores = {
  table: 'Stability scores',
  forSettings: (n: { k: string; share: string; w: string }) => `k ${n.k} (${n.share}), w ${n.w} px`,
  score: 'Score',
  value: 'Value',
  chance: 'Chance',
  corrected: 'Corrected',
  byId,
  aligned: 'Aligned',
  alignedChance: 'Aligned chance',
  alignedCorrected: 'Aligned corrected',
  alignedMeaning:
    'The value after undoing the shift, on the pixels valid in both pictures. Raw low and aligned high: the heatmap moved with the part.',
  alignedGroup: (n: { motion: string }) => `After undoing the shift ${n.motion}`,
  rawGroup: 'Same coordinates',
  direction: 'Range 0 to 1; higher is more stable.',
  chanceMeaning:
    'The value two unrelated heatmaps would reach on average: one of the two pixel sets put down anywhere, by a circular shift.',
  correctedMeaning: '(value − chance) / (1 − chance). 1 is the same, 0 is as good as chance.',
  source: 'Source',
  lensSource: 'Kamath, Mittal, Deshpande, Balasubramanian, AAAI 2024',
  chanceSource: 'Jitterscope; not in the paper',
  gaps,
  tiedAtCut:
    'Several pixels share the value at rank k, so which of them count follows their order in the picture and not the model. Choose another k or baseline.',
  tiedOriginal: 'Tied at the cut: original heatmap.',
  tiedPerturbed: 'Tied at the cut: perturbed heatmap.',
  tiedBoth: 'Tied at the cut: both heatmaps.',
};
