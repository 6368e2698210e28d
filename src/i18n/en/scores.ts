import type { Likeness, ScoreGap, ScoreId } from '../../domain/score.ts';

/** Numbers a sentence about a score may name, written in the language. */
export interface ScoreNumbers {
  /** The value as a share, and as a plain number. */
  readonly share: string;
  readonly value: string;
  /** (value + 1)/2 as a share: of two pixels, how often both maps order them alike. */
  readonly pairs: string;
  readonly w: string;
  /** Pixels of the original's and of the perturbed diverse set. */
  readonly before: string;
  readonly after: string;
  /** 2w + 1. */
  readonly side: string;
  readonly likeness: Likeness;
}

interface ScoreText {
  /** Row header; automation relies on it. */
  readonly name: string;
  readonly meaning: string;
  /** The value in plain words. */
  readonly plain: (n: ScoreNumbers) => string;
  readonly direction: string;
  readonly source: string;
}

const lens = 'Kamath, Mittal, Deshpande, Balasubramanian, AAAI 2024';
const share = 'Range 0 to 1; higher is more stable.';
const correlation = 'Range −1 to 1; higher is more stable, 0 is chance.';

const order: Record<Likeness, string> = {
  same: 'Strong and weak pixels keep their order.',
  close: 'Strong and weak pixels nearly keep their order.',
  loose: 'Strong and weak pixels keep their order loosely.',
  none: 'The order of the pixels is hardly related.',
  opposite: 'Strong pixels become weak and weak ones strong.',
};

const byId: Record<ScoreId, ScoreText> = {
  topKIntersection: {
    name: 'Top-k intersection',
    meaning: 'Share of the k strongest pixels that are the same pixels in both heatmaps.',
    plain: (n) => `${n.share} of the strongest pixels are the very same.`,
    direction: share,
    source: 'Ghorbani, Abid, Zou, AAAI 2019',
  },
  lensRecallAtK: {
    name: 'LENS recall@k',
    meaning:
      'Share of the perturbed heatmap’s k strongest pixels that lie within w pixels of one of the original’s.',
    plain: (n) => `${n.share} of the places after the change were there before, within ${n.w} px.`,
    direction: share,
    source: lens,
  },
  lensPrecisionAtK: {
    name: 'LENS precision@k',
    meaning:
      'Share of the original heatmap’s k strongest pixels that lie within w pixels of one of the perturbed one’s.',
    plain: (n) => `${n.share} of the places before the change are still there, within ${n.w} px.`,
    direction: share,
    source: lens,
  },
  topKDivIntersection: {
    name: 'Diverse top-k intersection',
    meaning:
      'The same on diverse sets: the strongest pixels that keep more than w pixels apart, so that one bright spot cannot take all k places.',
    plain: (n) =>
      `${n.share} of ${n.before} and ${n.after} separate spots are the very same pixels.`,
    direction: share,
    source: lens,
  },
  lensRecallAtKDiv: {
    name: 'LENS recall@k-div',
    meaning: 'LENS recall of the diverse sets. Their windows cover much: read it with its chance.',
    plain: (n) =>
      `${n.share} of the ${n.after} separate spots after were there before, within ${n.w} px.`,
    direction: share,
    source: lens,
  },
  lensPrecisionAtKDiv: {
    name: 'LENS precision@k-div',
    meaning:
      'LENS precision of the diverse sets. Their windows cover much: read it with its chance.',
    plain: (n) =>
      `${n.share} of the ${n.before} separate spots before are still there, within ${n.w} px.`,
    direction: share,
    source: lens,
  },
  spearman: {
    name: 'Spearman',
    meaning: 'Correlation of the ranks of all pixels, strong and weak.',
    plain: (n) => order[n.likeness],
    direction: correlation,
    source: 'Spearman 1904',
  },
  kendall: {
    name: 'Kendall',
    meaning: 'Pairs of pixels ordered alike less those ordered otherwise, ties apart (τ-b).',
    plain: (n) => `Of two pixels, the stronger stays the stronger ${n.pairs} of the time.`,
    direction: correlation,
    source: 'Kendall 1945; Knight 1966',
  },
  lensSpearman: {
    name: 'LENS-Spearman',
    meaning: 'Spearman after both heatmaps were averaged over (2w + 1)² pixels.',
    plain: (n) => `Averaged over ${n.side} × ${n.side} px: ${lower(order[n.likeness])}`,
    direction: correlation,
    source: lens,
  },
  lensKendall: {
    name: 'LENS-Kendall',
    meaning: 'Kendall after both heatmaps were averaged over (2w + 1)² pixels.',
    plain: (n) =>
      `Of two areas of ${n.side} × ${n.side} px, the stronger stays the stronger ${n.pairs} of the time.`,
    direction: correlation,
    source: lens,
  },
  pearson: {
    name: 'Pearson',
    meaning: 'Linear correlation of all pixel values.',
    plain: (n) =>
      ({
        same: 'The values rise and fall together.',
        close: 'The values mostly rise and fall together.',
        loose: 'The values rise and fall together loosely.',
        none: 'The values are hardly related.',
        opposite: 'Where one heatmap is strong the other is weak.',
      })[n.likeness],
    direction: correlation,
    source: 'Pearson 1895',
  },
  ssim: {
    name: 'SSIM',
    meaning:
      'Structural similarity: mean, contrast and pattern of small windows (Gaussian, 11 × 11).',
    plain: (n) =>
      ({
        same: 'The pictures of the heatmaps look the same.',
        close: 'The pictures of the heatmaps look alike.',
        loose: 'The pictures of the heatmaps look a little alike.',
        none: 'The pictures of the heatmaps look different.',
        opposite: 'One heatmap looks like the negative of the other.',
      })[n.likeness],
    direction: 'Range −1 to 1; higher is more stable. It has no chance level.',
    source: 'Wang, Bovik, Sheikh, Simoncelli 2004',
  },
  massCenterShift: {
    name: 'Mass-centre shift',
    meaning: 'Distance between the centres of mass of |value|, pixels.',
    plain: (n) => `The middle of the explanation moved by ${n.value} px.`,
    direction: '0 px and up; lower is more stable. It has no chance level.',
    source: 'Ghorbani, Abid, Zou, AAAI 2019',
  },
};

