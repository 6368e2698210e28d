import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textbookOverlap } from '../../../bench/textbook.ts';
import {
  distinctPairCase,
  mirrored,
  type PairCase,
  pairCase,
  rolled,
} from '../../../tests/mapArbitraries.ts';
import { SCORE_IDS, type Scores } from '../../domain/score.ts';
import { preparePair } from './preparePair.ts';
import type { ScoreMap } from './scoreMap.ts';
import { scorePair } from './scorePair.ts';

function rawOf({ original, perturbed, k, windowRadius }: PairCase): Scores {
  const pair = preparePair({ original, perturbed, motion: null });
  return scorePair(pair, { k, windowRadius }).raw;
}

const property = <T>(arbitrary: fc.Arbitrary<T>, law: (value: T) => void, numRuns = 200) => {
  fc.assert(fc.property(arbitrary, law), { numRuns });
};

describe('laws of the overlap scores', () => {
  it('equal the textbook to the bit', () => {
    property(
      pairCase,
      (c) => {
        expect(rawOf(c)).toEqual(textbookOverlap(c.original, c.perturbed, c.k, c.windowRadius));
      },
      500,
    );
  });

  it('the same map scores 1', () => {
    property(pairCase, (c) => {
      const scores = rawOf({ ...c, perturbed: c.original });
      for (const id of SCORE_IDS) expect(scores[id].value).toBe(1);
    });
  });

  it('w = 0 is the plain top-k intersection', () => {
    property(pairCase, (c) => {
      const scores = rawOf({ ...c, windowRadius: 0 });
      expect(scores.lensRecallAtK).toEqual(scores.topKIntersection);
      expect(scores.lensPrecisionAtK).toEqual(scores.topKIntersection);
    });
  });

  it('value and chance never fall when w grows', () => {
    property(pairCase, (c) => {
      const narrow = rawOf(c);
      const wide = rawOf({ ...c, windowRadius: Math.min(64, c.windowRadius + 1) });
      for (const id of SCORE_IDS) {
        expect(wide[id].value).toBeGreaterThanOrEqual(narrow[id].value ?? Number.NaN);
        expect(wide[id].chance).toBeGreaterThanOrEqual(narrow[id].chance ?? Number.NaN);
      }
    });
  });

  it('recall of (A, B) is precision of (B, A)', () => {
    property(pairCase, (c) => {
      const there = rawOf(c);
      const back = rawOf({ ...c, original: c.perturbed, perturbed: c.original });
      expect(there.lensRecallAtK).toEqual(back.lensPrecisionAtK);
      expect(there.lensPrecisionAtK).toEqual(back.lensRecallAtK);
      expect(there.topKIntersection).toEqual(back.topKIntersection);
    });
  });

  it('mirrored inputs score the same (no ties, whose order a mirror turns)', () => {
    property(fc.tuple(distinctPairCase, fc.boolean(), fc.boolean()), ([c, rows, columns]) => {
      const flip = (map: ScoreMap) => mirrored(map, rows, columns);
      expect(rawOf({ ...c, original: flip(c.original), perturbed: flip(c.perturbed) })).toEqual(
        rawOf(c),
      );
    });
  });

  it('k = N scores 1, and says that it has to', () => {
    property(pairCase, (c) => {
      const scores = rawOf({ ...c, k: c.original.values.length });
      for (const id of SCORE_IDS)
        expect(scores[id]).toEqual({
          value: 1,
          chance: 1,
          corrected: null,
          reason: 'chance-is-one',
        });
    });
  });

  it('k = 1 asks whether the two peaks lie within w', () => {
    property(distinctPairCase, (c) => {
      const peak = ({ width, values }: ScoreMap) => {
        const at = values.indexOf(Math.max(...values));
        return { y: Math.floor(at / width), x: at % width };
      };
      const [a, b] = [peak(c.original), peak(c.perturbed)];
      const near = Math.max(Math.abs(a.y - b.y), Math.abs(a.x - b.x)) <= c.windowRadius;
      const scores = rawOf({ ...c, k: 1 });
      expect(scores.lensRecallAtK.value).toBe(near ? 1 : 0);
      expect(scores.lensPrecisionAtK.value).toBe(near ? 1 : 0);
    });
  });

  it('the mean over all circular shifts is the chance', () => {
    const small = distinctPairCase.filter(({ original }) => original.values.length <= 100);
    property(
      small,
      (c) => {
        const { height, width } = c.original;
        const sums = { topKIntersection: 0, lensRecallAtK: 0, lensPrecisionAtK: 0 };
        for (let dy = 0; dy < height; dy++)
          for (let dx = 0; dx < width; dx++) {
            const placed = rawOf({ ...c, perturbed: rolled(c.perturbed, dy, dx) });
            sums.lensRecallAtK += placed.lensRecallAtK.value ?? Number.NaN;
            sums.topKIntersection += placed.topKIntersection.value ?? Number.NaN;
            // Precision dilates the perturbed set: it is the original's that is placed anywhere.
            const other = rawOf({ ...c, original: rolled(c.original, dy, dx) });
            sums.lensPrecisionAtK += other.lensPrecisionAtK.value ?? Number.NaN;
          }
        const scores = rawOf(c);
        for (const id of SCORE_IDS)
          expect(sums[id] / (height * width)).toBeCloseTo(scores[id].chance ?? Number.NaN, 12);
      },
      40,
    );
  });

  it('the same numbers every time, to the last bit', () => {
    property(pairCase, (c) => {
      const copy = (map: ScoreMap) => ({ ...map, values: map.values.slice() });
      const again = { ...c, original: copy(c.original), perturbed: copy(c.perturbed) };
      expect(rawOf(again)).toEqual(rawOf(c));
    });
  });
});
