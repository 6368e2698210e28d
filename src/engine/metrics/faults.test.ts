import { describe, expect, it } from 'vitest';
import type { OverlapScores } from '../../domain/score.ts';
import { diverseSet } from './diverseSet.ts';
import { mapScores, pairDetails } from './pairDetails.ts';
import { pairPValues } from './pairPValues.ts';
import { countPixels, hasPixel } from './pixelSet.ts';
import { preparePair } from './preparePair.ts';
import { scorePair } from './scorePair.ts';
import { windowMeans } from './windowMeans.ts';

const SIZE = 40;

/** A map that is 0 but for some pixels. */
function mapWith(pixels: Readonly<Record<number, number>>, background = 0, size = SIZE) {
  const values = new Float64Array(size * size).fill(background);
  for (const [at, value] of Object.entries(pixels)) values[Number(at)] = value;
  return { height: size, width: size, values };
}

type Map = ReturnType<typeof mapWith>;

function raw(original: Map, perturbed: Map, k: number, windowRadius: number): OverlapScores {
  const pair = preparePair({ original, perturbed, motion: null });
  return scorePair(pair, { k, windowRadius }).raw;
}

const at = (y: number, x: number) => y * SIZE + x;

/** Mistakes that are easy to make, some of them made in published scripts; each has its test. */
describe('faults that must not come back', () => {
  it.each([0, 1, 2, 3, 5, 8, 15, 16, 17])('off-by-one window: w = %i', (w) => {
    const centre = mapWith({ [at(20, 20)]: 1 });
    const inside = mapWith({ [at(20 - w, 20 + w)]: 1 });
    const outside = mapWith({ [at(20, 20 + w + 1)]: 1 });
    expect(raw(centre, inside, 1, w).lensRecallAtK.value).toBe(1);
    expect(raw(centre, outside, 1, w).lensRecallAtK.value).toBe(0);
    expect(raw(centre, centre, 1, w).lensRecallAtK.chance).toBe((2 * w + 1) ** 2 / SIZE ** 2);
  });

  // Rows of 32 and 64 pixels fill their words: a bit pushed out of one is in the next row's.
  it.each([32, SIZE, 64])('row wrap: a window ends at the border, rows of %i pixels', (size) => {
    const end = size - 1;
    const places = { right: [5, end], left: [5, 0], bottom: [end, 5], top: [0, 5] };
    const across = { right: [6, 0], left: [4, end], bottom: [0, 5], top: [end, 5] };
    for (const side of ['right', 'left', 'bottom', 'top'] as const) {
      const spot = ([y, x]: number[]) => mapWith({ [y * size + x]: 1 }, 0, size);
      const { lensRecallAtK } = raw(spot(places[side]), spot(across[side]), 1, 2);
      expect(lensRecallAtK.value).toBe(0);
      expect(lensRecallAtK.chance).toBe(15 / size ** 2);
    }
  });

  it.each([at(0, 0), at(0, SIZE - 1), at(SIZE - 1, 0), at(SIZE - 1, SIZE - 1)])(
    'dropped index: pixel %i counts, and its window is cut at both borders',
    (corner) => {
      const map = mapWith({ [corner]: 1 });
      const { topKIntersection, lensRecallAtK } = raw(map, map, 1, 3);
      expect(topKIntersection.value).toBe(1);
      expect(lensRecallAtK.chance).toBe(16 / SIZE ** 2);
    },
  );

  it('signed ranking: −9 is less than 1, not more', () => {
    const original = mapWith({ 3: 1, 700: -9 });
    const perturbed = mapWith({ 3: 1, 900: -9 });
    expect(raw(original, perturbed, 1, 0).topKIntersection.value).toBe(1);
    const negative = mapWith({ 11: -1 }, -2);
    expect(raw(negative, mapWith({ 11: 1 }), 1, 0).topKIntersection.value).toBe(1);
  });

  it('per-image scaling: ranks come from the values as they are, however unequal', () => {
    const original = mapWith({ 5: 1e30, 6: 1e-30, 7: 2e-30 });
    const perturbed = mapWith({ 5: 3, 7: 2, 8: 1 });
    expect(raw(original, perturbed, 2, 0).topKIntersection.value).toBe(1);
    expect(raw(original, perturbed, 3, 0).topKIntersection.value).toBe(2 / 3);
  });

  it('swapped maps: recall dilates the original, precision the perturbed', () => {
    // All of T lies at one pixel of S; the rest of S has no partner.
    const original = mapWith({ [at(5, 5)]: 9, [at(30, 5)]: 8, [at(30, 30)]: 7 });
    const perturbed = mapWith({ [at(5, 4)]: 9, [at(5, 6)]: 8, [at(6, 5)]: 7 });
    const scores = raw(original, perturbed, 3, 1);
    expect(scores.lensRecallAtK.value).toBe(1);
    expect(scores.lensPrecisionAtK.value).toBe(1 / 3);
  });

  it('wrong tie order: equal values go by index, whatever their sign of zero', () => {
    const original = mapWith({ 0: -0, 1: 0, 2: -0 });
    const perturbed = mapWith({ 0: 3, 1: 2, 2: 1 });
    expect(raw(original, perturbed, 3, 0).topKIntersection.value).toBe(1);
    const late = mapWith({ 1599: 1, 1598: 1, 1597: 1 });
    const first = mapWith({ 1597: 2, 1598: 2 });
    expect(raw(late, first, 2, 0).topKIntersection.value).toBe(1);
  });
});

