import type { FloatMap } from '../domain/attribution.ts';
import { Problem } from '../domain/problem.ts';
import type { ScaleMode } from '../domain/view.ts';

/** Quantile of |value| at which a robust scale ends. */
const ROBUST_QUANTILE = 0.995;

/** One colour scale for several maps: `[0, max]`, or `[−max, max]` where a value is negative. */
export interface HeatmapDomain {
  readonly signed: boolean;
  /** Upper end, ≥ 0; 0 only where every value is 0. */
  readonly max: number;
  /** Quantile of |value| the scale ends at; null where it ends at the largest one. */
  readonly quantile: number | null;
  /** Some value lies beyond the ends and takes the end colour. */
  readonly clipped: boolean;
}

function largestMagnitude(maps: readonly FloatMap[]): number {
  let largest = 0;
  for (const { values } of maps)
    for (const value of values) largest = Math.max(largest, Math.abs(value));
  return largest;
}

function magnitudeQuantile(maps: readonly FloatMap[], quantile: number): number {
  const magnitudes = new Float32Array(maps.reduce((sum, map) => sum + map.values.length, 0));
  let next = 0;
  for (const { values } of maps) for (const value of values) magnitudes[next++] = Math.abs(value);
  magnitudes.sort();
  return magnitudes[Math.ceil(quantile * magnitudes.length) - 1] ?? 0;
}

const hasNegative = (map: FloatMap): boolean => map.values.some((value) => value < 0);

/**
 * The ONE domain original and perturbed are both drawn with. Signed as soon as either map has a negative
 * value. `full` ends at the largest |value| of both; `robust` at the 99.5th percentile of |value| over both
 * (nearest rank), or at the largest where that percentile is 0 (a map that is zero nearly everywhere).
 * Maps must be finite.
 */
export function lockedDomain(maps: readonly FloatMap[], mode: ScaleMode): HeatmapDomain {
  const signed = maps.some(hasNegative);
  const largest = largestMagnitude(maps);
  const robust = mode === 'robust' ? magnitudeQuantile(maps, ROBUST_QUANTILE) : 0;
  if (robust === 0 || robust === largest)
    return { signed, max: largest, quantile: null, clipped: false };
  return { signed, max: robust, quantile: ROBUST_QUANTILE, clipped: true };
}

/**
 * Signed change, perturbed − original, `[height, width]`.
 * @throws Problem `map-size-mismatch` when the maps differ in size.
 */
export function differenceMap(original: FloatMap, perturbed: FloatMap): FloatMap {
  const { height, width } = original;
  if (perturbed.height !== height || perturbed.width !== width)
    throw new Problem('map-size-mismatch', {
      what: 'perturbed map',
      allowed: `${height}×${width}`,
      got: `${perturbed.height}×${perturbed.width}`,
    });
  const values = original.values.map((value, i) => (perturbed.values[i] ?? 0) - value);
  return { height, width, values };
}

/**
 * Domain of the difference: symmetric, ending where the pair's own scale ends, so that a change is read against
 * the size of the attributions and rounding noise stays invisible. Changes beyond it (possible for signed maps and
 * robust scales) take the end colours; `clipped` says whether there are any.
 */
export function differenceDomain(difference: FloatMap, pair: HeatmapDomain): HeatmapDomain {
  const clipped = largestMagnitude([difference]) > pair.max;
  return { signed: true, max: pair.max, quantile: pair.quantile, clipped };
}

/** Share of the scale, 0…1, at which a value is coloured; 0.5 is zero on a signed scale. A scale of width 0 gives its zero. */
export function shareOf(value: number, { signed, max }: HeatmapDomain): number {
  if (max === 0) return signed ? 0.5 : 0;
  const share = signed ? (value / max + 1) / 2 : value / max;
  return Math.min(1, Math.max(0, share));
}
