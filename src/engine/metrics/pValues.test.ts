import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textbookPValues } from '../../../bench/textbook.ts';
import {
  copyOf,
  mapFrom,
  mapOf,
  overlapOf,
  type PairCase,
  pairCase,
  property,
} from '../../../tests/mapArbitraries.ts';
import { Problem } from '../../domain/problem.ts';
import { OVERLAP_IDS, type PValues } from '../../domain/score.ts';
import { circularShifts } from './circularShifts.ts';
import { diverseSets, topKSets } from './overlapSets.ts';
import { pairPValues } from './pairPValues.ts';
import { preparePair } from './preparePair.ts';
import { MOST_PIXELS_FOR_P, pValues } from './pValues.ts';

function rawOf({ original, perturbed, k, windowRadius }: PairCase): PValues {
  const pair = preparePair({ original, perturbed, motion: null });
  const { raw } = pairPValues(pair, { k, windowRadius });
  if (!raw) throw new Error('no p-values');
  return raw;
}

/** Sides that are powers of two, and that are not. */
const side = fc.oneof(fc.constantFrom(1, 2, 4, 8), fc.integer({ min: 1, max: 9 }));
const smallCase = fc.tuple(side, side).chain(([height, width]) =>
  fc.record<PairCase>({
    original: mapOf(height, width),
    perturbed: mapOf(height, width),
    k: fc.integer({ min: 1, max: height * width }),
    windowRadius: fc.integer({ min: 0, max: 4 }),
  }),
);

describe('p-values', () => {
  it('equal the share of all N shifts, counted one by one', () => {
    property(smallCase, (c) => {
      expect(rawOf(c)).toEqual(textbookPValues(c.original, c.perturbed, c.k, c.windowRadius));
    });
  });

  it('lie between 1/N and 1, and are 1 where the chance is', () => {
    property(pairCase, (c) => {
      const values = rawOf(c);
      const scores = overlapOf(c);
      for (const id of OVERLAP_IDS) {
        expect(values[id]).toBeGreaterThanOrEqual(1 / c.original.values.length);
        expect(values[id]).toBeLessThanOrEqual(1);
        if (scores[id].chance === 1) expect(values[id]).toBe(1);
      }
    });
  });

  it('the mean over all circular shifts is the chance of every score, diverse sets too', () => {
    property(pairCase, (c) => {
      const { original, perturbed, k, windowRadius: w } = c;
      const { raw } = preparePair({ original, perturbed, motion: null });
      const scores = overlapOf(c);
      const all = [topKSets(raw, k, w), diverseSets(raw, k, w)];
      all.forEach((sets, kind) => {
        const [s, t] = [sets.original, sets.perturbed];
        const [plain, recall] = circularShifts([s.pixels, t.pixels], [s.window, t.pixels]);
        const [precision] = circularShifts([s.pixels, t.window], [s.pixels, t.window]);
        const meanOf = (hits: Float64Array, outOf: number) =>
          hits.reduce((sum, hit) => sum + hit / outOf, 0) / hits.length;
        const [a, b, d] = OVERLAP_IDS.slice(3 * kind);
        const chance = (id: (typeof OVERLAP_IDS)[number]) => scores[id].chance ?? Number.NaN;
        expect(meanOf(plain, Math.max(s.count, t.count))).toBeCloseTo(chance(a), 12);
        expect(meanOf(recall, t.count)).toBeCloseTo(chance(b), 12);
        expect(meanOf(precision, s.count)).toBeCloseTo(chance(d), 12);
      });
    });
  });

  it('one peak in the same place: one shift in N does as well', () => {
    const map = mapFrom(5, 6, (y, x) => Number(y === 2 && x === 3));
    const values = rawOf({ original: map, perturbed: map, k: 1, windowRadius: 1 });
    expect(values).toEqual({
      topKIntersection: 1 / 30,
      lensRecallAtK: 9 / 30,
      lensPrecisionAtK: 9 / 30,
      topKDivIntersection: 1 / 30,
      lensRecallAtKDiv: 9 / 30,
      lensPrecisionAtKDiv: 9 / 30,
    });
  });

  it('the same numbers every time', () => {
    property(pairCase, (c) => {
      const again = { ...c, original: copyOf(c.original), perturbed: copyOf(c.perturbed) };
      expect(rawOf(again)).toEqual(rawOf(c));
    });
  });
});

describe('pairPValues', () => {
  const map = mapFrom(6, 9, (y, x) => Math.sin(3 * y + x));
  const moved = mapFrom(6, 9, (y, x) => Math.sin(3 * (y - 1) + x - 2));
  const settings = { k: 5, windowRadius: 1 };

  it('aligned: those of the two maps cut to the valid area', () => {
    const pair = preparePair({ original: map, perturbed: moved, motion: { dx: 2, dy: 1 } });
    const cut = mapFrom(5, 7, (y, x) => Math.sin(3 * y + x));
    const { raw, aligned, k, windowRadius } = pairPValues(pair, settings);
    expect({ k, windowRadius }).toEqual(settings);
    expect(aligned).toEqual(textbookPValues(cut, cut, 5, 1));
    expect(raw).toEqual(textbookPValues(map, moved, 5, 1));
  });

  it('no motion, no aligned ones', () => {
    const pair = preparePair({ original: map, perturbed: moved, motion: null });
    expect(pairPValues(pair, settings).aligned).toBeNull();
  });

  it('null for every score where k exceeds the valid area', () => {
    const pair = preparePair({ original: map, perturbed: moved, motion: { dx: 8, dy: 0 } });
    const none = Object.fromEntries(OVERLAP_IDS.map((id) => [id, null]));
    expect(pairPValues(pair, { k: 7, windowRadius: 1 }).aligned).toEqual(none);
    expect(pairPValues(pair, { k: 6, windowRadius: 1 }).aligned?.topKIntersection).toBe(1);
  });

  it('refuses k and w as the scores do', () => {
    const pair = preparePair({ original: map, perturbed: moved, motion: null });
    expect(() => pairPValues(pair, { k: 0, windowRadius: 1 })).toThrow(Problem);
    expect(() => pairPValues(pair, { k: 1, windowRadius: 65 })).toThrow(Problem);
  });

  it('null for maps that are too large for it, while the aligned part may do', () => {
    const pair = preparePair({ original: map, perturbed: moved, motion: { dx: 2, dy: 1 } });
    const vast = (pixels: number) => {
      const area = { top: 0, left: 0, height: 1, width: pixels };
      const { original, perturbed } = pair.raw;
      return { ...pair, raw: { original: { ...original, area }, perturbed } };
    };
    const { raw, aligned } = pairPValues(vast(MOST_PIXELS_FOR_P + 1), settings);
    expect(raw).toBeNull();
    expect(aligned).toEqual(pairPValues(pair, settings).aligned);
  });

  it('more than 2^20 pixels are refused, 2^20 are not', () => {
    const { raw } = preparePair({ original: map, perturbed: moved, motion: null });
    const sets = topKSets(raw, 5, 1);
    expect(MOST_PIXELS_FOR_P).toBe(1_048_576);
    expect(() => pValues({ ...sets, area: 1_048_577 }, sets)).toThrow(
      new RangeError('area must be at most 1048576 pixels, got 1048577'),
    );
    expect(pValues({ ...sets, area: 1_048_576 }, sets)).toEqual(pValues(sets, sets));
  });
});