const whole = (map: Map, k: number, w: number) =>
  diverseSet(preparePair({ original: map, perturbed: map, motion: null }).raw.original, k, w)
    .pixels;

describe('faults that must not come back, diverse sets', () => {
  it.each([1, 2, 3, 8])('off-by-one window: a pick w = %i away is blocked, w + 1 is not', (w) => {
    const inside = mapWith({ [at(20, 20)]: 9, [at(20 - w, 20 + w)]: 8, [at(0, 0)]: 7 });
    expect(hasPixel(whole(inside, 2, w), 20 - w, 20 + w)).toBe(false);
    expect(hasPixel(whole(inside, 2, w), 0, 0)).toBe(true);
    const outside = mapWith({ [at(20, 20)]: 9, [at(20, 20 + w + 1)]: 8, [at(0, 0)]: 7 });
    expect(hasPixel(whole(outside, 2, w), 20, 20 + w + 1)).toBe(true);
  });

  it.each([32, SIZE, 64])(
    'row wrap: a pick at the border blocks no other row, %i pixels',
    (size) => {
      const end = size - 1;
      const map = mapWith({ [5 * size + end]: 9, [6 * size]: 8, [8 * size]: 7 }, 0, size);
      expect(hasPixel(whole(map, 2, 1), 6, 0)).toBe(true);
      const back = mapWith({ [5 * size]: 9, [4 * size + end]: 8, [8 * size]: 7 }, 0, size);
      expect(hasPixel(whole(back, 2, 1), 4, end)).toBe(true);
    },
  );

  it('dropped index: pixel 0 and the second pick are picked', () => {
    const map = mapWith({ [at(0, 0)]: 9, [at(0, 5)]: 8, [at(0, 10)]: 7 });
    const set = whole(map, 3, 2);
    for (const x of [0, 5, 10]) expect(hasPixel(set, 0, x)).toBe(true);
    expect(countPixels(set)).toBe(3);
  });

  it('signed ranking: −9 is picked last', () => {
    const map = mapWith({ [at(3, 3)]: 1, [at(20, 20)]: -9 });
    expect(hasPixel(whole(map, 1, 1), 3, 3)).toBe(true);
    expect(raw(map, mapWith({ [at(3, 3)]: 1 }), 1, 1).topKDivIntersection.value).toBe(1);
  });

  it('swapped maps: recall dilates the original, precision the perturbed', () => {
    const original = mapWith({ [at(5, 5)]: 9, [at(30, 5)]: 8, [at(30, 30)]: 7 });
    const perturbed = mapWith({ [at(4, 4)]: 9, [at(6, 4)]: 8, [at(5, 6)]: 7 });
    const scores = raw(original, perturbed, 3, 1);
    expect(scores.lensRecallAtKDiv.value).toBe(1);
    expect(scores.lensPrecisionAtKDiv.value).toBe(1 / 3);
    const pair = preparePair({ original, perturbed, motion: null });
    const values = pairPValues(pair, { k: 3, windowRadius: 1 }).raw;
    // All of T fits into each of the three windows of S, and nowhere else.
    expect(values?.lensRecallAtK).toBe(3 / SIZE ** 2);
    expect(values?.lensRecallAtKDiv).toBe(3 / SIZE ** 2);
    expect(values?.lensPrecisionAtK).toBeGreaterThan(10 / SIZE ** 2);
  });

  it('wrong tie order: equal values are picked from the lowest index on', () => {
    const set = whole(mapWith({}, 0.1), 3, 4);
    for (const x of [0, 5, 10]) expect(hasPixel(set, 0, x)).toBe(true);
  });
});

