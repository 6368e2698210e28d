import { describe, expect, it } from 'vitest';
import { reduceChannels } from './reduce.ts';

describe('reduceChannels', () => {
  const values = Float32Array.from([1, -2, 3, -4, 0.5, 0.25]);
  const reduced = (reduction: 'sumAbs' | 'sum' | 'maxAbs') =>
    Array.from(reduceChannels(values, 1, 2, 3, reduction).values);

  it('sums, sums sizes, takes the largest size', () => {
    expect(reduced('sumAbs')).toEqual([6, 4.75]);
    expect(reduced('sum')).toEqual([2, -3.25]);
    expect(reduced('maxAbs')).toEqual([3, 4]);
  });

  it('gives a map of its own also for one channel', () => {
    const map = reduceChannels(values, 2, 3, 1, 'sum');
    expect(map).toEqual({ height: 2, width: 3, values });
    expect(map.values).not.toBe(values);
  });
});
