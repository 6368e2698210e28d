/** For each target pixel: `count` source pixels from `first`, with `weights` from `offset`; each set sums to 1. */
export interface Taps {
  readonly first: Int32Array;
  readonly count: Int32Array;
  readonly offset: Int32Array;
  readonly weights: Float64Array;
}

/**
 * How one axis is resampled.
 * @param from start of the source part, pixels, may be fractional
 * @param length of the source part
 * @param size number of target pixels
 * @param available number of source pixels; nothing beyond them is read
 */
export function resamplingTaps(
  from: number,
  length: number,
  size: number,
  available: number,
): Taps {
  const scale = length / size;
  const sets = Array.from({ length: size }, (_, i) =>
    scale > 1
      ? areaTaps(from + i * scale, from + (i + 1) * scale, available)
      : linearTaps(from + (i + 0.5) * scale, available),
  );
  const count = Int32Array.from(sets, ({ weights }) => weights.length);
  const offset = new Int32Array(size);
  for (let i = 1; i < size; i++) offset[i] = offset[i - 1] + count[i - 1];
  return {
    first: Int32Array.from(sets, ({ first }) => first),
    count,
    offset,
    weights: Float64Array.from(sets.flatMap(({ weights }) => weights)),
  };
}

/** Pixels covered by [start, end), each by its share of it. */
function areaTaps(start: number, end: number, available: number) {
  const first = Math.min(available - 1, Math.floor(start));
  const last = Math.min(available, Math.max(first + 1, Math.ceil(end)));
  const covered: number[] = [];
  for (let i = first; i < last; i++) covered.push(Math.min(i + 1, end) - Math.max(i, start));
  const total = covered.reduce((a, b) => a + b, 0);
  return { first, weights: covered.map((share) => share / total) };
}

/** The two pixels whose centres lie around `at`; the edge repeats. */
function linearTaps(at: number, available: number) {
  const left = Math.floor(at - 0.5);
  const share = at - 0.5 - left;
  if (left < 0 || available === 1) return { first: 0, weights: [1] };
  if (left >= available - 1) return { first: available - 1, weights: [1] };
  return share === 0 ? { first: left, weights: [1] } : { first: left, weights: [1 - share, share] };
}
