import { describe, expect, it } from 'vitest';
import type { OverlapScores } from '../../domain/score.ts';
import { preparePair } from './preparePair.ts';
import { scorePair } from './scorePair.ts';

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
