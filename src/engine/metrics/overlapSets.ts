import { dilate } from './dilate.ts';
import { type CountedSet, diverseSet } from './diverseSet.ts';
import { countPixels, type PixelSet } from './pixelSet.ts';
import type { RankedPair } from './preparePair.ts';
import { topKSet } from './rankedArea.ts';

/** One chosen set with its neighbourhood. */
interface ChosenSet {
  /** S. */
  readonly pixels: PixelSet;
  /** |S|. */
  readonly count: number;
  /** N_w(S). */
  readonly window: PixelSet;
  /** |N_w(S)|. */
  readonly windowCount: number;
}

/** The sets of both maps over the same area: everything an overlap score counts. */
export interface OverlapSets {
  readonly original: ChosenSet;
  readonly perturbed: ChosenSet;
  /** N: pixels of the area. */
  readonly area: number;
}

/** Top-k sets of both maps with their windows; k is at most the area's size. */
export function topKSets({ original, perturbed }: RankedPair, k: number, w: number): OverlapSets {
  const { height, width } = original.area;
  return {
    original: chosen({ pixels: topKSet(original, k), count: k }, w),
    perturbed: chosen({ pixels: topKSet(perturbed, k), count: k }, w),
    area: height * width,
  };
}

/** Diverse sets of both maps with their windows: the radius that keeps their pixels apart is that of the windows. */
export function diverseSets(pair: RankedPair, k: number, w: number): OverlapSets {
  const { height, width } = pair.original.area;
  return {
    original: chosen(diverseSet(pair.original, k, w), w),
    perturbed: chosen(diverseSet(pair.perturbed, k, w), w),
    area: height * width,
  };
}

function chosen({ pixels, count }: CountedSet, windowRadius: number): ChosenSet {
  const window = dilate(pixels, windowRadius);
  return { pixels, count, window, windowCount: countPixels(window) };
}
