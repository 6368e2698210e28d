import type { ScoreMap } from './scoreMap.ts';

/** Bits of one part of a value. A window holds fewer than 2¹⁵ pixels: sums of a part stay below 2⁵³, exact. */
const PART_BITS = 37;
const PART = 2 ** PART_BITS;
/** 2 to this is the smallest number there is. */
const SMALLEST = -1074;

/** Up to this w adding all pixels of a window costs no more than the exact way. */
const DIRECT = 3;
/** Sums of a narrow window over values below this stay finite. */
const DIRECT_BELOW = 2 ** 1018;

/**
 * Mean over the (2w+1)×(2w+1) window of every pixel, zeros outside the map, divisor always (2w+1)²: the smoothing of
 * LENS-Spearman and LENS-Kendall. `[height, width]`, float64.
 *
 * Smoothing must neither make nor break ties: windows that see the same pixels get the same mean, and a window of zeros
 * exactly 0. A running sum in float64 leaves 1e-17 behind and reorders half a map. So narrow windows are added
 * pixel by pixel in row-major order, as a textbook would, and wide ones exactly, in O(N) whatever w. Where the sum of a
 * narrow window needs more than 53 bits its last one follows the order of the pixels: a mirrored map may then tie
 * elsewhere. A wide window has no such bit.
 * @param w whole number of 0…64
 */
export function windowMeans(map: ScoreMap, w: number): Float64Array<ArrayBuffer> {
  const largest = largestSize(map.values);
  return w <= DIRECT && largest < DIRECT_BELOW ? directMeans(map, w) : exactMeans(map, w, largest);
}

function largestSize(values: Float32Array | Float64Array): number {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  return largest;
}

function directMeans({ height, width, values }: ScoreMap, w: number): Float64Array<ArrayBuffer> {
  const means = new Float64Array(values.length);
  const divisor = (2 * w + 1) ** 2;
  for (let y = 0; y < height; y++) {
    const top = Math.max(0, y - w) * width;
    const bottom = Math.min(height - 1, y + w) * width;
    for (let x = 0; x < width; x++) {
      const left = Math.max(0, x - w);
      const right = Math.min(width - 1, x + w);
      let sum = 0;
      for (let row = top; row <= bottom; row += width)
        for (let at = row + left; at <= row + right; at++) sum += values[at];
      means[y * width + x] = sum / divisor;
    }
  }
  return means;
}

/**
 * Every value is cut into parts of 37 bits: whole numbers, whose running sums over the window need no rounding. Put
 * together and rounded once, equal sums tie whatever order they were added in. Maps of a model have two or three parts.
 */
function exactMeans(
  { height, width, values }: ScoreMap,
  w: number,
  largest: number,
): Float64Array<ArrayBuffer> {
  const rest = Float64Array.from(values);
  const parts: Float64Array<ArrayBuffer>[] = [];
  const first = firstUnit(largest);
  for (let unit = first; unit > 0; unit = unit / PART) {
    const part = takePart(rest, unit);
    if (!part) break;
    parts.push(sumColumns(sumRows(part, width, w), height, width, w));
  }
  const divisor = (2 * w + 1) ** 2;
  const means = new Float64Array(height * width);
  for (let i = 0; i < means.length; i++) means[i] = meanOf(parts, i, first, divisor);
  return means;
}

/**
 * 2³⁷ⁿ times the smallest number there is, with n so large that no value is more than 2³⁷ of it: after n
 * further parts nothing can be left.
 */
function firstUnit(largest: number): number {
  if (largest === 0) return 0;
  const bits = Math.floor(Math.log2(largest)) + 2 - PART_BITS - SMALLEST;
  return 2 ** (SMALLEST + PART_BITS * Math.max(0, Math.ceil(bits / PART_BITS)));
}

/**
 * Takes the whole units out of every value; null when nothing was left. Cut off, not rounded: one unit more can pass the
 * largest number.
 */
function takePart(rest: Float64Array, unit: number): Float64Array<ArrayBuffer> | null {
  const part = new Float64Array(rest.length);
  let any = false;
  for (let i = 0; i < rest.length; i++) {
    if (rest[i] === 0) continue;
    any = true;
    part[i] = Math.trunc(rest[i] / unit);
    rest[i] -= part[i] * unit;
  }
  return any ? part : null;
}

/** Running sums over 2w + 1 neighbours along the rows: whole numbers in, whole numbers out. */
function sumRows(values: Float64Array, width: number, w: number): Float64Array<ArrayBuffer> {
  const sums = new Float64Array(values.length);
  for (let start = 0; start < values.length; start += width) {
    const end = start + width;
    let sum = 0;
    for (let i = start; i < Math.min(end, start + w); i++) sum += values[i];
    for (let i = start; i < end; i++) {
      if (i + w < end) sum += values[i + w];
      if (i - w > start) sum -= values[i - w - 1];
      sums[i] = sum;
    }
  }
  return sums;
}

/** The same along the columns, a row at a time. */
function sumColumns(
  values: Float64Array,
  height: number,
  width: number,
  w: number,
): Float64Array<ArrayBuffer> {
  const sums = new Float64Array(values.length);
  const running = new Float64Array(width);
  const addRow = (y: number, sign: number) => {
    if (y < 0 || y >= height) return;
    const row = values.subarray(y * width, (y + 1) * width);
    for (let x = 0; x < width; x++) running[x] += sign * row[x];
  };
  for (let y = 0; y < w; y++) addRow(y, 1);
  for (let y = 0; y < height; y++) {
    addRow(y + w, 1);
    addRow(y - w - 1, -1);
    sums.set(running, y * width);
  }
  return sums;
}

/**
 * One sum put together from its parts, over the divisor. Carries first: the same sum then has the same parts. In units of
 * the largest part that is not 0: those of the whole map may be so large that a small sum vanishes.
 */
function meanOf(parts: readonly Float64Array[], i: number, first: number, divisor: number): number {
  for (let p = parts.length - 1; p > 0; p--) {
    const carry = Math.round(parts[p][i] / PART);
    parts[p][i] -= carry * PART;
    parts[p - 1][i] += carry;
  }
  let top = 0;
  let unit = first;
  for (; top < parts.length - 1 && parts[top][i] === 0; top++) unit /= PART;
  let sum = 0;
  for (let p = parts.length - 1; p >= top; p--) sum = sum / PART + parts[p][i];
  return (sum / divisor) * unit;
}
