import type { Motion } from '../../domain/perturbation.ts';
import type { Area } from './rankedArea.ts';
import type { ScoreMap } from './scoreMap.ts';

/**
 * The valid area of an aligned comparison: the original's pixels (y, x) whose partner
 * (y + dy, x + dx) lies on the perturbed map, between pixels included. A rectangle, height or width
 * 0 when the motion carries everything out of the map.
 */
export function validArea(height: number, width: number, { dx, dy }: Motion): Area {
  const rows = validAlong(height, dy);
  const columns = validAlong(width, dx);
  return { top: rows.first, left: columns.first, height: rows.length, width: columns.length };
}

function validAlong(length: number, distance: number): { first: number; length: number } {
  const first = Math.max(0, Math.ceil(-distance));
  const last = Math.min(length - 1, Math.floor(length - 1 - distance));
  return { first, length: Math.max(0, last - first + 1) };
}

/**
 * The perturbed map carried back by the inverse of the motion, over the valid area: value (y, x) of
 * the result is the perturbed map at (top + y + dy, left + x + dx), bilinear between pixels. Equal
 * neighbours give exactly their value, so that warping makes no new ranks in a flat area.
 */
export function warpBack({ width, values }: ScoreMap, { dx, dy }: Motion, area: Area): ScoreMap {
  const rows = samplesAlong(area.top + dy, area.height);
  const columns = samplesAlong(area.left + dx, area.width);
  const warped = new Float64Array(area.height * area.width);
  let at = 0;
  for (const row of rows)
    for (const column of columns) {
      const upper = row.from * width;
      const lower = row.to * width;
      warped[at++] = mix(
        mix(values[upper + column.from], values[upper + column.to], column.share),
        mix(values[lower + column.from], values[lower + column.to], column.share),
        row.share,
      );
    }
  return { height: area.height, width: area.width, values: warped };
}

/** `a` exactly when both are equal, which the sum is not; a + share·(b − a) would be, but can pass the largest number. */
const mix = (a: number, b: number, share: number): number =>
  a === b ? a : (1 - share) * a + share * b;

function samplesAlong(start: number, length: number) {
  const from = Math.floor(start);
  const share = start - from;
  const step = share > 0 ? 1 : 0;
  return Array.from({ length }, (_, i) => ({ from: from + i, to: from + i + step, share }));
}
