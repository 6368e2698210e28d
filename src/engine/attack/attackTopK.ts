import { topKSets } from '../metrics/overlapSets.ts';
import { hasPixel, type PixelSet } from '../metrics/pixelSet.ts';
import { preparePair } from '../metrics/preparePair.ts';
import { topKIntersection } from '../metrics/topKIntersection.ts';
import type { Attack, Sight, Target } from './attackGoal.ts';
import { massClimb } from './mass.ts';

/**
 * Moves mass off the original's strongest pixels: climbs −Σ_{p ∈ S_k} m_p; scored by the top-k intersection.
 * Ghorbani, Abid, Zou, AAAI 2019 (their map is not normalised there).
 */
export const attackTopK: Attack = (target) => {
  const { topK } = overlapOf(target, target.original);
  return {
    measure: (sight) => value(topKIntersection(overlapOf(target, sight).topK).value, sight),
    chance: topKIntersection(topK).chance,
    climb: massClimb(off(topK.original.pixels)),
  };
};

/** The top-k sets of the original and of another sight. */
export function overlapOf({ original, score }: Target, { map }: Sight) {
  const pair = preparePair({ original: original.map, perturbed: map, motion: null });
  return { topK: topKSets(pair.raw, score.k, score.windowRadius) };
}

/** −1 on a set, 0 elsewhere. */
export const off = (set: PixelSet): Float64Array =>
  Float64Array.from({ length: set.height * set.width }, (_, p) =>
    hasPixel(set, Math.floor(p / set.width), p % set.width) ? -1 : 0,
  );

/** The strongest pixels of a map that is zero are nothing but the first ones. */
export const value = (score: number | null, { map }: Sight): number =>
  score === null || map.values.every((entry) => entry === 0) ? Number.NaN : score;
