import type { Estimate } from '../src/domain/evidence.ts';
import { createRandom } from '../src/engine/random.ts';
import { SEED } from './pairs.ts';

const RESAMPLES = 1_000;

/** Which pictures each resample holds, by their number: drawn once, it takes longer than everything else. */
const draws = new Map<number, readonly Int32Array[]>();

function resamples(count: number): readonly Int32Array[] {
  const known = draws.get(count);
  if (known) return known;
  const random = createRandom(SEED, 'bootstrap');
  const drawn = Array.from({ length: RESAMPLES }, () =>
    Int32Array.from({ length: count }, () => random.integer(0, count - 1)),
  );
  draws.set(count, drawn);
  return drawn;
}

/**
 * A statistic with its 95 % interval: the percentile bootstrap over pictures (Efron 1979), 1,000 seeded resamples.
 * @param count pictures, at least one
 * @param statistic of the pictures drawn, by position; some come several times
 */
export function bootstrap(count: number, statistic: (drawn: Int32Array) => number): Estimate {
  const values = Float64Array.from(resamples(count), statistic).sort();
  const at = (share: number) => values[Math.round(share * (RESAMPLES - 1))];
  const all = Int32Array.from({ length: count }, (_, i) => i);
  return { value: rounded(statistic(all)), low: rounded(at(0.025)), high: rounded(at(0.975)) };
}

/** The mean of values with its interval. */
export const meanOf = (values: readonly number[]): Estimate =>
  bootstrap(values.length, (drawn) => {
    let sum = 0;
    for (const i of drawn) sum += values[i];
    return sum / drawn.length;
  });

/** Four decimals: more would be noise. */
const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;
