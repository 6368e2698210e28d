import type { Estimate } from '../src/domain/evidence.ts';
import { bootstrapMean, createBootstrap } from '../src/engine/evidence/bootstrap.ts';
import { SEED } from './pairs.ts';

const draw = createBootstrap(SEED);

/** Four decimals: more would be noise. */
const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;

/**
 * A statistic with its 95 % interval, percentile bootstrap over pictures.
 * @param count pictures, at least one
 * @param statistic of the pictures drawn, by position; some come several times
 */
export function bootstrap(count: number, statistic: (drawn: Int32Array) => number): Estimate {
  const { value, low, high } = draw(count, statistic);
  return { value: rounded(value), low: rounded(low), high: rounded(high) };
}

/** The mean of values, at least one, with its interval. */
export function meanOf(values: readonly number[]): Estimate {
  const found = bootstrapMean(values, draw);
  if (!found) throw new Error('a mean needs a value');
  return { value: rounded(found.mean), low: rounded(found.low), high: rounded(found.high) };
}
