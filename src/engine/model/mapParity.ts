import type { FloatMap } from '../../domain/attribution.ts';
import type { ParityCheck } from '../../domain/backend.ts';

/** Largest difference that passes, share of the range: float32 in another order of sums stays well below. */
const TOLERANCE = 1e-4;
const STRONGEST = 100;

/**
 * Is this the same map? Only the differences decide: pixels of nearly equal strength may change
 * places at the hundredth rank although both backends are right, so shared ranks are told, not judged.
 * A map without range passes when the other is the same everywhere.
 */
export function mapParity(map: FloatMap, reference: FloatMap): ParityCheck {
  const range = spread(reference.values);
  let largest = 0;
  reference.values.forEach((value, i) => {
    const difference = Math.abs(map.values[i] - value);
    // What is not a number must not pass.
    largest = Math.max(largest, Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference);
  });
  const maxDifference = range > 0 && Number.isFinite(largest) ? largest / range : null;
  const top = new Set(strongest(reference));
  return {
    passed: maxDifference === null ? largest === 0 : maxDifference <= TOLERANCE,
    maxDifference,
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
