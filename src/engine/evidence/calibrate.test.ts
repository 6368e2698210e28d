import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inventedRow } from '../../../tests/inventedRow.ts';
import type { CalibrationPicture } from '../../domain/calibration.ts';
import { isScored } from '../../domain/pictureRow.ts';
import { Problem } from '../../domain/problem.ts';
import { createRandom } from '../random.ts';
import { calibrate } from './calibrate.ts';
import { unrelated, worstHarmless } from './calibrationPicture.ts';
import { lowerQuantile, upperQuantile, valuesNeeded } from './conformal.ts';

const VALUES = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 20, maxLength: 60 });
const RATE = fc.constantFrom(0.05, 0.07, 0.1, 0.29, 0.5);

describe('lowerQuantile', () => {
  it('is left below by no more than the rate of exchangeable values', () => {
    fc.assert(
      fc.property(VALUES, RATE, (values, rate) => {
        const below = values.filter(
          (value, i) => value < lowerQuantile(values.toSpliced(i, 1), rate),
        );
        expect(below.length).toBeLessThanOrEqual(rate * values.length + 1e-9);
      }),
    );
  });

  it('is the r-th smallest, r = ⌊rate · (n + 1)⌋, and its mirror the r-th largest', () => {
    const upTo = (n: number) => Array.from({ length: n }, (_, i) => n - i);
    expect(lowerQuantile(upTo(19), 0.05)).toBe(1);
    expect(lowerQuantile(upTo(38), 0.05)).toBe(1);
    expect(lowerQuantile(upTo(39), 0.05)).toBe(2);
    expect(lowerQuantile(upTo(29), 0.1)).toBe(3);
    expect(upperQuantile(upTo(39), 0.05)).toBe(38);
  });

  it('says how many values it takes', () => {
    expect([0.05, 0.1, 0.01, 0.3, 0.5].map(valuesNeeded)).toEqual([19, 9, 99, 3, 1]);
    expect(() =>
      lowerQuantile(
        Array.from({ length: 18 }, () => 0),
        0.05,
      ),
    ).toThrow(/at least 19 pictures that can be judged, got 18/);
  });
});

const ONE = { ks: [10], ws: [1] };
const FOUR = { ks: [10, 20], ws: [0, 1] };

/** Pictures whose harmless agreement in each cell is `harmless[cell]` plus 0, 0.01, 0.02 …, and that of other pictures always the same. */
const ramp = (n: number, harmless: readonly (number | null)[], other: number | null = 0.2) =>
  Array.from({ length: n }, (_, i): CalibrationPicture => {
    const cells = harmless.map((start) => (start === null ? null : start + i / 100));
    const reference = harmless.map(() => other);
    return {
      harmless: cells,
      reference: other === null ? null : { agreement: reference, best: reference },
    };
  });

const ask = (pictures: readonly CalibrationPicture[], grid = FOUR, falseAlarmRate = 0.1) =>
  calibrate({ grid, pictures, falseAlarmRate, seed: 1 });

