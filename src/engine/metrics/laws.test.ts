import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textbookDiverse, textbookOverlap } from '../../../bench/textbook.ts';
import {
  copyOf,
  distinctPairCase,
  mapFrom,
  mirrored,
  overlapOf,
  pairCase,
  property,
  rolled,
} from '../../../tests/mapArbitraries.ts';
import { OVERLAP_IDS } from '../../domain/score.ts';
import type { ScoreMap } from './scoreMap.ts';

const TOP_K = ['topKIntersection', 'lensRecallAtK', 'lensPrecisionAtK'] as const;
const DIVERSE = ['topKDivIntersection', 'lensRecallAtKDiv', 'lensPrecisionAtKDiv'] as const;
const CERTAIN = { value: 1, chance: 1, corrected: null, pValue: null, reason: 'chance-is-one' };

describe('laws of the overlap scores', () => {
  it('equal the textbook to the bit', () => {
    property(
      pairCase,
      (c) => {
        expect(overlapOf(c)).toEqual(textbookOverlap(c.original, c.perturbed, c.k, c.windowRadius));
      },
      400,
    );
  });

  it('the same map scores 1', () => {
    property(pairCase, (c) => {
      const scores = overlapOf({ ...c, perturbed: c.original });
      for (const id of OVERLAP_IDS) expect(scores[id].value).toBe(1);
    });
  });

  it('w = 0 is the plain top-k intersection, for the diverse sets too', () => {
    property(pairCase, (c) => {
      const scores = overlapOf({ ...c, windowRadius: 0 });
      for (const id of OVERLAP_IDS) expect(scores[id]).toEqual(scores.topKIntersection);
    });
  });

  it('value and chance of top-k sets never fall when w grows', () => {
    property(pairCase, (c) => {
      const narrow = overlapOf(c);
      const wide = overlapOf({ ...c, windowRadius: Math.min(64, c.windowRadius + 1) });
      for (const id of TOP_K) {
        expect(wide[id].value).toBeGreaterThanOrEqual(narrow[id].value ?? Number.NaN);
        expect(wide[id].chance).toBeGreaterThanOrEqual(narrow[id].chance ?? Number.NaN);
      }
    });
  });

  it.each([TOP_K, DIVERSE])(
    '%s: recall of (A, B) is precision of (B, A)',
    (plain, recall, prec) => {
      property(pairCase, (c) => {
        const there = overlapOf(c);
        const back = overlapOf({ ...c, original: c.perturbed, perturbed: c.original });
        expect(there[recall]).toEqual(back[prec]);
        expect(there[prec]).toEqual(back[recall]);
        expect(there[plain]).toEqual(back[plain]);
      });
    },
  );

  it('mirrored inputs score the same (no ties, whose order a mirror turns)', () => {
    property(fc.tuple(distinctPairCase, fc.boolean(), fc.boolean()), ([c, rows, columns]) => {
      const flip = (map: ScoreMap) => mirrored(map, rows, columns);
      expect(overlapOf({ ...c, original: flip(c.original), perturbed: flip(c.perturbed) })).toEqual(
        overlapOf(c),
      );
    });
  });

  it('k = N scores 1 for the top-k sets, and says that it has to', () => {
    property(pairCase, (c) => {
      const scores = overlapOf({ ...c, k: c.original.values.length });
      for (const id of TOP_K) expect(scores[id]).toEqual(CERTAIN);
    });
  });

  it('k = 1 asks whether the two peaks lie within w, of both kinds of sets', () => {
    property(distinctPairCase, (c) => {
      const peak = ({ width, values }: ScoreMap) => {
        const at = values.indexOf(Math.max(...values));
        return { y: Math.floor(at / width), x: at % width };
      };
      const [a, b] = [peak(c.original), peak(c.perturbed)];
      const far = Math.max(Math.abs(a.y - b.y), Math.abs(a.x - b.x));
      const scores = overlapOf({ ...c, k: 1 });
      for (const id of [TOP_K[1], TOP_K[2], DIVERSE[1], DIVERSE[2]])
        expect(scores[id].value).toBe(far <= c.windowRadius ? 1 : 0);
      expect(scores.topKIntersection.value).toBe(far === 0 ? 1 : 0);
      expect(scores.topKDivIntersection.value).toBe(far === 0 ? 1 : 0);
    });
  });

  it('a map moved by at most w, away from the border, scores 1 in recall and precision', () => {
    const spots = fc.shuffledSubarray(
      Array.from({ length: 48 }, (_, i) => i),
      { minLength: 1 },
    );
    const cases = fc.integer({ min: 0, max: 6 }).chain((w) => {
      const step = fc.integer({ min: -w, max: w });
      return fc.record({ w: fc.constant(w), dy: step, dx: step, spots });
    });
    property(cases, ({ w, dy, dx, spots: order }) => {
      // 8×6 pixels in the middle carry the map, the strongest first in the list.
      const original = mapFrom(20, 40, (y, x) => {
        const inside = y >= 6 && y < 14 && x >= 28 && x < 34;
        return inside ? order.indexOf((y - 6) * 6 + x - 28) + 1 : 0;
      });
      const perturbed = rolled(original, dy, dx);
      const topK = overlapOf({ original, perturbed, k: order.length, windowRadius: w });
      expect(topK.lensRecallAtK.value).toBe(1);
      expect(topK.lensPrecisionAtK.value).toBe(1);
      const room = textbookDiverse(original, 48, w).filter((flag, i) => flag && original.values[i]);
      const diverse = overlapOf({ original, perturbed, k: room.length, windowRadius: w });
      expect(diverse.lensRecallAtKDiv.value).toBe(1);
      expect(diverse.lensPrecisionAtKDiv.value).toBe(1);
    });
  });

  it.each([
    ['top left', 0, 0],
    ['top right', 0, 1],
    ['bottom left', 1, 0],
    ['bottom right', 1, 1],
  ])('a peak in the %s corner has a quarter of a window', (_, bottom, right) => {
    property(
      fc.record({
        height: fc.integer({ min: 2, max: 9 }),
        width: fc.integer({ min: 2, max: 67 }),
        windowRadius: fc.integer({ min: 0, max: 70 }).map((w) => Math.min(w, 64)),
      }),
      ({ height, width, windowRadius: w }) => {
        const map = mapFrom(height, width, (y, x) =>
          Number(y === bottom * (height - 1) && x === right * (width - 1)),
        );
        const scores = overlapOf({ original: map, perturbed: map, k: 1, windowRadius: w });
        const covered = Math.min(height, w + 1) * Math.min(width, w + 1);
        for (const id of [TOP_K[1], TOP_K[2], DIVERSE[1], DIVERSE[2]])
          expect(scores[id].chance).toBe(covered / (height * width));
      },
      40,
    );
  });

  it('ties go by index: an all-zero or constant map has its first pixels on top', () => {
    property(pairCase, (c) => {
      const flat = (value: number) => mapFrom(c.original.height, c.original.width, () => value);
      const falling = { ...c.original, values: c.original.values.map((_, i) => -i) };
      const wanted = overlapOf({ ...c, perturbed: falling });
      for (const value of [0, -0, 0.1])
        expect(overlapOf({ ...c, perturbed: flat(value) })).toEqual(wanted);
    });
  });

  it('the mean over all circular shifts of the map is the chance', () => {
    const small = distinctPairCase.filter(({ original }) => original.values.length <= 80);
    property(
      small,
      (c) => {
        const { height, width } = c.original;
        const sums = { topKIntersection: 0, lensRecallAtK: 0, lensPrecisionAtK: 0 };
        for (let dy = 0; dy < height; dy++)
          for (let dx = 0; dx < width; dx++) {
            const placed = overlapOf({ ...c, perturbed: rolled(c.perturbed, dy, dx) });
            sums.lensRecallAtK += placed.lensRecallAtK.value ?? Number.NaN;
            sums.topKIntersection += placed.topKIntersection.value ?? Number.NaN;
            // Precision dilates the perturbed set: it is the original's that is placed anywhere.
            const other = overlapOf({ ...c, original: rolled(c.original, dy, dx) });
            sums.lensPrecisionAtK += other.lensPrecisionAtK.value ?? Number.NaN;
          }
        const scores = overlapOf(c);
        for (const id of TOP_K)
          expect(sums[id] / (height * width)).toBeCloseTo(scores[id].chance ?? Number.NaN, 12);
      },
      30,
    );
  });

  it('the same numbers every time, to the last bit', () => {
    property(pairCase, (c) => {
      const again = { ...c, original: copyOf(c.original), perturbed: copyOf(c.perturbed) };
      expect(overlapOf(again)).toEqual(overlapOf(c));
    });
  });
});
