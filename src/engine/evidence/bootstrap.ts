import type { MeanInterval } from '../../domain/rowSummary.ts';
import { createRandom } from '../random.ts';

const RESAMPLES = 2000;

/**
 * The mean of some numbers and the 2.5th and 97.5th percentile of the means of 2,000 seeded resamples with replacement (percentile
 * bootstrap: Efron 1979). The interval depends on the order of the values, the mean but for its last digit does not. Null
 * where there is no number.
 */
export function bootstrapMean(values: readonly number[], seed: number): MeanInterval | null {
  const count = values.length;
  if (count === 0) return null;
  const random = createRandom(seed, 'bootstrap');
  const means = Float64Array.from({ length: RESAMPLES }, () => {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += values[random.integer(0, count - 1)];
    return sum / count;
  }).sort();
  const at = (share: number): number => means[Math.round(share * (RESAMPLES - 1))];
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  return { mean, low: at(0.025), high: at(0.975), count };
}
