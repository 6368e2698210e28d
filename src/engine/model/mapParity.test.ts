import { expect, test } from 'vitest';
import type { FloatMap } from '../../domain/attribution.ts';
import { mapParity } from './mapParity.ts';

const SIDE = 12;
const map = (change: (value: number, i: number) => number = (value) => value): FloatMap => ({
  height: SIDE,
  width: SIDE,
  values: Float32Array.from({ length: SIDE * SIDE }, (_, i) => change(Math.sin(i * 1.7) * 5, i)),
});

test('a map is the same as itself', () => {
  expect(mapParity(map(), map())).toEqual({
    passed: true,
    maxDifference: 0,
    relativeError: 0,
    sharedStrongest: 100,
    strongest: 100,
  });
});

test('a difference is told as a share of the range, and judged by it', () => {
  const shifted = (by: number) => map((value, i) => (i === 7 ? value + by : value));
  expect(mapParity(shifted(0.1), map()).maxDifference).toBeCloseTo(0.01, 3);
  expect(mapParity(shifted(0.0005), map()).passed).toBe(true);
  // A few pixels under a unit at its kink; then more than kinks explain.
  expect(mapParity(shifted(0.1), map())).toMatchObject({ passed: true });
  expect(mapParity(shifted(2), map()).passed).toBe(false);
  const everywhere = map((value, i) => value * (i % 2 ? 1.03 : 1));
  expect(mapParity(everywhere, map())).toMatchObject({ passed: false });
});

test('what is not a number does not pass', () => {
  const odd = map((value, i) => (i === 3 ? Number.NaN : value));
  expect(mapParity(odd, map())).toMatchObject({ passed: false, maxDifference: null });
});

test('a flat map passes only against the same flat map', () => {
  expect(
    mapParity(
      map(() => 2),
      map(() => 2),
    ).passed,
  ).toBe(true);
  expect(
    mapParity(
      map(),
      map(() => 2),
    ).passed,
  ).toBe(false);
});

test('strongest pixels that are others are counted', () => {
  const { sharedStrongest } = mapParity(
    map((value, i) => (i < 60 ? 0 : value)),
    map(),
  );
  expect(sharedStrongest).toBeLessThan(100);
});
