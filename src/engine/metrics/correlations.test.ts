import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textbookKendall, textbookRanks } from '../../../bench/textbook.ts';
import { pairCase, property } from '../../../tests/mapArbitraries.ts';
import { correlationScore } from './correlationScore.ts';
import { countInversions } from './countInversions.ts';
import { kendall } from './kendall.ts';
import { pearson } from './pearson.ts';
import { rankMap } from './rankedMap.ts';
import { spearman } from './spearman.ts';

const list = (...values: readonly number[]) => Float64Array.from(values);

describe('countInversions', () => {
  /** Dense ranks; around powers of two the tree gets another level. */
  const length = fc.oneof(
    fc.integer({ min: 0, max: 70 }),
    fc.constantFrom(15, 16, 17, 31, 32, 33, 48, 63, 64, 65, 128, 129, 200),
  );
  const sequence = fc
    .tuple(length, fc.constantFrom(1, 5, 1000))
    .chain(([size, max]) =>
      fc.array(fc.nat(Math.max(0, Math.min(max, size - 1))), { minLength: size, maxLength: size }),
    );

  it('counts pairs in the wrong order, equal ones not', () => {
    property(
      sequence,
      (values) => {
        let wanted = 0;
        values.forEach((value, i) => {
          for (const before of values.slice(0, i)) if (before > value) wanted++;
        });
        expect(countInversions(Uint32Array.from(values))).toBe(wanted);
      },
      300,
    );
  });

  it('of a falling sequence: every pair', () => {
    for (const size of [1, 2, 16, 17, 100, 1000]) {
      const falling = Uint32Array.from({ length: size }, (_, i) => size - 1 - i);
      expect(countInversions(falling)).toBe((size * (size - 1)) / 2);
    }
  });
});

describe('rankMap', () => {
  it('shares the mean rank among equal values', () => {
    expect([...rankMap(list(5, -1, 5, 0, -0, 9)).ranks]).toEqual([4.5, 1, 4.5, 2.5, 2.5, 6]);
  });

  it('ranks as the textbook does, in single and double precision', () => {
    property(pairCase, ({ original: { values } }) => {
      expect([...rankMap(values).ranks]).toEqual(textbookRanks(values));
    });
  });
});

describe('kendall', () => {
  const tau = (a: readonly number[], b: readonly number[]) =>
    kendall(rankMap(list(...a)), rankMap(list(...b)));

  it('by hand', () => {
    // Six pairs, five alike.
    expect(tau([1, 2, 3, 4], [1, 2, 4, 3]).value).toBeCloseTo(4 / 6, 15);
    expect(tau([1, 2, 3, 4], [4, 3, 2, 1]).value).toBe(-1);
    // One pair tied in A: four alike of five, the sixth tied: (5 − 0)/√(5·6).
    expect(tau([1, 1, 3, 4], [1, 2, 3, 4]).value).toBeCloseTo(5 / Math.sqrt(30), 15);
    expect(tau([1, 1, 2, 2], [1, 2, 1, 2]).value).toBe(0);
    expect(tau([0, -0, 1], [1, 2, 3]).value).toBeCloseTo(2 / Math.sqrt(6), 15);
  });

  it('equals the textbook where everything is tied with something', () => {
    const bits = fc.array(fc.tuple(fc.nat(2), fc.nat(1)), { minLength: 2, maxLength: 90 });
    property(
      bits,
      (pairs) => {
        const [a, b] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)];
        const wanted = textbookKendall(a, b);
        const { value, reason } = tau(a, b);
        if (Number.isNaN(wanted)) expect(reason).toBe('constant-map');
        else expect(value).toBeCloseTo(wanted, 12);
      },
      200,
    );
  });

  it('is undefined for one pixel', () => {
    expect(tau([1], [2])).toEqual(correlationScore(null));
  });
});

describe('spearman', () => {
  it('by hand', () => {
    const rho = spearman(rankMap(list(1, 2, 3, 4, 5)), rankMap(list(2, 1, 4, 3, 50)));
    expect(rho.value).toBeCloseTo(1 - (6 * 4) / (5 * 24), 15);
    expect(rho).toMatchObject({ chance: 0, corrected: rho.value, pValue: null, reason: null });
  });
});

describe('pearson', () => {
  it('by hand', () => {
    expect(pearson(list(1, 2, 3), list(1, 3, 2)).value).toBeCloseTo(0.5, 15);
    expect(pearson(list(1, 2, 3), list(-10, -20, -30)).value).toBeCloseTo(-1, 15);
    expect(pearson(list(1, -1, 1, -1), list(1, 1, -1, -1)).value).toBe(0);
  });

  it('sees the differences of nearly equal values, whatever they stand on', () => {
    const last = 1 + Number.EPSILON;
    expect(pearson(list(1, 1, last), list(0, 0, 1)).value).toBeCloseTo(1, 9);
    expect(pearson(list(1, 1, last), list(1, 0, 0)).value).toBeCloseTo(-0.5, 9);
    const high = list(0, 1, 2, 3, 4, 5).map((value) => 1e15 + value);
    expect(pearson(high, list(0, 1, 2, 3, 4, 5)).value).toBeCloseTo(1, 9);
  });

  it.each([Number.MAX_VALUE, 2 ** 1023, 1e200, 1e-200, 2 ** -1022, 5e-324])(
    'stays a number at %s',
    (size) => {
      expect(pearson(list(size, 0, 0), list(1, 0, 0)).value).toBeCloseTo(1, 12);
      expect(pearson(list(size, -size, 0), list(0, 0, size)).value).toBe(0);
    },
  );
});

describe('correlationScore', () => {
  it('takes off what rounding puts beyond 1', () => {
    expect(correlationScore(1 + Number.EPSILON).value).toBe(1);
    expect(correlationScore(-1 - Number.EPSILON).value).toBe(-1);
    expect(correlationScore(0.25)).toEqual({
      value: 0.25,
      chance: 0,
      corrected: 0.25,
      pValue: null,
      reason: null,
    });
  });
});
