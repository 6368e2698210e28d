import type { GradientCheck, ParityCheck } from '../domain/backend.ts';
import { isShift } from '../domain/motion.ts';
import type { Motion } from '../domain/perturbation.ts';
import type {
  LatticeEvidence,
  OverlapScores,
  PairScores,
  Thresholds,
  Verdict,
  VerdictId,
  VerdictReason,
} from '../domain/score.ts';
import { isSmall } from './agreement.ts';
import { onLattice } from './lattice.ts';

/** What a verdict stands on. */
export interface VerdictFacts {
  readonly scores: PairScores;
  /** How the part moved; null when the perturbation does not move it. */
  readonly motion: Motion | null;
  /** Predicted class before and after. */
  readonly originalClass: number;
  readonly perturbedClass: number;
  readonly gradientCheck: GradientCheck;
  /** Null when nobody asked for it. */
  readonly parity: ParityCheck | null;
  /** The gradient is zero everywhere in one of the two maps. */
  readonly deadGradient: boolean;
  readonly thresholds: Thresholds;
  /** How the explanation follows the part at multiples of the stride; null while unknown. */
  readonly lattice: LatticeEvidence | null;
}

/**
 * May the explanation be trusted under this change? Rules in order, the first that holds decides.
 * "Agrees" means corrected score ≥ `thresholds.agree`; "LENS" is the lower of recall and precision,
 * because each alone sees one side only; the motion is "small" when it is none or takes no pixel
 * further than w in x or in y (after a turn or zoom the corners go furthest).
 *
 * Nothing can be judged:
 *  1. the gradient self-check failed → `cannotTell`, `gradient-check-failed`
 *     the map differs from the one of the cpu backend → `cannotTell`, `backends-disagree`
 *  2. a gradient is zero everywhere → `cannotTell`, `dead-gradient`
 *  3. the predicted class changed → `void`, `decision-changed`
 *
 * It agrees. One score that shows it is enough, other scores may be missing. After a motion that is
 * not small, agreement in the same coordinates counts only if the aligned maps agree too (top-k or
 * LENS): else the explanation sticks to the frame while the part moves on.
 *  4. raw top-k agrees → `stable`, `same-pixels`
 *  5. aligned top-k agrees → `movedWithPart`, `aligned-agrees`
 *  6. raw LENS agrees → `movedWithPart`, `window-agrees`; without motion `stable`, `same-places`
 *  7. aligned LENS agrees → `movedWithPart`, `aligned-window-agrees`
 *
 * It does not agree. That is said only when every score is known, since a missing one might agree.
 *  8. a corrected score is null (k exceeds the valid area, or chance is 1) → `cannotTell`, `score-missing`
 *  9. every corrected score, raw and aligned, ≤ `thresholds.chance` → `noBetterThanChance`, `chance`
 * 10. the motion is a shift by no multiple of the stride, and at multiples the aligned top-k agrees on
 *     average → `changed`, `aliasing`, with the evidence; of turns and zooms shifts are no evidence
 * 11. raw top-k or raw LENS agrees (after a motion that is not small) → `changed`, `stayed-behind`
 * 12. → `changed`, `places-changed`
 */
export function decideVerdict(facts: VerdictFacts): Verdict {
  return unjudgeable(facts) ?? agreement(facts) ?? disagreement(facts);
}

function unjudgeable(facts: VerdictFacts): Verdict | null {
  if (!facts.gradientCheck.passed) return verdict('cannotTell', 'gradient-check-failed');
  if (facts.parity?.passed === false) return verdict('cannotTell', 'backends-disagree');
  if (facts.deadGradient) return verdict('cannotTell', 'dead-gradient');
  if (facts.originalClass !== facts.perturbedClass) return verdict('void', 'decision-changed');
  return null;
}

function agreement(facts: VerdictFacts): Verdict | null {
  const { motion, scores } = facts;
  const raw = agrees(scores.raw, facts.thresholds);
  const aligned = agrees(scores.aligned, facts.thresholds);
  const rawCounts = isSmall(motion, scores) || aligned.pixels || aligned.places;
  if (raw.pixels && rawCounts) return verdict('stable', 'same-pixels');
  if (aligned.pixels) return verdict('movedWithPart', 'aligned-agrees');
  if (raw.places && rawCounts)
    return motion ? verdict('movedWithPart', 'window-agrees') : verdict('stable', 'same-places');
  if (aligned.places) return verdict('movedWithPart', 'aligned-window-agrees');
  return null;
}

function disagreement({ motion, scores, thresholds, lattice }: VerdictFacts): Verdict {
  const all = [scores.raw, scores.aligned].flatMap((s) => (s ? correctedOf(s) : []));
  const known = all.filter((corrected) => corrected !== null);
  if (known.length < all.length) return verdict('cannotTell', 'score-missing');
  if (known.every((corrected) => corrected <= thresholds.chance))
    return verdict('noBetterThanChance', 'chance');
  const followsAtMultiples = lattice !== null && lattice.alignedAtMultiples >= thresholds.agree;
  if (motion && isShift(motion) && followsAtMultiples && !onLattice(motion, lattice.stride))
    return { id: 'changed', reason: 'aliasing', lattice };
  const raw = agrees(scores.raw, thresholds);
  if (raw.pixels || raw.places) return verdict('changed', 'stayed-behind');
  return verdict('changed', 'places-changed');
}

const verdict = (id: VerdictId, reason: VerdictReason): Verdict => ({ id, reason, lattice: null });

function correctedOf(scores: OverlapScores): (number | null)[] {
  const { topKIntersection, lensRecallAtK, lensPrecisionAtK } = scores;
  return [topKIntersection, lensRecallAtK, lensPrecisionAtK].map((score) => score.corrected);
}

/** Whether the top-k sets are the same pixels, and whether they are the same places within w. */
function agrees(scores: OverlapScores | null, { agree }: Thresholds) {
  if (!scores) return { pixels: false, places: false };
  const [pixels, recall, precision] = correctedOf(scores).map((c) => c !== null && c >= agree);
  return { pixels, places: recall && precision };
}
