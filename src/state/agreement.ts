import type { Analysis } from '../domain/analysis.ts';
import type {
  BeforeAfter,
  OverlapId,
  OverlapScores,
  PairScores,
  Verdict,
} from '../domain/score.ts';
import { OVERLAP_IDS } from '../domain/score.ts';
import type { ReportSession } from '../domain/session.ts';

/** How far two runs may differ and still agree: another backend may move a few pixels across the cut. Shares, 0…1. */
export const TOLERANCE = { score: 0.02, probability: 0.01 } as const;

/** Rounding of a difference that equals the tolerance. */
const ROUNDING = 1e-9;

const SIDES = ['original', 'perturbed'] as const;
type Side = (typeof SIDES)[number];

/** What was and what is now; null where there is no value. */
interface ThenNow<Value> {
  readonly then: Value | null;
  readonly now: Value | null;
}

/** One thing a report says that came out otherwise now. */
export type Difference =
  | ({ readonly kind: 'verdict' } & ThenNow<Verdict['id']>)
  /** Index of the predicted class. */
  | ({ readonly kind: 'decision'; readonly side: Side } & ThenNow<number>)
  | ({ readonly kind: 'classCount'; readonly side: Side } & ThenNow<number>)
  | ({
      readonly kind: 'probability';
      readonly side: Side;
      readonly index: number;
    } & ThenNow<number>)
  | ({
      readonly kind: 'score';
      readonly id: OverlapId;
      readonly aligned: boolean;
    } & ThenNow<number>);

/** Whether the numbers of a report came out again. */
export interface Agreement {
  /** Nothing compared differs in a single bit. */
  readonly exact: boolean;
  /** What is off by more than `TOLERANCE`, the weightiest first. */
  readonly differences: readonly Difference[];
  /** The weights are not those of the report: another SHA-256. */
  readonly otherModel: boolean;
}

/** What was computed anew. */
export interface Recomputed {
  readonly analysis: {
    readonly card: Pick<Analysis['card'], 'sha256'>;
    readonly original: Pick<Analysis['original'], 'probabilities'>;
    readonly perturbed: Pick<Analysis['perturbed'], 'probabilities'>;
  };
  readonly scores: Pick<PairScores, 'raw' | 'aligned'>;
  readonly verdict: Pick<Verdict, 'id'>;
}

/** Compares as it goes; `exact` is over everything that was looked at. */
function comparison() {
  const differences: Difference[] = [];
  let exact = true;
  const compare = (difference: Difference, tolerance = 0) => {
    const { then, now } = difference;
    if (then === now) return;
    exact = false;
    const close =
      typeof then === 'number' &&
      typeof now === 'number' &&
      Math.abs(then - now) <= tolerance + ROUNDING;
    if (!close) differences.push(difference);
  };
  return { compare, end: () => ({ exact, differences }) };
}

/** Index of the largest, the first of equals; null of none. */
function largest(shares: ArrayLike<number>): number | null {
  let best: number | null = null;
  for (let i = 0; i < shares.length; i++) if (best === null || shares[i] > shares[best]) best = i;
  return best;
}

/**
 * Holds what a report says against what was computed anew from its input and settings: the verdict, the predicted classes,
 * the value of every overlap score (raw and aligned), and every probability. Scores agree within 0.02, probabilities within
 * 0.01 (`TOLERANCE`, both inclusive), everything else when equal. A score that has no value agrees with none only.
 */
export function agreementOf(session: ReportSession, recomputed: Recomputed): Agreement {
  const { analysis, scores, verdict } = recomputed;
  const { compare, end } = comparison();
  compare({ kind: 'verdict', then: session.verdict.id, now: verdict.id });
  const now: BeforeAfter<ArrayLike<number>> = {
    original: analysis.original.probabilities,
    perturbed: analysis.perturbed.probabilities,
  };
  const then: BeforeAfter<ArrayLike<number>> = session.probabilities;
  for (const side of SIDES)
    compare({ kind: 'decision', side, then: largest(then[side]), now: largest(now[side]) });

  const compareGroup = (
    aligned: boolean,
    before: OverlapScores | null,
    after: OverlapScores | null,
  ) => {
    if (!before && !after) return;
    for (const id of OVERLAP_IDS) {
      const values = { then: before?.[id].value ?? null, now: after?.[id].value ?? null };
      compare({ kind: 'score', id, aligned, ...values }, TOLERANCE.score);
    }
  };
  compareGroup(false, session.scores.raw, scores.raw);
  compareGroup(true, session.scores.aligned, scores.aligned);

  for (const side of SIDES) {
    const [before, after] = [then[side], now[side]];
    if (before.length !== after.length)
      compare({ kind: 'classCount', side, then: before.length, now: after.length });
    else
      for (let index = 0; index < before.length; index++) {
        const shares = { then: before[index], now: after[index] };
        compare({ kind: 'probability', side, index, ...shares }, TOLERANCE.probability);
      }
  }
  return { ...end(), otherModel: session.modelSha256 !== analysis.card.sha256 };
}
