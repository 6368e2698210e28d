import type { Score } from '../../domain/score.ts';
import { pearson } from './pearson.ts';
import type { RankedMap } from './rankedMap.ts';

/**
 * Spearman's ρ: Pearson's correlation of the average ranks over all pixels. −1…1, higher is more stable, ties share
 * their ranks. Chance 0. Undefined, `constant-map`, when one map is constant. Spearman 1904.
 */
export const spearman = (original: RankedMap, perturbed: RankedMap): Score =>
  pearson(original.ranks, perturbed.ranks);
