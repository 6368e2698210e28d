import { emptySet, hasPixel, type PixelSet } from './pixelSet.ts';
import type { RankedArea } from './rankedArea.ts';

/** A chosen set and |S|, which may be less than the k asked for. */
export interface CountedSet {
  readonly pixels: PixelSet;
  readonly count: number;
}

/**
 * S_k^div: greedy. The best pixel of the area that is not blocked is picked and its whole N_w blocked,
 * until k are picked or none is left. Not the set of largest total value, which greedy does not find.
 * Ties go to the lower row-major index. w = 0 gives the top-k set.
 *
 * Cost: one walk along the order. A pick blocks (2w + 1)² pixels, but picks stand more than w apart, so
 * all together block less than four times the area, whatever k and w.
 *
 * Source: diversity of Kamath et al., AAAI 2024; their scripts skip the second pick.
 */
export function diverseSet(
  { order, mapWidth, area }: RankedArea,
  k: number,
  w: number,
): CountedSet {
  const pixels = emptySet(area.height, area.width);
  const blocked = emptySet(area.height, area.width);
  let count = 0;
  for (let rank = 0; rank < order.length && count < k; rank++) {
    const row = Math.floor(order[rank] / mapWidth);
    const y = row - area.top;
    const x = order[rank] - row * mapWidth - area.left;
    if (y < 0 || y >= area.height || x < 0 || x >= area.width) continue;
    if (hasPixel(blocked, y, x)) continue;
    pixels.words[y * pixels.stride + (x >>> 5)] |= 1 << (x & 31);
    block(blocked, y, x, w);
    count++;
  }
  return { pixels, count };
}

/** Puts N_w(y, x), cut at the border, into the set: a few words of a few rows. */
function block({ height, width, stride, words }: PixelSet, y: number, x: number, w: number): void {
  const left = Math.max(0, x - w);
  const right = Math.min(width - 1, x + w);
  const [first, last] = [left >>> 5, right >>> 5];
  const bottom = Math.min(height - 1, y + w);
  for (let row = Math.max(0, y - w); row <= bottom; row++)
    for (let word = first; word <= last; word++) {
      const from = word === first ? 0xffffffff << (left & 31) : 0xffffffff;
      const to = word === last ? 0xffffffff >>> (31 - (right & 31)) : 0xffffffff;
      words[row * stride + word] |= from & to;
    }
}