describe('faults that must not come back, scores of whole maps', () => {
  const values = (map: Map, w: number) => windowMeans(map, w);

  it.each([1, 2, 3, 4, 5, 16])('off-by-one window: the mean over 2w + 1 pixels, w = %i', (w) => {
    const means = values(mapWith({ [at(20, 20)]: 1 }), w);
    expect(means[at(20 + w, 20 - w)]).toBe(1 / (2 * w + 1) ** 2);
    expect(means[at(20 + w + 1, 20)]).toBe(0);
    expect(means[at(20, 20 - w - 1)]).toBe(0);
  });

  it.each([2, 5])('row wrap: a window ends at the border, w = %i', (w) => {
    const right = values(mapWith({ [at(5, SIZE - 1)]: 1 }), w);
    const left = values(mapWith({ [at(5, 0)]: 1 }), w);
    for (const y of [4, 5, 6]) {
      expect(right[at(y, 0)]).toBe(0);
      expect(left[at(y, SIZE - 1)]).toBe(0);
    }
  });

  it.each([0, SIZE - 1, SIZE * (SIZE - 1), SIZE * SIZE - 1])(
    'dropped index: pixel %i counts in every score',
    (corner) => {
      const flat = mapWith({ [at(20, 20)]: 2 }, 1);
      const spot = mapWith({ [corner]: 9, [at(20, 20)]: 2 }, 1);
      const plain = mapScores(spot, flat, 2);
      for (const id of ['spearman', 'kendall', 'lensSpearman', 'lensKendall', 'pearson'] as const)
        expect(plain[id].value).toBeLessThan(0.999);
      expect(plain.massCenterShift.value).toBeGreaterThan(0.1);
    },
  );

  it('signed ranking: the opposite map correlates at −1', () => {
    const map = mapWith({ 3: 1, 700: -9, 900: 4 });
    const opposite = { ...map, values: map.values.map((v) => -v) };
    const scores = mapScores(map, opposite, 1);
    for (const id of ['spearman', 'kendall', 'lensSpearman', 'lensKendall'] as const)
      expect(scores[id].value).toBeCloseTo(-1, 12);
    expect(scores.massCenterShift.value).toBe(0);
  });

  it('per-image scaling: SSIM takes one range for both maps', () => {
    const map = mapWith({ 500: 1, 501: 2, 700: 3 });
    const twice = { ...map, values: map.values.map((v) => 2 * v) };
    expect(mapScores(map, twice, 0).ssim.value).toBeLessThan(0.999);
    expect(mapScores(map, twice, 0).spearman.value).toBe(1);
  });

  it('swapped maps: each concentration is that of its map', () => {
    const one = mapWith({ [at(9, 9)]: 5 });
    const two = mapWith({ [at(9, 9)]: 5, [at(30, 30)]: 4 });
    const pair = preparePair({ original: one, perturbed: two, motion: null });
    const { original, perturbed } = pairDetails(pair, { k: 2, windowRadius: 0 }).concentration;
    expect(original.entropy).toBe(0);
    expect(perturbed.entropy).toBeGreaterThan(0);
    expect(original.gini).toBeGreaterThan(perturbed.gini ?? Number.NaN);
  });

  it('wrong tie order: equal values share one rank, wherever they are', () => {
    const early = mapWith({ 0: 1, 1: 1 });
    const late = { ...early, values: early.values.slice().reverse() };
    const both = mapWith({ 0: 1, 1: 1, 1598: 1, 1599: 1 });
    const [a, b] = [mapScores(both, early, 0), mapScores(both, late, 0)];
    expect(a.spearman.value).toBeCloseTo(b.spearman.value ?? Number.NaN, 12);
    expect(a.kendall.value).toBeCloseTo(b.kendall.value ?? Number.NaN, 12);
  });
});
