import { distance, norm } from './distance.ts';
import type { ScoreMap } from './scoreMap.ts';

/**
 * Largest ‖A − B‖₂ / ‖A‖₂ over maps B of a set of perturbations. 0 and up, lower is more stable. `null` when A is zero or
 * there is no B.
 * Source: Yeh, Hsieh, Suggala, Inouye, Ravikumar, "On the (In)fidelity and Sensitivity of Explanations", NeurIPS 2019,
 * there as the plain norm; relative to ‖A‖ it can be compared between pictures.
 */
export function maxSensitivity(original: ScoreMap, perturbed: readonly ScoreMap[]): number | null {
  const size = norm(original);
  if (size === 0 || perturbed.length === 0) return null;
  return Math.max(...perturbed.map((map) => distance(original, map) / size));
}
