import { isShift } from '../domain/motion.ts';
import type { Motion } from '../domain/perturbation.ts';
import type { LatticeEvidence, Score } from '../domain/score.ts';

/**
 * Whether a motion is a multiple of the network's total stride in both directions: the only motions
 * a strided network can follow exactly. (0, 0) is one of them; a turn or a zoom is none.
 */
export function onLattice(motion: Motion, stride: number): boolean {
  return isShift(motion) && motion.dx % stride === 0 && motion.dy % stride === 0;
}

/**
 * How well the explanation follows the part at the non-zero multiples of the stride: the mean
 * corrected aligned top-k over those of the points that have one (1 same, 0 chance). Null when none
 * has: nothing is known then. A strided network is equivariant to shifts by multiples of its total
 * stride only (Azulay, Weiss 2019; Zhang 2019), so high evidence here and a low score in between is
 * aliasing, not an unstable explanation.
 * @param stride total stride of the network, pixels, ≥ 1
 */
export function latticeEvidence(
  points: readonly { readonly motion: Motion; readonly alignedTopK: Score | null }[],
  stride: number,
): LatticeEvidence | null {
  const values = points
    .filter(({ motion }) => onLattice(motion, stride) && (motion.dx !== 0 || motion.dy !== 0))
    .map(({ alignedTopK }) => alignedTopK?.corrected ?? null)
    .filter((corrected) => corrected !== null);
  if (values.length === 0) return null;
  const sum = values.reduce((total, value) => total + value, 0);
  return { stride, alignedAtMultiples: sum / values.length, shifts: values.length };
}
