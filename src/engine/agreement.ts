import { largestStep } from '../domain/motion.ts';
import type { Motion } from '../domain/perturbation.ts';
import type { OverlapScores, PairScores } from '../domain/score.ts';

/** The three scores a verdict is read from. */
export type VerdictScores = Pick<
  OverlapScores,
  'topKIntersection' | 'lensRecallAtK' | 'lensPrecisionAtK'
>;

/** What an agreement is read from: scores at the same coordinates, aligned where the part moved, and the size of the maps. */
export interface AgreementFacts extends Pick<PairScores, 'height' | 'width' | 'windowRadius'> {
  readonly raw: VerdictScores;
  readonly aligned: VerdictScores | null;
}

/** No motion, or one that takes no pixel further than w in x or in y. */
export const isSmall = (
  motion: Motion | null,
  maps: Pick<AgreementFacts, 'height' | 'width' | 'windowRadius'>,
): boolean => motion === null || largestStep(motion, maps) <= maps.windowRadius;

/**
 * The largest threshold at which `decideVerdict` still says that the explanation agrees (`stable` or `movedWithPart`), as far as
 * scores decide it. In each frame it is the larger of corrected top-k and corrected LENS, the lower of recall and precision; over
 * frames the larger one, and after a motion that is not small the aligned frame alone. −∞…1, higher is more stable, 0 as good as
 * chance. A score that is missing agrees with nothing; null where all are.
 */
export function agreementOf(facts: AgreementFacts, motion: Motion | null): number | null {
  const aligned = facts.aligned && within(facts.aligned);
  const raw = isSmall(motion, facts) ? within(facts.raw) : null;
  return largestOf([raw, aligned]);
}

function within({ topKIntersection, lensRecallAtK, lensPrecisionAtK }: VerdictScores) {
  const [recall, precision] = [lensRecallAtK.corrected, lensPrecisionAtK.corrected];
  const lens = recall === null || precision === null ? null : Math.min(recall, precision);
  return largestOf([topKIntersection.corrected, lens]);
}

/**
 * The smallest `Thresholds.chance` at which every score counts as no better than chance: the largest corrected score, raw and
 * aligned. Null where one is missing.
 */
export function bestOf({ raw, aligned }: AgreementFacts): number | null {
  const all = [raw, aligned].flatMap((scores) =>
    scores ? [scores.topKIntersection, scores.lensRecallAtK, scores.lensPrecisionAtK] : [],
  );
  const known = all.map(({ corrected }) => corrected).filter((corrected) => corrected !== null);
  return known.length < all.length ? null : Math.max(...known);
}

function largestOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : Math.max(...known);
}
