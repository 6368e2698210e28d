import { distance } from './distance.ts';
import type { ScoreMap } from './scoreMap.ts';

/** A perturbed map and ‖x − x′‖₂ of the pictures, pixel scale 0…1. */
export interface PerturbedMap {
  readonly map: ScoreMap;
  readonly change: number;
}

/**
 * Largest ‖A − B‖₂ / ‖x − x′‖₂ over a set of perturbations: how fast the explanation moves per change of the picture. 0 and
 * up, lower is more stable; in units of the map, so compare it for one model and method only. `null` when no picture changed.
 * Source: Alvarez-Melis, Jaakkola, "On the Robustness of Interpretability Methods", 2018; over the given set instead of a ball.
 */
export function localLipschitz(
  original: ScoreMap,
  perturbed: readonly PerturbedMap[],
): number | null {
  const slopes = perturbed
    .filter(({ change }) => change > 0)
    .map(({ map, change }) => distance(original, map) / change);
  return slopes.length > 0 ? Math.max(...slopes) : null;
}
