import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textbookWindowMeans } from '../../../bench/textbook.ts';
import {
  mapFrom,
  mapOf,
  mapSize,
  mirrored,
  property,
  quarterPairCase,
} from '../../../tests/mapArbitraries.ts';
import { rankMap } from './rankedMap.ts';
import type { ScoreMap } from './scoreMap.ts';
import { windowMeans } from './windowMeans.ts';

/** A float64 as a whole number of the smallest there is, 2^−1074. */
function wholeUnits(value: number): bigint {
  const bits = new BigUint64Array(Float64Array.of(value).buffer)[0];
  const exponent = (bits >> 52n) & 0x7ffn;
  const fraction = bits & 0xfffffffffffffn;
  const size = exponent === 0n ? fraction : (fraction | (1n << 52n)) << (exponent - 1n);
  return bits >> 63n === 1n ? -size : size;
}

/** The sum over every window, in units of 2^−1074, without any rounding. */
function exactSums({ height, width, values }: ScoreMap, w: number): bigint[] {
  const units = Array.from(values, wholeUnits);
  return units.map((_, i) => {
    const [y, x] = [Math.floor(i / width), i % width];
    let sum = 0n;
    for (let v = Math.max(0, y - w); v <= Math.min(height - 1, y + w); v++)
      for (let u = Math.max(0, x - w); u <= Math.min(width - 1, x + w); u++)
        sum += units[v * width + u];
    return sum;
  });
}

