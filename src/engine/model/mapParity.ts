import type { FloatMap } from '../../domain/attribution.ts';
import type { ParityCheck } from '../../domain/backend.ts';

/** Largest difference that passes, share of the range: float32 in another order of sums stays well below. */
const TOLERANCE = 1e-4;
/**
 * Relative error that passes all the same. A unit within rounding of its kink falls to either side,
 * and the pixels it looks at change: MobileNet's maps differed by 3e-7 on most pictures, and by 0.001 to
 * 0.011 where one ReLU6 had an input within 2e-6 of zero, positive on one backend and negative on the
 * other. A wrong gradient differs by far more.
 */
const KINKS = 0.02;
const STRONGEST = 100;

/**
 * Is this the same map, but for rounding and the kinks it puts on the other side? Only the differences
 * decide: pixels of nearly equal strength may change places at the hundredth rank although both
 * backends are right, so shared ranks are told, not judged. A map without range passes when the other
 * is the same everywhere.
 */
export function mapParity(map: FloatMap, reference: FloatMap): ParityCheck {
  const range = spread(reference.values);
  let largest = 0;
  let [squares, whole] = [0, 0];
  reference.values.forEach((value, i) => {
    const difference = Math.abs(map.values[i] - value);
    squares += difference ** 2;
    whole += value ** 2;
    // What is not a number must not pass.
    largest = Math.max(largest, Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference);
  });
  const maxDifference = range > 0 && Number.isFinite(largest) ? largest / range : null;
  const error = Math.sqrt(squares / whole);
  const relativeError = Number.isFinite(error) ? error : null;
  const top = new Set(strongest(reference));
  return {
    passed:
      maxDifference === null
        ? largest === 0
        : maxDifference <= TOLERANCE || (relativeError !== null && relativeError <= KINKS),
    maxDifference,
    relativeError,
    sharedStrongest: strongest(map).filter((pixel) => top.has(pixel)).length,
    strongest: top.size,
  };
}

function spread(values: FloatMap['values']): number {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return high - low;
}

/** Pixels of largest absolute value; ties go to the lower index. */
const strongest = ({ values }: FloatMap): number[] =>
  Array.from(values.keys())
    .sort((a, b) => Math.abs(values[b]) - Math.abs(values[a]) || a - b)
    .slice(0, STRONGEST);
