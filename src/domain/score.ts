/** Scores of two sets of pixels, in table order: the top k, and k that keep their distance. */
export const OVERLAP_IDS = [
  'topKIntersection',
  'lensRecallAtK',
  'lensPrecisionAtK',
  'topKDivIntersection',
  'lensRecallAtKDiv',
  'lensPrecisionAtKDiv',
] as const;
export type OverlapId = (typeof OVERLAP_IDS)[number];

/** Scores of two whole maps, in table order. k has no part in them, w in the two LENS correlations. */
export const MAP_SCORE_IDS = [
  'spearman',
  'kendall',
  'lensSpearman',
  'lensKendall',
  'pearson',
  'ssim',
  'massCenterShift',
] as const;
export type MapScoreId = (typeof MAP_SCORE_IDS)[number];

/** Every score of a pair, in table order. */
export const SCORE_IDS = [...OVERLAP_IDS, ...MAP_SCORE_IDS] as const;
export type ScoreId = (typeof SCORE_IDS)[number];

/** Why a score has no value, or no correction. */
export const SCORE_GAPS = [
  'k-exceeds-valid-area',
  'chance-is-one',
  'constant-map',
  'zero-map',
  'map-too-small',
] as const;
export type ScoreGap = (typeof SCORE_GAPS)[number];

/** What is asked of the metrics stage. Changing these computes no gradient. */
export interface ScoreSettings {
  /** Number of top pixels, 1…N. */
  readonly k: number;
  /** Chebyshev radius w, pixels: w = 1 is 3×3. */
  readonly windowRadius: number;
}

/**
 * One score with the line it is read against. Shares, higher is more stable (`massCenterShift`: pixels, lower is).
 * `value` null: `reason` says why. `corrected` = (value − chance)/(1 − chance): 1 same, 0 chance; null when chance is 1.
 * `pValue`: share of the circular shifts that score at least as much; null where a score has none, and until it is computed.
 */
export interface Score {
  readonly value: number | null;
  readonly chance: number | null;
  readonly corrected: number | null;
  readonly pValue: number | null;
  readonly reason: ScoreGap | null;
}

export type OverlapScores = Readonly<Record<OverlapId, Score>>;
export type MapScores = Readonly<Record<MapScoreId, Score>>;
export type PValues = Readonly<Record<OverlapId, number | null>>;

/** How alike two maps are, in words: from a correlation or SSIM. */
export type Likeness = 'same' | 'close' | 'loose' | 'none' | 'opposite';

/** Words for a value of −1…1: from 0.95 same, from 0.7 close, from 0.3 loose, from −0.3 none, below opposite. */
export function likenessOf(value: number): Likeness {
  if (value >= 0.95) return 'same';
  if (value >= 0.7) return 'close';
  if (value >= 0.3) return 'loose';
  return value >= -0.3 ? 'none' : 'opposite';
}

/** One number for each map of a pair. */
export interface BeforeAfter<Value> {
  readonly original: Value;
  readonly perturbed: Value;
}

/** A pair of maps, scored for one k and w: what must answer within a frame. */
export interface PairScores {
  readonly height: number;
  readonly width: number;
  readonly k: number;
  readonly windowRadius: number;
  /** The value at rank k equals the value at rank k+1: the cut follows index order. */
  readonly tiedAtCut: BeforeAfter<boolean>;
  /** Pixels of the diverse sets over the whole maps: fewer than k where no more have room. */
  readonly diverseCount: BeforeAfter<number>;
  /** Same coordinates. */
  readonly raw: OverlapScores;
  /** After undoing the motion; null when the perturbation does not move the part. */
  readonly aligned: OverlapScores | null;
  /** Pixels valid in both maps after the motion was undone; N when nothing moved. */
  readonly validPixels: number;
}

/** How concentrated a map is. */
export interface Concentration {
  /** Gini coefficient of |value|: 0 all pixels alike, towards 1 the fewer carry the map. Null for a zero map. */
  readonly gini: number | null;
  /** Entropy of |value| over ln N: 1 all pixels alike, 0 one carries all. Null for a zero map. */
  readonly entropy: number | null;
  /** 8-connected groups of N_w(S_k): separate places that carry the explanation. */
  readonly regionCount: number;
}

