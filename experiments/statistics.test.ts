import { expect, it } from 'vitest';
import { summarise } from './statistics.ts';

it('sums up what is known', () => {
  expect(summarise([4, null, 1, 2, 9])).toEqual({ count: 4, mean: 4, median: 3, min: 1, max: 9 });
  expect(summarise([3, 1, 2])).toMatchObject({ median: 2 });
  expect(summarise([null])).toEqual({ count: 0, mean: null, median: null, min: null, max: null });
});
