import type { MeanInterval } from '../../domain/rowSummary.ts';
import { createRandom } from '../random.ts';

const RESAMPLES = 1_000;
/** Resamples of more pictures are drawn each time: kept, they would take over 40 MB. */
const MOST_KEPT = 10_000;

/** A statistic of pictures, and the 2.5th and 97.5th percentile of what resamples of them give. */
interface Bootstrapped {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * @param count pictures, at least one
 * @param statistic of the pictures drawn, by position; some come several times
 */
export type Bootstrap = (count: number, statistic: (drawn: Int32Array) => number) => Bootstrapped;

/**
 * The percentile bootstrap over pictures (Efron 1979): 1,000 seeded resamples with replacement. Which pictures each of them holds
 * is drawn once for every number of pictures, and kept up to 10,000: it takes longer than everything else.
 */
export function createBootstrap(seed: number): Bootstrap {
  const known = new Map<number, readonly Int32Array[]>();
  const drawing = (count: number) => {
    const random = createRandom(seed, 'bootstrap');
    return () => Int32Array.from({ length: count }, () => random.integer(0, count - 1));
  };
  const kept = (count: number) => {
    const drawn = known.get(count) ?? Array.from({ length: RESAMPLES }, drawing(count));
    known.set(count, drawn);
    return drawn;
  };
  return (count, statistic) => {
    const next = drawing(count);
    const values =
      count <= MOST_KEPT
        ? Float64Array.from(kept(count), statistic)
        : Float64Array.from({ length: RESAMPLES }, () => statistic(next()));
    values.sort();
    const at = (share: number) => values[Math.round(share * (RESAMPLES - 1))];
    const all = Int32Array.from({ length: count }, (_, i) => i);
    return { value: statistic(all), low: at(0.025), high: at(0.975) };
  };
}

/** The mean of values with its interval, which depends on their order. Null where there is no value. */
export function bootstrapMean(
  values: readonly number[],
  bootstrap: Bootstrap,
): MeanInterval | null {
  if (values.length === 0) return null;
  const { value, low, high } = bootstrap(values.length, (drawn) => {
    let sum = 0;
    for (const i of drawn) sum += values[i];
    return sum / drawn.length;
  });
  return { mean: value, low, high, count: values.length };
}