describe('calibrate', () => {
  it('sets the thresholds on all pictures where k and w are given', () => {
    const { score, thresholds, pictures, chosenOn, missed, reference } = ask(
      ramp(39, [0.5]),
      ONE,
      0.05,
    );
    expect(score).toEqual({ k: 10, windowRadius: 1 });
    // The second smallest of 39: 0.51.
    expect(thresholds).toEqual({ agree: 0.51, chance: 0.2 });
    expect([pictures, chosenOn, missed, reference]).toEqual([39, 0, 0, 'otherPictures']);
  });

  it('chooses the widest gap on one half and sets the thresholds on the other', () => {
    const { score, pictures, chosenOn, cells } = ask(ramp(41, [0.4, 0.5, 0.6, 0.5]));
    expect(score).toEqual({ k: 20, windowRadius: 0 });
    expect([pictures, chosenOn]).toEqual([21, 20]);
    expect(cells.map(({ k, windowRadius }) => [k, windowRadius])).toEqual([
      [10, 0],
      [10, 1],
      [20, 0],
      [20, 1],
    ]);
    expect((cells[2].gap ?? 0) - (cells[0].gap ?? 0)).toBeCloseTo(0.2, 12);
  });

  it('takes the smaller w, then the smaller k, and never a cell where a score is missing', () => {
    expect(ask(ramp(40, [0.5, 0.5, 0.5, 0.5])).score).toEqual({ k: 10, windowRadius: 0 });
    expect(ask(ramp(40, [0.4, 0.5, 0.4, 0.5])).score).toEqual({ k: 10, windowRadius: 1 });
    expect(ask(ramp(40, [null, 0.5, null, 0.5])).score).toEqual({ k: 10, windowRadius: 1 });
    const broken = ramp(40, [0.9, 0.5, 0.5, 0.5]);
    broken[7] = { ...broken[7], harmless: [null, ...broken[7].harmless.slice(1)] };
    expect(ask(broken).score).not.toEqual({ k: 10, windowRadius: 0 });
  });

  it('reads against chance where there are no other pictures', () => {
    const { thresholds, reference, missed, cells } = ask(ramp(40, [0.4, 0.5, 0.6, 0.5], null));
    expect([thresholds.chance, reference, missed]).toEqual([0.1, 'chance', null]);
    expect(cells.every((cell) => cell.reference === 0 && cell.gap === cell.threshold)).toBe(true);
  });

  it('counts unrelated maps that pass for the same', () => {
    const pictures = ramp(40, [0.4], 0.2).map((one, i) =>
      i < 4 ? { ...one, reference: { agreement: [0.9], best: [0.3] } } : one,
    );
    expect(ask(pictures, ONE).missed).toBe(0.1);
  });

  it('says how many pictures it takes, and refuses what cannot be told apart', () => {
    expect(() => ask(ramp(17, [0.5, 0.5, 0.5, 0.5]))).toThrow(/at least 18 pictures/);
    expect(() => ask(ramp(8, [0.5]), ONE)).toThrow(/at least 9 pictures/);
    expect(() => ask(ramp(40, [0.15], 0.3), ONE)).toThrow(
      /with maps of other pictures \(0\.3\), got 0\.18/,
    );
    expect(() => ask(ramp(40, [-0.2], null), ONE)).toThrow(Problem);
    expect(() => ask(ramp(40, [null], null), ONE)).toThrow(/every picture has its scores/);
    expect(() => ask(ramp(40, [0.5]), ONE, 0)).toThrow(/falseAlarmRate must be 0\.001…0\.5/);
  });

  it('keeps its promise on new pictures, though k and w were chosen', () => {
    const random = createRandom(5, 'invented pictures');
    const grid = { ks: [1, 2, 3, 4, 5], ws: [0, 1, 2, 3] };
    const draw = (): number[] => Array.from({ length: 20 }, () => 0.6 + 0.3 * random.uniform());
    const rates = Array.from({ length: 600 }, () => {
      const pictures = Array.from({ length: 30 }, () => ({ harmless: draw(), reference: null }));
      const { score, thresholds } = ask(pictures, grid);
      const cell = grid.ks.indexOf(score.k) * 4 + grid.ws.indexOf(score.windowRadius);
      return (
        Array.from({ length: 20 }, draw).filter((fresh) => fresh[cell] < thresholds.agree).length /
        20
      );
    });
    const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
    // At most 0.1; ⌊0.1 · 16⌋ / 16 = 0.0625 is expected, ±0.004 (two thirds of what 600 runs spread).
    expect(mean).toBeGreaterThan(0.05);
    expect(mean).toBeLessThan(0.075);
  });
});

describe('a picture of a calibration', () => {
  const gridOf = (agreement: (number | null)[]) => ({
    ks: [10],
    ws: [0, 1],
    agreement,
    best: agreement,
  });
  const lost = { id: 'void', reason: 'decision-changed', lattice: null } as const;

  it('counts by its worst harmless change at each k and w', () => {
    const rows = [
      inventedRow('a', 0, { grid: gridOf([0.5, 0.9]) }),
      inventedRow('a', 0, { grid: gridOf([0.7, 0.2]) }),
      inventedRow('a', 0, { grid: gridOf([0, 0]), verdict: lost }),
    ];
    expect(rows.map(isScored)).toEqual([true, true, false]);
    expect(worstHarmless(rows)).toEqual([0.5, 0.2]);
    expect(worstHarmless([inventedRow('a', 0, { grid: gridOf([0.5, null]) }), rows[0]])).toEqual([
      0.5,
      null,
    ]);
    expect(worstHarmless([rows[2]])).toBe(null);
  });

  it('agrees with itself wholly and with another by what they share', () => {
    const map = (values: number[]) => ({ height: 2, width: 4, values: Float64Array.from(values) });
    const original = map([9, 8, 0, 1, 2, 3, 4, 5]);
    const other = map([9, 0, 1, 2, 3, 4, 5, 8]);
    const grid = { ks: [2], ws: [0] };
    expect(unrelated({ original, other: original }, grid)).toEqual({ agreement: [1], best: [1] });
    // 1 of 2 shared; chance 2/8: (0.5 − 0.25)/0.75.
    const [agreement] = unrelated({ original, other }, grid).agreement;
    expect(agreement).toBeCloseTo(1 / 3, 12);
  });
});
