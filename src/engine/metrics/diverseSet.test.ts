import { describe, expect, it } from 'vitest';
import { textbookDiverse } from '../../../bench/textbook.ts';
import { flagsOf, mapFrom, pairCase, property } from '../../../tests/mapArbitraries.ts';
import { descendingOrder } from './descendingOrder.ts';
import { diverseSet } from './diverseSet.ts';
import { countPixels } from './pixelSet.ts';
import { topKSet } from './rankedArea.ts';
import type { ScoreMap } from './scoreMap.ts';

function whole(map: ScoreMap) {
  const { height, width } = map;
  const area = { top: 0, left: 0, height, width };
  return { order: descendingOrder(map.values), mapWidth: width, area };
}

/** Row and column of every pixel of the diverse set, row-major. */
function picksOf(map: ScoreMap, k: number, w: number): number[][] {
  const flags = flagsOf(diverseSet(whole(map), k, w).pixels);
  const { width } = map;
  return [...flags.keys()].filter((i) => flags[i]).map((i) => [Math.floor(i / width), i % width]);
}

describe('diverseSet', () => {
  it('is the greedy choice, and counts what it picked', () => {
    property(
      pairCase,
      ({ original, k, windowRadius: w }) => {
        const { pixels, count } = diverseSet(whole(original), k, w);
        expect(flagsOf(pixels)).toEqual(textbookDiverse(original, k, w));
        expect(count).toBe(countPixels(pixels));
      },
      300,
    );
  });

  it('no two picks lie within w, and fewer than k leave no pixel free', () => {
    property(pairCase, ({ original, k, windowRadius: w }) => {
      const picks = picksOf(original, k, w);
      const near = ([y, x]: number[], [v, u]: number[]) =>
        Math.max(Math.abs(y - v), Math.abs(x - u)) <= w;
      const close = picks.filter((a, i) => picks.slice(0, i).some((b) => near(a, b)));
      expect(close).toEqual([]);
      const places = [...original.values.keys()].map((i) => {
        const y = Math.floor(i / original.width);
        return [y, i - y * original.width];
      });
      const free = places.find((place) => !picks.some((pick) => near(pick, place)));
      if (picks.length < k) expect(free).toBeUndefined();
    });
  });

  it('goes down the values: the second pick is the best pixel outside the first window', () => {
    const map = mapFrom(1, 9, (_, x) => [9, 8, 7, 0, 0, 0, 6, 5, 4][x]);
    expect(picksOf(map, 2, 1)).toEqual([
      [0, 0],
      [0, 2],
    ]);
    expect(picksOf(map, 3, 2)).toEqual([
      [0, 0],
      [0, 3],
      [0, 6],
    ]);
  });

  it('greedy, not best: the peak between two good pixels blocks both', () => {
    const map = mapFrom(1, 5, (_, x) => [0, 9, 10, 9, 0][x]);
    expect(picksOf(map, 2, 1)).toEqual([
      [0, 0],
      [0, 2],
    ]);
  });

  it('equal values: the lower index first', () => {
    expect(
      picksOf(
        mapFrom(3, 5, () => 0.1),
        3,
        1,
      ),
    ).toEqual([
      [0, 0],
      [0, 2],
      [0, 4],
    ]);
  });

  it.each([
    [8, 8, 1, 16],
    [7, 7, 1, 16],
    [9, 10, 2, 12],
    [5, 70, 3, 36],
  ])('%i×%i pixels hold no more than %i at w = … : %i', (height, width, w, most) => {
    // From the corner in reading order, every place is taken that can be.
    const map = mapFrom(height, width, (y, x) => -(y * width + x));
    expect(diverseSet(whole(map), height * width, w).count).toBe(most);
    expect(diverseSet(whole(map), most - 1, w).count).toBe(most - 1);
  });

  it.each([6, 7, 8, 40, 64])('w = %i over a 7×7 map: the peak alone', (w) => {
    const map = mapFrom(7, 7, (y, x) => Number(y === 3 && x === 0));
    const picks = picksOf(map, 49, w);
    expect(picks).toEqual([[3, 0]]);
  });

  it.each([31, 32, 33, 63, 64, 65])(
    'blocks across the words of a row: a pick at column %i',
    (x) => {
      const map = mapFrom(3, 70, (y, at) => (y === 1 && at === x ? 9 : -Math.abs(at - x) - y / 9));
      const picks = picksOf(map, 3, 2);
      expect(picks).toEqual(
        [[0, x - 3], ...[[1, x]], [0, x + 3]].sort(([a, b], [c, d]) => a - c || b - d),
      );
    },
  );

  it('stays within the area, and counts in its coordinates', () => {
    const map = mapFrom(6, 40, (y, x) => 40 * y + x);
    const area = { top: 1, left: 2, height: 3, width: 35 };
    const { pixels, count } = diverseSet({ ...whole(map), area }, 2, 1);
    const flags = flagsOf(pixels);
    expect([...flags.keys()].filter((i) => flags[i])).toEqual([2 * 35 + 32, 2 * 35 + 34]);
    expect(count).toBe(2);
    expect(diverseSet({ ...whole(map), area }, 1000, 0).count).toBe(3 * 35);
  });

  it('w = 0 gives the top-k set', () => {
    property(pairCase, ({ original, k }) => {
      const { pixels } = diverseSet(whole(original), k, 0);
      expect(pixels).toEqual(topKSet(whole(original), k));
    });
  });
});
