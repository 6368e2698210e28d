import { isShift, similarityOf } from '../../domain/motion.ts';
import type { Motion } from '../../domain/perturbation.ts';
import { largestRectangle } from './largestRectangle.ts';
import type { Area } from './rankedArea.ts';
import type { ScoreMap } from './scoreMap.ts';

/** A partner that is so little outside is on the map: the rounding of a turn, pixels. */
const ROUNDING = 1e-9;

/**
 * The valid area of an aligned comparison: the original's pixels whose partner (`similarityOf`) lies
 * on the perturbed map, between pixels included. Height or width 0 when the motion carries
 * everything out of the map. After a shift these pixels are a rectangle; after a turn they are not,
 * and the area is the largest rectangle of them: the circular shifts of the chance level need one.
 */
export function validArea(height: number, width: number, motion: Motion): Area {
  if (!isShift(motion)) return validAfterTurn(height, width, motion);
  const rows = validAlong(height, motion.dy);
  const columns = validAlong(width, motion.dx);
  return { top: rows.first, left: columns.first, height: rows.length, width: columns.length };
}

function validAfterTurn(height: number, width: number, motion: Motion): Area {
  const { a, b, x0, y0 } = similarityOf(motion, { height, width });
  const within = (at: number, length: number) => at >= -ROUNDING && at <= length - 1 + ROUNDING;
  return largestRectangle(
    height,
    width,
    (y, x) => within(a * x - b * y + x0, width) && within(b * x + a * y + y0, height),
  );
}

function validAlong(length: number, distance: number): { first: number; length: number } {
  const first = Math.max(0, Math.ceil(-distance));
  const last = Math.min(length - 1, Math.floor(length - 1 - distance));
  return { first, length: Math.max(0, last - first + 1) };
}

/**
 * The perturbed map carried back by the inverse of the motion, over the valid area: value (y, x) of
 * the result is the perturbed map where the motion took the pixel (top + y, left + x), bilinear
 * between pixels. Equal neighbours give exactly their value, so that warping makes no new ranks in a
 * flat area.
 */
export function warpBack(map: ScoreMap, motion: Motion, area: Area): ScoreMap {
  return isShift(motion) ? shiftBack(map, motion, area) : turnBack(map, motion, area);
}

function turnBack(map: ScoreMap, motion: Motion, area: Area): ScoreMap {
  const { a, b, x0, y0 } = similarityOf(motion, map);
  const { width, values } = map;
  const warped = new Float64Array(area.height * area.width);
  for (let i = 0; i < warped.length; i++) {
    const y = area.top + Math.floor(i / area.width);
    const x = area.left + (i % area.width);
    const row = between(b * x + a * y + y0, map.height);
    const column = between(a * x - b * y + x0, width);
    const [upper, lower] = [row.from * width, row.to * width];
    warped[i] = mix(
      mix(values[upper + column.from], values[upper + column.to], column.share),
      mix(values[lower + column.from], values[lower + column.to], column.share),
      row.share,
    );
  }
  return { height: area.height, width: area.width, values: warped };
}

/** The pixels around a place that is on the map but for rounding. */
function between(place: number, length: number) {
  const at = Math.min(length - 1, Math.max(0, place));
  const from = Math.floor(at);
  const share = at - from;
  return { from, to: share > 0 ? from + 1 : from, share };
}

function shiftBack({ width, values }: ScoreMap, { dx, dy }: Motion, area: Area): ScoreMap {
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
