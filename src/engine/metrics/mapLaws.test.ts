import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  textbookEntropy,
  textbookGini,
  textbookKendall,
  textbookMassCenterShift,
  textbookPearson,
  textbookSpearman,
  textbookSsim,
  textbookWindowMeans,
} from '../../../bench/textbook.ts';
import {
  copyOf,
  distinctPairCase,
  mapFrom,
  mapScoresOf,
  mirrored,
  type PairCase,
  pairCase,
  property,
  quarterPairCase,
  rolled,
} from '../../../tests/mapArbitraries.ts';
import { MAP_SCORE_IDS, type MapScores, type Score } from '../../domain/score.ts';
import { entropy } from './entropy.ts';
import { gini } from './gini.ts';
import type { ScoreMap } from './scoreMap.ts';

/** Long sums, whose last digits depend on their order. */
const TOLERANCE = 1e-9;
const RANK_IDS = ['spearman', 'kendall', 'lensSpearman', 'lensKendall'] as const;
const CORRELATION_IDS = [...RANK_IDS, 'pearson'] as const;
const NO_CORRELATION = {
  value: null,
  chance: 0,
  corrected: null,
  pValue: null,
  reason: 'constant-map',
};

function expectClose(got: number | null, wanted: number | null): void {
  if (got === null || wanted === null) expect(got).toBe(wanted);
  else expect(Math.abs(got - wanted)).toBeLessThanOrEqual(TOLERANCE);
}

function expectSame(got: MapScores, wanted: MapScores): void {
  for (const id of MAP_SCORE_IDS) {
    expectClose(got[id].value, wanted[id].value);
    expect(got[id].reason).toBe(wanted[id].reason);
  }
}

/** NaN where the textbook divides by 0. */
const expectDefined = (score: Score, wanted: number) =>
  expectClose(score.value, Number.isNaN(wanted) ? null : wanted);

const changed = (map: ScoreMap, change: (value: number) => number): ScoreMap => ({
  ...map,
  values: Float64Array.from(map.values, change),
});

const isConstant = ({ values }: ScoreMap) => values.every((value) => value === values[0]);

/** Windows of every width, but narrow ones over small maps: the textbook takes its time. */
const textbookCase = quarterPairCase.filter((c) => c.original.values.length <= 300);
const ssimCase = fc
  .record({
    height: fc.integer({ min: 11, max: 14 }),
    width: fc.integer({ min: 11, max: 16 }),
    seed: fc.integer({ min: 1, max: 1000 }),
    offset: fc.constantFrom(0, -3, 7),
  })
  .map(({ height, width, seed, offset }) => ({
    original: mapFrom(height, width, (y, x) => offset + Math.sin(seed * y + x)),
    perturbed: mapFrom(height, width, (y, x) => offset + Math.sin(seed * y + 1.1 * x) * 2),
    k: 1,
    // Wide windows are added exactly; the last bit of narrow ones follows the order of the pixels.
    windowRadius: 4,
  }));