/** The rest of what is known of a pair for one k and w: takes longer than a frame. */
export interface PairDetails {
  readonly k: number;
  readonly windowRadius: number;
  readonly raw: MapScores;
  readonly aligned: MapScores | null;
  readonly concentration: BeforeAfter<Concentration>;
}

/** How far the explanation moves over a set of perturbations: `maxSensitivity` and `localLipschitz`. */
export interface Sensitivity {
  readonly places: number;
  readonly maxSensitivity: number | null;
  readonly localLipschitz: number | null;
}

/** p-values of a pair for one k and w; null where the maps are too large for them. */
export interface PairPValues {
  readonly k: number;
  readonly windowRadius: number;
  readonly raw: PValues | null;
  readonly aligned: PValues | null;
}

/**
 * LENS recall and precision for every k of a grid and every w of 0, 1, …: `[ks, ws]`, row-major.
 */
export interface KwSurface {
  readonly ks: readonly number[];
  readonly ws: readonly number[];
  readonly recall: KwScores;
  readonly precision: KwScores;
}

/** `[ks, ws]` values and chances of one score. */
export interface KwScores {
  readonly value: Float64Array<ArrayBuffer>;
  readonly chance: Float64Array<ArrayBuffer>;
}

/** Bits of an overlap mask, one byte per pixel. */
export const OVERLAP = {
  original: 1,
  perturbed: 2,
  originalWindow: 4,
  perturbedWindow: 8,
} as const;

/** `[height, width]` bytes of `OVERLAP` bits: S, T, N_w(S), N_w(T). */
export type OverlapMask = Uint8Array<ArrayBuffer>;

export const VERDICT_IDS = [
  'stable',
  'movedWithPart',
  'changed',
  'noBetterThanChance',
  'void',
  'cannotTell',
] as const;
export type VerdictId = (typeof VERDICT_IDS)[number];

/** What decided the verdict; each has its sentence in the language catalogues. */
export type VerdictReason =
  | 'same-pixels'
  | 'same-places'
  | 'aligned-agrees'
  | 'window-agrees'
  | 'aligned-window-agrees'
  | 'aliasing'
  | 'stayed-behind'
  | 'places-changed'
  | 'chance'
  | 'decision-changed'
  | 'gradient-check-failed'
  | 'backends-disagree'
  | 'dead-gradient'
  | 'score-missing';

/** Corrected scores at which the verdict turns; shown and adjustable. */
export interface Thresholds {
  /** At or above: the explanation agrees. */
  readonly agree: number;
  /** At or below: no better than chance. */
  readonly chance: number;
}
export const DEFAULT_THRESHOLDS: Thresholds = { agree: 0.7, chance: 0.1 };

/** How a shift map looks at multiples of the network's stride, where it can be equivariant. */
export interface LatticeEvidence {
  /** Total stride, pixels. */
  readonly stride: number;
  /** Mean corrected aligned top-k over the non-zero multiples of the stride computed so far. */
  readonly alignedAtMultiples: number;
  /** How many such shifts the mean stands on. */
  readonly shifts: number;
}

/** The answer, with everything its sentence needs. */
export interface Verdict {
  readonly id: VerdictId;
  readonly reason: VerdictReason;
  /** Present when the reason is `aliasing`. */
  readonly lattice: LatticeEvidence | null;
}

/** Numbers a verdict's sentence may name, already written in the language. */
export interface VerdictNumbers {
  /** A sentence with the space behind it; empty where no model decided anything. */
  readonly decision: string;
  readonly before: string;
  readonly after: string;
  readonly k: string;
  readonly w: string;
  readonly topK: string;
  readonly topKChance: string;
  /** The lower of LENS recall and precision, and its chance. */
  readonly lens: string;
  readonly lensChance: string;
  /** What is undone before aligned scores are taken: `shift`, `rotation`, `change of size`. */
  readonly motion: string;
  readonly aligned: string;
  readonly stride: string;
  readonly atMultiples: string;
  readonly multiples: string;
  readonly gradientError: string;
  /** Largest difference between the maps of two backends. */
  readonly backendDifference: string;
  readonly gap: string;
}
