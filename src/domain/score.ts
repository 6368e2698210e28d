/** Overlap scores, in table order. */
export const SCORE_IDS = ['topKIntersection', 'lensRecallAtK', 'lensPrecisionAtK'] as const;
export type ScoreId = (typeof SCORE_IDS)[number];

/** Why a score has no value. */
export type ScoreGap = 'k-exceeds-valid-area' | 'not-geometric' | 'chance-is-one';

/** What is asked of the metrics stage. Changing these computes no gradient. */
export interface ScoreSettings {
  /** Number of top pixels, 1…N. */
  readonly k: number;
  /** Chebyshev radius w, pixels: w = 1 is 3×3. */
  readonly windowRadius: number;
}

/**
 * One score with the line it is read against. All shares; higher is more stable.
 * `value` null: `reason` says why. `corrected` = (value − chance)/(1 − chance): 1 same, 0 chance; null when chance is 1.
 */
export interface Score {
  readonly value: number | null;
  readonly chance: number | null;
  readonly corrected: number | null;
  readonly reason: ScoreGap | null;
}

export type Scores = Readonly<Record<ScoreId, Score>>;

/** A pair of maps, scored. */
export interface PairScores {
  readonly height: number;
  readonly width: number;
  readonly k: number;
  readonly windowRadius: number;
  /** The value at rank k equals the value at rank k+1: the cut follows index order. */
  readonly tiedAtCut: { readonly original: boolean; readonly perturbed: boolean };
  /** Same coordinates. */
  readonly raw: Scores;
  /** After undoing the motion; null when the perturbation does not move the part. */
  readonly aligned: Scores | null;
  /** Pixels valid in both maps after the motion was undone; N when nothing moved. */
  readonly validPixels: number;
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
