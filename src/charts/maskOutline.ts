import type { OverlapMask } from '../domain/score.ts';
import { OVERLAP } from '../domain/score.ts';
import { overlapKind } from './overlapPixels.ts';

type Inside = (x: number, y: number) => boolean;

function inMask(mask: OverlapMask, width: number, bit: number): Inside {
  const height = mask.length / width;
  return (x, y) =>
    x >= 0 && y >= 0 && x < width && y < height && ((mask[y * width + x] ?? 0) & bit) !== 0;
}

/** Runs along one grid line where `isEdge` holds, as `[from, to)`. */
function runs(length: number, isEdge: (position: number) => boolean): [number, number][] {
  const found: [number, number][] = [];
  let start = -1;
  for (let position = 0; position <= length; position++) {
    const edge = position < length && isEdge(position);
    if (edge && start < 0) start = position;
    if (edge || start < 0) continue;
    found.push([start, position]);
    start = -1;
  }
  return found;
}

/**
 * Border of the pixels that carry one of `OVERLAP`'s bits, as an SVG path in map coordinates (pixel (x, y) covers
 * [x, x+1]×[y, y+1]); the image border closes areas that touch it. Straight segments, unordered: stroke it, do not fill it.
 * Empty string where no pixel carries the bit.
 */
export function maskOutline(mask: OverlapMask, width: number, bit: number): string {
  const height = mask.length / width;
  const inside = inMask(mask, width, bit);
  const parts: string[] = [];
  for (let y = 0; y <= height; y++)
    for (const [from, to] of runs(width, (x) => inside(x, y - 1) !== inside(x, y)))
      parts.push(`M${from} ${y}H${to}`);
  for (let x = 0; x <= width; x++)
    for (const [from, to] of runs(height, (y) => inside(x - 1, y) !== inside(x, y)))
      parts.push(`M${x} ${from}V${to}`);
  return parts.join('');
}

/**
 * Strokes that tell S and T apart without colour, as one SVG path in map coordinates: `/` in every pixel of
 * the original's set, `\` in every pixel of the perturbed one's, so that a pixel of both carries a cross. `region` (half-open, map pixels)
 * limits the work to what is on the screen.
 */
export function maskHatch(
  mask: OverlapMask,
  width: number,
  which: 'original' | 'perturbed',
  region: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  },
): string {
  const bit = OVERLAP[which];
  const inset = 0.25;
  const far = 1 - inset;
  const parts: string[] = [];
  for (let y = Math.max(0, region.top); y < Math.min(mask.length / width, region.bottom); y++)
    for (let x = Math.max(0, region.left); x < Math.min(width, region.right); x++) {
      const bits = mask[y * width + x] ?? 0;
      if (overlapKind(bits) === null || (bits & bit) === 0) continue;
      parts.push(
        which === 'original'
          ? `M${x + inset} ${y + far}L${x + far} ${y + inset}`
          : `M${x + inset} ${y + inset}L${x + far} ${y + far}`,
      );
    }
  return parts.join('');
}
