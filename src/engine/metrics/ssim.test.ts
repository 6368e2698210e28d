import { describe, expect, it } from 'vitest';
import { textbookSsim } from '../../../bench/textbook.ts';
import { mapFrom } from '../../../tests/mapArbitraries.ts';
import type { ScoreMap } from './scoreMap.ts';
import { ssim } from './ssim.ts';

const wave = (height: number, width: number, seed = 0) =>
  mapFrom(height, width, (y, x) => Math.sin(1.7 * y + 0.9 * x + seed) + 0.3 * Math.cos(5 * x * y));

const changed = (map: ScoreMap, change: (value: number) => number): ScoreMap => ({
  ...map,
  values: Float64Array.from(map.values, change),
});

describe('ssim', () => {
  it.each([
    [11, 11],
    [11, 17],
    [19, 12],
  ])('equals the textbook on %i×%i pixels', (height, width) => {
    const [a, b] = [wave(height, width), wave(height, width, 0.5)];
    const { value, ...rest } = ssim(a, b);
    expect(value).toBeCloseTo(textbookSsim(a, b), 12);
    expect(rest).toEqual({ chance: null, corrected: null, pValue: null, reason: null });
  });

  it('of the map and its opposite is below 0, of the same is 1', () => {
    const board = mapFrom(16, 16, (y, x) => ((y + x) % 2 === 0 ? 1 : -1));
    expect(
      ssim(
        board,
        changed(board, (v) => -v),
      ).value,
    ).toBeLessThan(-0.9);
    expect(ssim(board, board).value).toBe(1);
  });

  it.each([
    [10, 11],
    [11, 10],
    [1, 400],
  ])('%i×%i pixels are too few', (height, width) => {
    const map = wave(height, width);
    expect(ssim(map, map)).toEqual({
      value: null,
      chance: null,
      corrected: null,
      pValue: null,
      reason: 'map-too-small',
    });
  });

  it('two flat maps: undefined when they are one value, a number when they are two', () => {
    const flat = (value: number) => mapFrom(12, 12, () => value);
    expect(ssim(flat(0.1), flat(0.1))).toMatchObject({ value: null, reason: 'constant-map' });
    // Means 1 and 2, range 1, no variance: (4 + C₁)/(5 + C₁).
    expect(ssim(flat(1), flat(2)).value).toBeCloseTo((4 + 1e-4) / (5 + 1e-4), 12);
    const value = ssim(flat(0), wave(12, 12)).value ?? Number.NaN;
    expect(Math.abs(value)).toBeLessThan(0.5);
  });

  it.each([2 ** 1000, 2 ** -1000])('takes no part in the unit of the values: %s', (unit) => {
    const [a, b] = [wave(13, 14), wave(13, 14, 0.7)];
    const scaled = ssim(
      changed(a, (v) => v * unit),
      changed(b, (v) => v * unit),
    );
    expect(scaled.value).toBeCloseTo(ssim(a, b).value ?? Number.NaN, 12);
  });

  it('a range beyond the largest number', () => {
    const map = mapFrom(12, 13, (y, x) => ((y + x) % 2 === 0 ? 1 : -1));
    const other = changed(map, (v) => -v);
    const huge = (m: ScoreMap) => changed(m, (v) => v * Number.MAX_VALUE);
    const wanted = ssim(map, other).value ?? Number.NaN;
    expect(wanted).toBeLessThan(-0.9);
    expect(ssim(huge(map), huge(other)).value).toBeCloseTo(wanted, 12);
    expect(ssim(huge(map), huge(map)).value).toBe(1);
  });

  it('variances beside a large mean', () => {
    // Whole numbers, so that the large values hold them exactly; the means alone make 1.
    const [a, b] = [wave(12, 12), wave(12, 12, 2)].map((m) => changed(m, (v) => Math.round(9 * v)));
    const low = ssim(
      changed(a, (v) => v + 1e6),
      changed(b, (v) => v + 1e6),
    );
    const high = ssim(
      changed(a, (v) => v + 2 ** 52),
      changed(b, (v) => v + 2 ** 52),
    );
    // At 10⁶ times the range the first factor is 1 within 1e-11.
    expect(high.value).toBeCloseTo(low.value ?? Number.NaN, 9);
    expect(high.value).toBeLessThan(0.9);
  });
});
