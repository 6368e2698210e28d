import type { VerdictId, VerdictReason } from './score.ts';

/** One strength looked at. */
export interface MarginVisit {
  /** Strength in the unit of its card; for a shift the distance, pixels. */
  readonly at: number;
  readonly verdict: VerdictId;
  readonly reason: VerdictReason;
  readonly predictedClass: number;
  /** Corrected top-k intersection, aligned where the part moves; null where it cannot be computed. */
  readonly topK: number | null;
  /** The lower of corrected LENS recall and precision, aligned where the part moves. */
  readonly lens: number | null;
}

/** Where a verdict ends: two neighbouring strengths on either side, at most a step of the card apart. */
export interface MarginTurn {
  readonly from: MarginVisit;
  readonly to: MarginVisit;
}

/** How much of a perturbation the verdict bears. */
export interface Margin {
  /** The verdict of no change. */
  readonly rest: MarginVisit;
  /** The first verdict found that is another than that of no change; null when there is none up to `limit`. */
  readonly turn: MarginTurn | null;
  /** The first verdict found that is neither `stable` nor `movedWithPart`; null when there is none up to `limit`. */
  readonly loss: MarginTurn | null;
  /** The furthest strength the card allows on this side. */
  readonly limit: number;
  readonly step: number;
  /** Widest gap between two neighbouring visits within which a verdict could have turned and turned back unseen. */
  readonly widestGap: number;
  /** All places, from no change outwards. */
  readonly visits: readonly MarginVisit[];
}
