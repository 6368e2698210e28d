import type { Concentration, MapScores, PairDetails, ScoreSettings } from '../../domain/score.ts';
import { warpBack } from './alignment.ts';
import { dilate } from './dilate.ts';
import { entropy } from './entropy.ts';
import { gini } from './gini.ts';
import { kendall } from './kendall.ts';
import { lensKendall } from './lensKendall.ts';
import { lensSpearman } from './lensSpearman.ts';
import { massCenterShift } from './massCenterShift.ts';
import { pearson } from './pearson.ts';
import type { PreparedPair } from './preparePair.ts';
import { type Area, type RankedArea, topKSet } from './rankedArea.ts';
import { type RankedMap, rankMap } from './rankedMap.ts';
import { regionCount } from './regionCount.ts';
import type { ScoreMap } from './scoreMap.ts';
import { checkScoreSettings } from './scorePair.ts';
import { spearman } from './spearman.ts';
import { ssim } from './ssim.ts';
import { windowMeans } from './windowMeans.ts';

/**
 * The scores of whole maps, raw and aligned, and how concentrated each map is. Aligned scores are taken over the valid
 * area, whose outside counts as zeros in the windows. What does not depend on k or w is kept with the maps.
 * @throws Problem `setting-out-of-range`, as `scorePair`
 */
export function pairDetails(pair: PreparedPair, settings: ScoreSettings): PairDetails {
  checkScoreSettings(pair, settings);
  const { originalMap, perturbedMap, raw } = pair;
  const { windowRadius } = settings;
  const aligned = alignedMaps(pair);
  return {
    ...settings,
    raw: mapScores(originalMap, perturbedMap, windowRadius),
    aligned: aligned && mapScores(aligned.original, aligned.perturbed, windowRadius),
    concentration: {
      original: concentration(originalMap, raw.original, settings),
      perturbed: concentration(perturbedMap, raw.perturbed, settings),
    },
  };
}

/** Every score of whole maps. @param w whole number of 0…64 */
export function mapScores(original: ScoreMap, perturbed: ScoreMap, w: number): MapScores {
  const fixed = fixedScores(original, perturbed);
  if (w === 0) return { ...fixed, lensSpearman: fixed.spearman, lensKendall: fixed.kendall };
  return { ...fixed, ...lensScores(original, perturbed, w) };
}

type LensScores = Pick<MapScores, 'lensSpearman' | 'lensKendall'>;
type FixedScores = Omit<MapScores, keyof LensScores>;

const kept = {
  fixed: new WeakMap<ScoreMap, WeakMap<ScoreMap, FixedScores>>(),
  lens: new WeakMap<
    ScoreMap,
    WeakMap<ScoreMap, { readonly w: number; readonly scores: LensScores }>
  >(),
  ranked: new WeakMap<ScoreMap, RankedMap>(),
  smoothed: new WeakMap<ScoreMap, { readonly w: number; readonly ranked: RankedMap }>(),
  shape: new WeakMap<ScoreMap, Pick<Concentration, 'gini' | 'entropy'>>(),
  aligned: new WeakMap<PreparedPair, { original: ScoreMap; perturbed: ScoreMap }>(),
};

/** What was computed for an object before, or is now. */
function remember<Key extends object, Value>(
  memory: WeakMap<Key, Value>,
  key: Key,
  compute: () => Value,
): Value {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const value = compute();
  memory.set(key, value);
  return value;
}

/** What depends on the maps alone. */
function fixedScores(original: ScoreMap, perturbed: ScoreMap): FixedScores {
  const partners = remember(kept.fixed, original, () => new WeakMap<ScoreMap, FixedScores>());
  return remember(partners, perturbed, () => {
    const [a, b] = [ranked(original), ranked(perturbed)];
    return {
      spearman: spearman(a, b),
      kendall: kendall(a, b),
      pearson: pearson(original.values, perturbed.values),
      ssim: ssim(original, perturbed),
      massCenterShift: massCenterShift(original, perturbed),
    };
  });
}

/** Kept for the last w: k has no part in them. */
function lensScores(original: ScoreMap, perturbed: ScoreMap, w: number): LensScores {
  const partners = remember(kept.lens, original, () => new WeakMap());
  const last = partners.get(perturbed);
  if (last?.w === w) return last.scores;
  const [a, b] = [smoothed(original, w), smoothed(perturbed, w)];
  const scores = { lensSpearman: lensSpearman(a, b), lensKendall: lensKendall(a, b) };
  partners.set(perturbed, { w, scores });
  return scores;
}

const ranked = (map: ScoreMap): RankedMap => remember(kept.ranked, map, () => rankMap(map.values));

/** Kept for the last w: the original of a pair meets many perturbed maps with it. */
function smoothed(map: ScoreMap, w: number): RankedMap {
  const last = kept.smoothed.get(map);
  if (last?.w === w) return last.ranked;
  const fresh = { w, ranked: rankMap(windowMeans(map, w)) };
  kept.smoothed.set(map, fresh);
  return fresh.ranked;
}

function concentration(
  map: ScoreMap,
  area: RankedArea,
  { k, windowRadius }: ScoreSettings,
): Concentration {
  const shape = remember(kept.shape, map, () => ({
    gini: gini(map.values),
    entropy: entropy(map.values),
  }));
  return { ...shape, regionCount: regionCount(dilate(topKSet(area, k), windowRadius)) };
}

/** Both maps over the valid area, the perturbed one carried back; null without motion. */
function alignedMaps(pair: PreparedPair) {
  const { motion, aligned, originalMap, perturbedMap } = pair;
  if (!motion || !aligned) return null;
  const { area } = aligned.original;
  return remember(kept.aligned, pair, () => ({
    original: cut(originalMap, area),
    perturbed: warpBack(perturbedMap, motion, area),
  }));
}

const cut = (map: ScoreMap, area: Area): ScoreMap => warpBack(map, { dx: 0, dy: 0 }, area);
