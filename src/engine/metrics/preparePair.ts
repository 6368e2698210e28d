import { isShift } from '../../domain/motion.ts';
import type { Motion } from '../../domain/perturbation.ts';
import { validArea, warpBack } from './alignment.ts';
import { descendingOrder, type PixelOrder } from './descendingOrder.ts';
import type { RankedArea } from './rankedArea.ts';
import { checkMaps, type ScoreMap } from './scoreMap.ts';

/** Original and perturbed over the same area, ready for choosing top-k sets. */
export interface RankedPair {
  readonly original: RankedArea;
  readonly perturbed: RankedArea;
}

/**
 * Two maps, checked and ranked: what k and w then ask of is only counting. Holds references to both
 * maps, which must not change any more, and two bytes a pixel and order (four above 65,536 pixels).
 */
export interface PreparedPair {
  readonly height: number;
  readonly width: number;
  /** How the part moved; null when the perturbation does not move it. */
  readonly motion: Motion | null;
  readonly originalMap: ScoreMap;
  readonly perturbedMap: ScoreMap;
  /** Same coordinates. */
  readonly raw: RankedPair;
  /** Over the valid area after undoing the motion; null without motion. */
  readonly aligned: RankedPair | null;
}

/**
 * Checks two maps and ranks each once. The ranks of a map are kept as long as the map lives: the
 * hundreds of pairs of a shift map share one original.
 * @throws Problem `map-size-mismatch` or `map-non-finite`
 */
export function preparePair(pair: {
  original: ScoreMap;
  perturbed: ScoreMap;
  motion: Motion | null;
}): PreparedPair {
  const { original, perturbed, motion } = pair;
  checkMaps(original, perturbed);
  const { height, width } = original;
  const raw = { original: ranked(original), perturbed: ranked(perturbed) };
  return {
    height,
    width,
    motion,
    originalMap: original,
    perturbedMap: perturbed,
    raw,
    aligned: motion && alignedPair(original, perturbed, motion, raw),
  };
}

function alignedPair(
  original: ScoreMap,
  perturbed: ScoreMap,
  motion: Motion,
  raw: RankedPair,
): RankedPair {
  const { dx, dy } = motion;
  const area = validArea(original.height, original.width, motion);
  // A whole-pixel shift only renames pixels: the order of the perturbed map serves as it is.
  const moved =
    isShift(motion) && Number.isInteger(dx) && Number.isInteger(dy)
      ? { ...raw.perturbed, area: { ...area, top: area.top + dy, left: area.left + dx } }
      : ranked(warpBack(perturbed, motion, area));
  return { original: { ...raw.original, area }, perturbed: moved };
}

const orders = new WeakMap<ScoreMap, PixelOrder>();

function ranked(map: ScoreMap): RankedArea {
  const { height, width } = map;
  let order = orders.get(map);
  if (!order) {
    order = descendingOrder(map.values);
    orders.set(map, order);
  }
  return { order, mapWidth: width, area: { top: 0, left: 0, height, width } };
}