/** Signs, small whole numbers, and magnitudes so far apart that sums of two need a thousand bits. */
const adversarial = fc.oneof(
  fc.constantFrom(1e300, -1e300, 1e-300, -1e-300, 5e-324, -5e-324, 0, -0, 1, -1, 0.1, -0.1),
  fc.constantFrom(Number.MAX_VALUE, -Number.MAX_VALUE, 2 ** 1023, 2 ** -1022, 2 ** 37, 2 ** -37),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

const adversarialMap = fc
  .record({ height: fc.integer({ min: 1, max: 7 }), width: fc.integer({ min: 1, max: 9 }) })
  .chain(({ height, width }) =>
    fc
      .array(adversarial, { minLength: height * width, maxLength: height * width })
      .map((plain) => ({ height, width, values: Float64Array.from(plain) })),
  );

const wide = fc.oneof(fc.integer({ min: 4, max: 8 }), fc.constantFrom(16, 37, 63, 64));

describe('windowMeans', () => {
  it('equals the textbook where its sums are exact', () => {
    property(
      quarterPairCase.filter(({ original }) => original.values.length <= 300),
      ({ original, windowRadius: w }) => {
        expect([...windowMeans(original, w)]).toEqual(textbookWindowMeans(original, w));
      },
      200,
    );
  });

  it('wide windows: within two roundings of the exact mean, zeros exactly 0, order and ties kept', () => {
    property(
      fc.tuple(adversarialMap, wide),
      ([map, w]) => {
        const means = windowMeans(map, w);
        const sums = exactSums(map, w);
        const divisor = BigInt((2 * w + 1) ** 2);
        const size = (value: bigint) => (value < 0n ? -value : value);
        sums.forEach((sum, i) => {
          expect(Number.isFinite(means[i])).toBe(true);
          const error = size(wholeUnits(means[i]) * divisor - sum);
          // Two roundings of half a last bit each, 2^−53 of the value or half the smallest number.
          expect(error <= size(sum) / 2n ** 51n + divisor).toBe(true);
          if (sum === 0n) expect(Object.is(means[i], 0)).toBe(true);
        });
        const order = [...sums.keys()].sort((a, b) => (sums[a] < sums[b] ? -1 : 1));
        order.slice(1).forEach((pixel, i) => {
          const before = order[i];
          if (sums[before] === sums[pixel]) expect(means[before]).toBe(means[pixel]);
          else expect(means[before]).toBeLessThanOrEqual(means[pixel]);
        });
      },
      400,
    );
  });

  it.each([1, 2, 3])(
    'w = %i: a window of zeros is exactly 0, and windows of equal pixels tie',
    (w) => {
      const map = mapFrom(9, 34, (y, x) => (x < 14 ? 0 : Math.sin(x) * 1e-3 ** (y % 1)));
      const means = windowMeans(map, w);
      for (let y = 0; y < 9; y++)
        for (let x = 0; x < 14 - w; x++) expect(Object.is(means[y * 34 + x], 0)).toBe(true);
      // All rows are alike: so are the means of all windows that no border cuts.
      for (let x = 0; x < 34; x++) expect(means[w * 34 + x]).toBe(means[(8 - w) * 34 + x]);
    },
  );

  it('narrow windows are added pixel by pixel in row-major order, to the bit', () => {
    const decimals = mapFrom(9, 11, (y, x) => ((17 * y + 31 * x) % 101) / 1000);
    for (const w of [0, 1, 2, 3])
      expect([...windowMeans(decimals, w)]).toEqual(textbookWindowMeans(decimals, w));
  });

  it('a window far from the huge values keeps its tiny ones', () => {
    const map = mapFrom(1, 30, (_, x) => (x === 0 ? 1e300 : x === 20 ? 3e-300 : 0));
    const means = windowMeans(map, 4);
    expect((means[0] * 81) / 1e300).toBeCloseTo(1, 12);
    for (let x = 16; x <= 24; x++) expect((means[x] * 81) / 3e-300).toBeCloseTo(1, 12);
    expect(means[25]).toBe(0);
  });

  it('what is left when values cancel is exact', () => {
    const rest = 2 ** -53 + 2 ** -70;
    const map = mapFrom(1, 3, (_, x) => [1, 2 ** -53 - 1, 2 ** -70][x]);
    expect([...windowMeans(map, 4)]).toEqual([rest / 81, rest / 81, rest / 81]);
  });

  it('a bright spot leaves nothing behind once the window has passed it', () => {
    for (const w of [1, 3, 4, 10]) {
      const spot = mapFrom(25, 40, (y, x) => (y === 12 && x === 20 ? 0.1 : 0));
      const means = windowMeans(spot, w);
      means.forEach((mean, i) => {
        const far = Math.max(Math.abs(Math.floor(i / 40) - 12), Math.abs((i % 40) - 20));
        expect(mean).toBe(far <= w ? 0.1 / (2 * w + 1) ** 2 : 0);
      });
    }
  });

  it('a mirrored map has mirrored means in wide windows, to the bit', () => {
    const cases = mapSize.chain(({ height, width }) => mapOf(height, width));
    property(fc.tuple(cases, wide), ([map, w]) => {
      const there = windowMeans(mirrored(map, true, true), w);
      expect([...there]).toEqual([...windowMeans(map, w)].reverse());
    });
  });

  it.each([1, 2, 3, 4, 64])(
    'w = %i: the largest numbers have finite means and keep their order',
    (w) => {
      const huge = mapFrom(1, 200, (_, x) => Number.MAX_VALUE * (1 - x / 400));
      const means = windowMeans(huge, w);
      expect(means.every(Number.isFinite)).toBe(true);
      const middle = [...means.subarray(w, 200 - w)];
      expect(new Set(middle).size).toBe(middle.length);
      expect(middle).toEqual(middle.slice().sort((a, b) => b - a));
    },
  );

  it('narrow windows overflow only where the exact way takes over', () => {
    for (const size of [2 ** 1017, 2 ** 1018, 2 ** 1019, 2 ** 1023]) {
      const means = windowMeans(
        mapFrom(7, 7, () => size),
        3,
      );
      expect(means[24]).toBe(size);
    }
  });

  it('covers the whole map and more: one mean for all, the divisor stays', () => {
    const map = mapFrom(3, 5, (y, x) => y + x);
    for (const w of [4, 5, 64]) {
      const wanted = 45 / (2 * w + 1) ** 2;
      expect([...windowMeans(map, w)]).toEqual(Array.from({ length: 15 }, () => wanted));
    }
  });

  it('w = 0 is the map, float32 values are taken as they are', () => {
    const values = Float32Array.of(0.1, -0.2, 3e38, 0);
    const map = { height: 2, width: 2, values };
    expect([...windowMeans(map, 0)]).toEqual([...values]);
    expect(windowMeans(map, 1)[0]).toBe((values[0] + values[1] + values[2] + values[3]) / 9);
  });

  it('a zero map stays a zero map, and has one rank', () => {
    for (const w of [1, 5]) {
      const means = windowMeans(
        mapFrom(6, 6, () => -0),
        w,
      );
      expect(means.every((mean) => mean === 0)).toBe(true);
      expect(new Set(rankMap(means).ranks)).toEqual(new Set([18.5]));
    }
  });
});
