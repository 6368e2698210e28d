import { describe, expect, it } from 'vitest';
import { Problem } from '../../domain/problem.ts';
import { OVERLAP, OVERLAP_IDS } from '../../domain/score.ts';
import { overlapMask } from './overlapMask.ts';
import { preparePair } from './preparePair.ts';
import { forOverlaps, scorePair } from './scorePair.ts';

function map(values: readonly number[], width = values.length) {
  return { height: values.length / width, width, values: Float32Array.from(values) };
}

const pairOf = (a: readonly number[], b: readonly number[], width = a.length) =>
  preparePair({ original: map(a, width), perturbed: map(b, width), motion: null });

function problemOf(action: () => unknown): Problem {
  try {
    action();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('no problem was thrown');
}

describe('preparePair', () => {
  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    'names the map and the pixel that is %s',
    (bad) => {
      const fine = [1, 2, 3, 4, 5, 6];
      const damaged = [1, 2, 3, 4, 5, bad];
      const second = problemOf(() => pairOf(fine, damaged, 3));
      expect(second.code).toBe('map-non-finite');
      expect(second.detail).toEqual({
        what: 'perturbed map',
        allowed: 'finite values',
        got: `${bad} at row 1, column 2`,
      });
      expect(problemOf(() => pairOf(damaged, fine, 3)).detail.what).toBe('original map');
    },
  );

  it.each([
    [2, 3],
    [2, 2],
    [3, 3],
  ])('rejects a map of %i×%i pixels beside one of 3×2', (height, width) => {
    const sized = (h: number, w: number) => map(new Array<number>(h * w).fill(1), w);
    const pair = { original: sized(3, 2), perturbed: sized(height, width), motion: null };
    const problem = problemOf(() => preparePair(pair));
    expect(problem.code).toBe('map-size-mismatch');
    const got = `${height}×${width}`;
    expect(problem.detail).toEqual({ what: 'perturbed map', allowed: '3×2', got });
  });

  it('rejects values that do not fill the map, and maps without a pixel', () => {
    const full = { height: 2, width: 3, values: new Float32Array(6) };
    const short = { height: 2, width: 3, values: new Float32Array(5) };
    const empty = { height: 0, width: 0, values: new Float32Array(0) };
    for (const [wrong, allowed, got] of [
      [short, '2×3 values, at least one', '5 values'],
      [empty, '0×0 values, at least one', '0 values'],
    ] as const) {
      const refused = (original: typeof full, perturbed: typeof full) =>
        problemOf(() => preparePair({ original, perturbed, motion: null }));
      const first = refused(wrong, full);
      expect(first.code).toBe('map-size-mismatch');
      expect(first.detail).toEqual({ what: 'original map', allowed, got });
      expect(refused(full, wrong).detail).toEqual({ what: 'perturbed map', allowed, got });
    }
  });

  it('ranks a map once, also for other partners and whole-pixel motions', () => {
    const [a, b] = [map([1, 3, 2, 5], 2), map([4, 3, 2, 1], 2)];
    const still = preparePair({ original: a, perturbed: b, motion: null });
    const moved = preparePair({ original: b, perturbed: a, motion: { dx: 1, dy: 0 } });
    expect(moved.raw.perturbed.order).toBe(still.raw.original.order);
    expect(moved.aligned?.perturbed.order).toBe(still.raw.original.order);
    expect(moved.aligned?.original.order).toBe(still.raw.perturbed.order);
  });
});

