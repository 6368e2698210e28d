import { OVERLAP, type OverlapMask, type ScoreSettings } from '../../domain/score.ts';
import { topKSets } from './overlapSets.ts';
import { hasPixel, type PixelSet } from './pixelSet.ts';
import type { PreparedPair } from './preparePair.ts';
import { checkScoreSettings, pixelsOf } from './scorePair.ts';

/**
 * Where the scores come from: `[height, width]` bytes of `OVERLAP` bits for S, T, N_w(S) and N_w(T)
 * (S is part of its window). Raw: both in the same coordinates. Aligned: the perturbed map carried
 * back, everything in the original's coordinates; no bit outside the valid area, and none at all
 * where there is no aligned comparison (no motion, or k exceeds the valid area).
 * @throws Problem `setting-out-of-range`, as `scorePair`
 */
export function overlapMask(
  pair: PreparedPair,
  settings: ScoreSettings,
  aligned: boolean,
): OverlapMask {
  checkScoreSettings(pair, settings);
  const mask: OverlapMask = new Uint8Array(pair.height * pair.width);
  const ranked = aligned ? pair.aligned : pair.raw;
  if (!ranked || settings.k > pixelsOf(ranked)) return mask;
  const { original, perturbed } = topKSets(ranked, settings.k, settings.windowRadius);
  const { top, left } = ranked.original.area;
  const mark = (set: PixelSet, bit: number) => {
    for (let y = 0; y < set.height; y++)
      for (let x = 0; x < set.width; x++)
        if (hasPixel(set, y, x)) mask[(top + y) * pair.width + left + x] |= bit;
  };
  mark(original.pixels, OVERLAP.original);
  mark(perturbed.pixels, OVERLAP.perturbed);
  mark(original.window, OVERLAP.originalWindow);
  mark(perturbed.window, OVERLAP.perturbedWindow);
  return mask;
}