const lower = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);

const gaps: Record<ScoreGap, string> = {
  'k-exceeds-valid-area': 'k is larger than the area valid in both pictures',
  'chance-is-one': 'the windows cover the whole picture: chance is 1',
  'constant-map': 'a heatmap has the same value everywhere',
  'zero-map': 'a heatmap is zero everywhere',
  'map-too-small': 'the heatmaps are smaller than 11 × 11 px',
};

/** Scores: names, meaning, direction, and why one may be missing. */
export const scores = {
  table: 'Stability scores',
  forSettings: (n: { k: string; share: string; w: string }) => `k ${n.k} (${n.share}), w ${n.w} px`,
  score: 'Score',
  value: 'Value',
  chance: 'Chance',
  corrected: 'Corrected',
  p: 'p',
  plain: 'In plain words',
  groups: { topK: 'Strongest pixels', diverse: 'Separate spots', maps: 'Whole heatmaps' },
  byId,
  aligned: 'Aligned',
  alignedCorrected: 'Aligned corrected',
  alignedMeaning:
    'The value after undoing the motion, on the pixels valid in both pictures. Raw low and aligned high: the heatmap moved with the part.',
  chanceMeaning:
    'The value two unrelated heatmaps would reach on average: one of the two pixel sets put down anywhere, by a circular shift.',
  correctedMeaning: '(value − chance) / (1 − chance). 1 is the same, 0 is as good as chance.',
  pMeaning:
    'Share of all circular shifts of one pixel set that score at least as much. Small: the places agree, not only their number and clustering.',
  source: 'Source',
  chanceSource: 'Jitterscope; not in the paper',
  gaps,
  pending: 'being computed',
  tooLargeForP: 'The heatmaps are too large for p-values.',
  tiedAtCut:
    'Several pixels share the value at rank k, so which of them count follows their order in the picture and not the model. Choose another k or baseline.',
  tiedOriginal: 'Tied at the cut: original heatmap.',
  tiedPerturbed: 'Tied at the cut: perturbed heatmap.',
  tiedBoth: 'Tied at the cut: both heatmaps.',
  fewerSpots: (n: { k: string; before: string; after: string; w: string }) =>
    `Only ${n.before} (before) and ${n.after} (after) spots more than ${n.w} px apart have room, not ${n.k}.`,
  concentration: {
    gini: 'Concentration (Gini)',
    giniMeaning:
      'Gini coefficient of |value|: 0 all pixels weigh the same, 1 a single pixel carries the explanation.',
    entropy: 'Spread (entropy)',
    entropyMeaning:
      'Entropy of |value| as a share of its largest: 1 all pixels weigh the same, 0 a single pixel carries the explanation.',
    regionCount: 'Connected regions',
    regionCountMeaning:
      'Connected groups of the k strongest pixels with their windows: how many places carry the explanation.',
  },
  maxSensitivity: 'Max-sensitivity',
  maxSensitivityMeaning:
    'Largest ‖A − B‖ / ‖A‖ over the places of the stability curve. 0 and up; lower is more stable. Yeh et al., NeurIPS 2019.',
  localLipschitz: 'Local Lipschitz',
  localLipschitzMeaning:
    'Largest ‖A − B‖ / ‖x − x′‖ over the places of the stability curve: how fast the explanation moves per change of the picture. Compare it for one model and method only. Alvarez-Melis, Jaakkola 2018.',
  overPlaces: (n: { value: string; count: string }) => `${n.value} over ${n.count} places`,
};