describe('scorePair', () => {
  const small = () => pairOf([5, 5, 1, 0], [5, 4, 1, 1]);

  it('has one entry for every overlap score', () => {
    expect(forOverlaps((id) => id)).toEqual(Object.fromEntries(OVERLAP_IDS.map((id) => [id, id])));
  });

  it.each([0, 5, 1.5, -1, Number.NaN])('rejects k = %s of 4 pixels', (k) => {
    const problem = problemOf(() => scorePair(small(), { k, windowRadius: 1 }));
    expect(problem.code).toBe('setting-out-of-range');
    expect(problem.detail).toEqual({ what: 'k', allowed: '1…4', got: String(k) });
    expect(problemOf(() => overlapMask(small(), { k, windowRadius: 1 }, false)).code).toBe(
      'setting-out-of-range',
    );
  });

  it.each([-1, 65, 0.5, Number.NaN])('rejects w = %s', (windowRadius) => {
    const problem = problemOf(() => scorePair(small(), { k: 1, windowRadius }));
    expect(problem.detail).toEqual({
      what: 'windowRadius',
      allowed: '0…64',
      got: String(windowRadius),
    });
  });

  it('takes w = 64 and says what was asked', () => {
    const scores = scorePair(small(), { k: 4, windowRadius: 64 });
    expect(scores).toMatchObject({ height: 1, width: 4, k: 4, windowRadius: 64 });
  });

  it('tells of a tie at the cut, for each map, and of none at k = N', () => {
    const tied = (k: number) => scorePair(small(), { k, windowRadius: 0 }).tiedAtCut;
    expect(tied(1)).toEqual({ original: true, perturbed: false });
    expect(tied(2)).toEqual({ original: false, perturbed: false });
    expect(tied(3)).toEqual({ original: false, perturbed: true });
    expect(tied(4)).toEqual({ original: false, perturbed: false });
  });

  it('scores two all-zero maps by index order, and says that it is a tie', () => {
    const zero = pairOf([0, 0, 0, 0], [0, 0, 0, 0]);
    const scores = scorePair(zero, { k: 2, windowRadius: 0 });
    expect(scores.raw.topKIntersection.value).toBe(1);
    expect(scores.tiedAtCut).toEqual({ original: true, perturbed: true });
  });

  it('ranks more than 65,536 pixels', () => {
    const values = Array.from({ length: 300 * 300 }, (_, i) => i);
    const large = pairOf(values, values.slice().reverse(), 300);
    const scores = scorePair(large, { k: 300, windowRadius: 0 }).raw;
    expect(scores.topKIntersection.value).toBe(0);
    expect(scores.topKIntersection.chance).toBe(300 / 90_000);
    expect(large.raw.original.order[0]).toBe(89_999);
  });

  it('stays within the memory a sweep can afford', () => {
    const values = Array.from({ length: 96 * 96 }, (_, i) => Math.sin(i));
    const { aligned, raw } = preparePair({
      original: map(values, 96),
      perturbed: map(values, 96),
      motion: { dx: 0.5, dy: 0 },
    });
    const orders = new Set(
      [raw, aligned].flatMap((p) => (p ? [p.original.order, p.perturbed.order] : [])),
    );
    const bytes = [...orders].reduce((sum, order) => sum + order.byteLength, 0);
    expect(bytes).toBeLessThan(60_000);
  });
});

describe('overlapMask', () => {
  const spots = (...at: number[]) => Array.from({ length: 49 }, (_, i) => Number(at.includes(i)));

  it('marks both sets and their windows in the same coordinates', () => {
    const pair = pairOf(spots(0), spots(48), 7);
    const mask = overlapMask(pair, { k: 1, windowRadius: 1 }, false);
    const bits = (bit: number) => [...mask.keys()].filter((i) => mask[i] & bit);
    expect(bits(OVERLAP.original)).toEqual([0]);
    expect(bits(OVERLAP.perturbed)).toEqual([48]);
    expect(bits(OVERLAP.originalWindow)).toEqual([0, 1, 7, 8]);
    expect(bits(OVERLAP.perturbedWindow)).toEqual([40, 41, 47, 48]);
  });

  it('shows the aligned sets where the original has them, nothing outside the valid area', () => {
    const pair = preparePair({
      original: map(spots(24), 7),
      perturbed: map(spots(33), 7),
      motion: { dx: 2, dy: 1 },
    });
    const mask = overlapMask(pair, { k: 1, windowRadius: 6 }, true);
    expect(mask[24]).toBe(15);
    const marked = [...mask.keys()].filter((i) => mask[i]);
    expect(marked).toHaveLength(30);
    expect(marked.every((i) => i < 42 && i % 7 < 5)).toBe(true);
    const back = preparePair({
      original: map(spots(24), 7),
      perturbed: map(spots(15), 7),
      motion: { dx: -2, dy: -1 },
    });
    expect(overlapMask(back, { k: 1, windowRadius: 0 }, true)[24]).toBe(15);
  });

  it('is empty without an aligned comparison', () => {
    const still = pairOf(spots(0), spots(0), 7);
    expect(overlapMask(still, { k: 1, windowRadius: 1 }, true).some(Boolean)).toBe(false);
    const gone = preparePair({
      original: map(spots(0), 7),
      perturbed: map(spots(0), 7),
      motion: { dx: 6, dy: 0 },
    });
    expect(overlapMask(gone, { k: 8, windowRadius: 1 }, true).some(Boolean)).toBe(false);
    // Seven pixels are valid.
    const all = overlapMask(gone, { k: 7, windowRadius: 1 }, true);
    expect(all.filter(Boolean)).toHaveLength(7);
  });
});
