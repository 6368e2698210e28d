import { createRandom } from '../src/engine/random.ts';

/** A mean with its 95 % bootstrap interval. */
export interface Interval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

const RESAMPLES = 2000;

/** Mean of the values, and the interval of the means of 2,000 seeded resamples (percentile bootstrap, Efron 1979). */
export function interval(values: readonly number[], seed: number): Interval {
  const random = createRandom(seed, 'bootstrap');
  const draw = () => values[random.integer(0, values.length - 1)] ?? Number.NaN;
  const means = Array.from({ length: RESAMPLES }, () => mean(values.map(draw)));
  means.sort((a, b) => a - b);
  const at = (share: number) => means[Math.round(share * (RESAMPLES - 1))] ?? Number.NaN;
  return { mean: rounded(mean(values)), low: rounded(at(0.025)), high: rounded(at(0.975)) };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Four decimals: more would be noise. */
const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;
