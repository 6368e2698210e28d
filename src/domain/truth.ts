import type { BeforeAfter } from './score.ts';

/** Where the truth is: `[height, width]`, row-major, 1 on the defect and 0 elsewhere. */
export interface Mask {
  readonly height: number;
  readonly width: number;
  readonly flags: Uint8Array<ArrayBuffer>;
}

/** Scores of one map against the truth, in the order they are shown. */
export const TRUTH_IDS = [
  'pointingGame',
  'relevanceMassAccuracy',
  'relevanceRankAccuracy',
] as const;
export type TruthId = (typeof TRUTH_IDS)[number];

/** How well one map points at the defect. Null where the mask marks nothing, or (mass) no value is positive. */
export interface TruthScores {
  /** The strongest pixel lies on the defect. */
  readonly pointingGame: boolean | null;
  /** 0…1, higher is better. */
  readonly relevanceMassAccuracy: number | null;
  /** 0…1, higher is better. */
  readonly relevanceRankAccuracy: number | null;
}

/** Both maps of a pair against the truth: the perturbed one against the mask moved with the part. */
export interface PairTruth extends BeforeAfter<TruthScores> {
  /** The mask's share of the map, 0…1: what a map that knows nothing of the defect scores on average. */
  readonly maskShare: BeforeAfter<number>;
}

/** The truth of a pair with the file it came from. */
export interface TruthOfFile extends PairTruth {
  /** `sha256` of the file, lower-case hexadecimal. */
  readonly mask: { readonly name: string; readonly sha256: string };
}

/** Why a map has no score against the truth. */
export type TruthGap = 'empty-mask' | 'nothing-positive';

/** What is missing where a score of one map is null; null where it has a value. */
export function truthGap(truth: PairTruth, side: keyof BeforeAfter<unknown>, id: TruthId) {
  if (truth[side][id] !== null) return null;
  const gap: TruthGap = truth.maskShare[side] === 0 ? 'empty-mask' : 'nothing-positive';
  return gap;
}
