import { Problem } from '../../domain/problem.ts';

/** Rounding of rate · (n + 1), which is a whole number where it should be. */
const ROUNDING = 1e-9;

/** Fewest values that a quantile at this rate can be taken of: ⌈1/rate⌉ − 1. */
export const valuesNeeded = (rate: number): number =>
  Math.max(1, Math.ceil(1 / rate - ROUNDING) - 1);

/**
 * The largest of these values that a new one, exchangeable with them, falls below with probability at most `rate`: the r-th
 * smallest of n with r = ⌊rate · (n + 1)⌋. Exact for every n and every distribution (split conformal prediction: Vovk, Gammerman,
 * Shafer 2005; Lei et al. 2018); ties only make it safer.
 * @param rate above 0 and below 1
 * @throws Problem `too-few-pictures` where n < ⌈1/rate⌉ − 1: no value would do
 */
export function lowerQuantile(values: readonly number[], rate: number): number {
  const rank = Math.floor(rate * (values.length + 1) + ROUNDING);
  if (rank < 1) throw tooFew(valuesNeeded(rate), values.length);
  return Float64Array.from(values).sort()[rank - 1];
}

/** The smallest of these values that a new one exceeds with probability at most `rate`. @throws as `lowerQuantile` */
export const upperQuantile = (values: readonly number[], rate: number): number =>
  0 -
  lowerQuantile(
    values.map((value) => -value),
    rate,
  );

/** `too-few-pictures`: how many are needed, how many there are. */
export function tooFew(needed: number, got: number): Problem {
  const detail = { what: 'pictures', allowed: `≥ ${needed}`, got: String(got) };
  const message = `this false-alarm rate needs at least ${needed} pictures that can be judged, got ${got}`;
  return new Problem('too-few-pictures', detail, message);
}