describe('laws of the scores of whole maps', () => {
  it('rank correlations equal the textbook', () => {
    property(textbookCase, (c) => {
      const [a, b] = [c.original, c.perturbed];
      const scores = mapScoresOf(c);
      expectDefined(scores.spearman, textbookSpearman(a.values, b.values));
      expectDefined(scores.kendall, textbookKendall(a.values, b.values));
      const [smoothA, smoothB] = [a, b].map((map) => textbookWindowMeans(map, c.windowRadius));
      expectDefined(scores.lensSpearman, textbookSpearman(smoothA, smoothB));
      expectDefined(scores.lensKendall, textbookKendall(smoothA, smoothB));
    });
  });

  it('Pearson, mass centre, Gini and entropy equal the textbook', () => {
    property(textbookCase, (c) => {
      const [a, b] = [c.original, c.perturbed];
      const scores = mapScoresOf(c);
      expectDefined(scores.pearson, textbookPearson(a.values, b.values));
      expectDefined(scores.massCenterShift, textbookMassCenterShift(a, b));
      const zero = a.values.every((value) => value === 0);
      expectClose(gini(a.values), zero ? null : textbookGini(a.values));
      const single = a.values.length === 1;
      expectClose(entropy(a.values), zero || single ? null : textbookEntropy(a.values));
    });
  });

  it('SSIM equals the textbook', () => {
    property(
      ssimCase,
      (c) => expectClose(mapScoresOf(c).ssim.value, textbookSsim(c.original, c.perturbed)),
      40,
    );
  });

  it('the same map scores 1, and has not moved', () => {
    property(fc.oneof(pairCase, ssimCase), (c) => {
      const scores = mapScoresOf({ ...c, perturbed: c.original });
      for (const id of [...CORRELATION_IDS, 'ssim'] as const)
        expect(scores[id].value).toBe(scores[id].reason === null ? 1 : null);
      expect(scores.massCenterShift.value ?? 0).toBe(0);
      for (const id of ['spearman', 'kendall', 'pearson'] as const)
        expect(scores[id].reason).toBe(isConstant(c.original) ? 'constant-map' : null);
    });
  });

  it('the map turned upside down in value correlates at −1', () => {
    property(distinctPairCase, (c) => {
      const scores = mapScoresOf({ ...c, perturbed: changed(c.original, (v) => -v) });
      for (const id of CORRELATION_IDS)
        if (scores[id].reason === null) expectClose(scores[id].value, -1);
    });
  });

  it('w = 0 is the plain rank correlation', () => {
    property(pairCase, (c) => {
      const scores = mapScoresOf({ ...c, windowRadius: 0 });
      expect(scores.lensSpearman).toEqual(scores.spearman);
      expect(scores.lensKendall).toEqual(scores.kendall);
    });
  });

  it('both maps have the same part in it, to the bit', () => {
    property(fc.oneof(pairCase, ssimCase), (c) => {
      const back = mapScoresOf({ ...c, original: c.perturbed, perturbed: c.original });
      expect(back).toEqual(mapScoresOf(c));
    });
  });

  it('mirrored inputs score the same', () => {
    const cases = fc.tuple(fc.oneof(quarterPairCase, ssimCase), fc.boolean(), fc.boolean());
    property(cases, ([c, rows, columns]) => {
      const flip = (map: ScoreMap) => mirrored(map, rows, columns);
      const flipped = { ...c, original: flip(c.original), perturbed: flip(c.perturbed) };
      expectSame(mapScoresOf(flipped), mapScoresOf(c));
    });
  });

  it('ranks ask for the order of the values only', () => {
    property(quarterPairCase, (c) => {
      const plain = mapScoresOf(c);
      const bent = mapScoresOf({ ...c, original: changed(c.original, (v) => v ** 3 - 7) });
      expect(bent.spearman).toEqual(plain.spearman);
      expect(bent.kendall).toEqual(plain.kendall);
    });
  });

  it.each([2 ** 1015, 2 ** -1000])('maps %s times as large score the same', (factor) => {
    property(fc.oneof(quarterPairCase, ssimCase), (c) => {
      const large = (map: ScoreMap) => changed(map, (v) => v * factor);
      const scaled: PairCase = { ...c, original: large(c.original), perturbed: large(c.perturbed) };
      expectSame(mapScoresOf(scaled), mapScoresOf(c));
      expectClose(gini(scaled.original.values), gini(c.original.values));
      expectClose(entropy(scaled.original.values), entropy(c.original.values));
    });
  });

  it('a constant map has no correlation', () => {
    property(fc.tuple(pairCase, fc.constantFrom(0, -0, 0.1, -3, 1e308)), ([c, value]) => {
      const flat = changed(c.original, () => value);
      for (const pair of [
        { ...c, original: flat, windowRadius: 0 },
        { ...c, perturbed: flat, windowRadius: 0 },
      ])
        for (const id of CORRELATION_IDS) expect(mapScoresOf(pair)[id]).toEqual(NO_CORRELATION);
    });
  });

  it('an all-zero map has no correlation, smoothed or not, no centre and no concentration', () => {
    property(pairCase, (c) => {
      const zero = changed(c.original, () => 0);
      for (const pair of [
        { ...c, original: zero },
        { ...c, perturbed: zero },
      ]) {
        const scores = mapScoresOf(pair);
        for (const id of CORRELATION_IDS) expect(scores[id]).toEqual(NO_CORRELATION);
        expect(scores.massCenterShift.reason).toBe('zero-map');
      }
      expect(gini(zero.values)).toBeNull();
      expect(entropy(zero.values)).toBeNull();
    });
  });

  it('every value lies in its range, whatever finite values the maps hold', () => {
    property(
      fc.oneof(pairCase, ssimCase),
      (c) => {
        const scores = mapScoresOf(c);
        for (const id of MAP_SCORE_IDS) {
          const { value, reason } = scores[id];
          expect(value === null).toBe(reason !== null);
          const [low, high] = id === 'massCenterShift' ? [0, 100] : [-1, 1];
          expect(value ?? 0).toBeGreaterThanOrEqual(low);
          expect(value ?? 0).toBeLessThanOrEqual(high);
        }
        for (const share of [gini(c.original.values), entropy(c.original.values)]) {
          expect(share ?? 0).toBeGreaterThanOrEqual(0);
          expect(share ?? 0).toBeLessThanOrEqual(1);
        }
      },
      300,
    );
  });

  it('a map moved away from the border has its mass centre moved as far', () => {
    const step = fc.integer({ min: -5, max: 5 });
    property(fc.record({ dy: step, dx: step, seed: fc.nat(999) }), ({ dy, dx, seed }) => {
      const original = mapFrom(18, 24, (y, x) =>
        y >= 5 && y < 13 && x >= 5 && x < 19 ? Math.sin(seed + 3 * y + x) : 0,
      );
      const perturbed = rolled(original, dy, dx);
      const { massCenterShift } = mapScoresOf({ original, perturbed, k: 1, windowRadius: 0 });
      expectClose(massCenterShift.value, Math.hypot(dy, dx));
    });
  });

  it('the same numbers every time, to the last bit', () => {
    property(fc.oneof(pairCase, ssimCase), (c) => {
      const again = { ...c, original: copyOf(c.original), perturbed: copyOf(c.perturbed) };
      expect(mapScoresOf(again)).toEqual(mapScoresOf(c));
    });
  });
});
