import { expect, it } from 'vitest';
import { bootstrap, meanOf } from './estimate.ts';

it('a mean lies in its interval, which is as wide as theory says and the same every time', () => {
  const values = Array.from({ length: 200 }, (_, i) => i % 2);
  const mean = meanOf(values);
  expect(mean.value).toBe(0.5);
  // ±1.96·0.5/√200 = ±0.069.
  expect(mean.low).toBeGreaterThan(0.41);
  expect(mean.low).toBeLessThan(0.45);
  expect(mean.high).toBeGreaterThan(0.55);
  expect(mean.high).toBeLessThan(0.59);
  expect(meanOf(values)).toEqual(mean);
  expect(meanOf([0.25, 0.25])).toEqual({ value: 0.25, low: 0.25, high: 0.25 });
});

it('any statistic of the pictures drawn will do', () => {
  const most = bootstrap(3, (drawn) => Math.max(...drawn));
  expect(most).toEqual({ value: 2, low: 0, high: 2 });
});
