import type { Estimate } from '../src/domain/evidence.ts';
import { createRandom } from '../src/engine/random.ts';
import { SEED } from './pairs.ts';

const RESAMPLES = 1_000;

/**
 * A statistic with its 95 % interval: the percentile bootstrap over pictures (Efron 1979), 1,000 seeded resamples.
 * @param count pictures, at least one
 * @param statistic of the pictures drawn, by position; some come several times
 */
export function bootstrap(
  count: number,
  statistic: (drawn: readonly number[]) => number,
): Estimate {
  const random = createRandom(SEED, 'bootstrap');
  const all = Array.from({ length: count }, (_, i) => i);
  const draws = Array.from({ length: RESAMPLES }, () =>
    statistic(all.map(() => random.integer(0, count - 1))),
  ).sort((a, b) => a - b);
  const at = (share: number) => draws[Math.round(share * (RESAMPLES - 1))];
  return { value: rounded(statistic(all)), low: rounded(at(0.025)), high: rounded(at(0.975)) };
}

/** The mean of values with its interval. */
export const meanOf = (values: readonly number[]): Estimate =>
  bootstrap(values.length, (drawn) => drawn.reduce((sum, i) => sum + values[i], 0) / drawn.length);

/** Four decimals: more would be noise. */
const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;
