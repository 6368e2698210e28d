import type { Score } from '../src/domain/score.ts';

/**
 * The scores once more, written down from their definitions with nothing clever in them: what the
 * fast ones must equal, and what their speed is measured against.
 */

/** A map as plain numbers. */
interface PlainMap {
  readonly height: number;
  readonly width: number;
  readonly values: ArrayLike<number>;
}

/** A set of pixels, one flag each, row-major. */
type Flags = boolean[];

/** The k pixels of largest value; ties go to the lower index. */
function textbookTopK({ values }: PlainMap, k: number): Flags {
  const order = Array.from(values, (_, i) => i);
  order.sort((a, b) => values[b] - values[a] || a - b);
  const flags: Flags = order.map(() => false);
  for (const pixel of order.slice(0, k)) flags[pixel] = true;
  return flags;
}

/** All pixels of the (2w+1)×(2w+1) squares around the set, cut at the border. */
function textbookDilate(set: Flags, height: number, width: number, w: number): Flags {
  const out: Flags = set.map(() => false);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if (set[y * width + x])
        for (let v = Math.max(0, y - w); v <= Math.min(height - 1, y + w); v++)
          for (let u = Math.max(0, x - w); u <= Math.min(width - 1, x + w); u++)
            out[v * width + u] = true;
  return out;
}

/** Top-k intersection, LENS recall and LENS precision with chance and corrected. */
export function textbookOverlap(
  original: PlainMap,
  perturbed: PlainMap,
  k: number,
  w: number,
): Record<'topKIntersection' | 'lensRecallAtK' | 'lensPrecisionAtK', Score> {
  const { height, width } = original;
  const n = height * width;
  const s = textbookTopK(original, k);
  const t = textbookTopK(perturbed, k);
  const nearS = textbookDilate(s, height, width, w);
  const nearT = textbookDilate(t, height, width, w);
  return {
    topKIntersection: score(size(both(s, t)) / k, k / n),
    lensRecallAtK: score(size(both(nearS, t)) / k, size(nearS) / n),
    lensPrecisionAtK: score(size(both(s, nearT)) / k, size(nearT) / n),
  };
}

const size = (set: Flags): number => set.filter(Boolean).length;

const both = (a: Flags, b: Flags): Flags => a.map((flag, i) => flag && b[i]);

function score(value: number, chance: number): Score {
  if (chance === 1)
    return { value, chance, corrected: null, pValue: null, reason: 'chance-is-one' };
  return { value, chance, corrected: (value - chance) / (1 - chance), pValue: null, reason: null };
}
