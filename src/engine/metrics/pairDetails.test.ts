import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textbookDilate, textbookRegionCount, textbookTopK } from '../../../bench/textbook.ts';
import { copyOf, mapFrom, mapOf, pairCase, property } from '../../../tests/mapArbitraries.ts';
import { Problem } from '../../domain/problem.ts';
import { MAP_SCORE_IDS, type MapScoreId } from '../../domain/score.ts';
import { entropy } from './entropy.ts';
import { gini } from './gini.ts';
import { mapScores, pairDetails } from './pairDetails.ts';
import { preparePair } from './preparePair.ts';
import type { ScoreMap } from './scoreMap.ts';

const HEIGHT = 16;
const WIDTH = 37;

/** Cuts a rectangle out of a map, the slow way. */
function cropped(map: ScoreMap, top: number, left: number, height: number, width: number) {
  return mapFrom(height, width, (y, x) => map.values[(top + y) * map.width + left + x]);
}

const detailsOf = (
  original: ScoreMap,
  perturbed: ScoreMap,
  motion: { dx: number; dy: number } | null,
  windowRadius = 1,
  k = 5,
) => pairDetails(preparePair({ original, perturbed, motion }), { k, windowRadius });

describe('pairDetails', () => {
  it('raw: the scores of the two maps, for the k and w asked for', () => {
    property(pairCase, ({ original, perturbed, k, windowRadius: w }) => {
      const details = detailsOf(original, perturbed, null, w, k);
      expect(details.raw).toEqual(mapScores(copyOf(original), copyOf(perturbed), w));
      expect(details).toMatchObject({ k, windowRadius: w, aligned: null });
    });
  });

  it('how concentrated each map is', () => {
    property(pairCase, ({ original, perturbed, k, windowRadius: w }) => {
      const { concentration } = detailsOf(original, perturbed, null, w, k);
      const { height, width } = original;
      const wanted = (map: ScoreMap) => {
        const dilated = textbookDilate(textbookTopK(map, k), height, width, w);
        const regionCount = textbookRegionCount(dilated, height, width);
        return { gini: gini(map.values), entropy: entropy(map.values), regionCount };
      };
      expect(concentration.original).toEqual(wanted(original));
      expect(concentration.perturbed).toEqual(wanted(perturbed));
    });
  });

  it('aligned by whole pixels: the scores of the two maps cut to the valid area', () => {
    const cases = fc.record({
      original: mapOf(HEIGHT, WIDTH),
      perturbed: mapOf(HEIGHT, WIDTH),
      dx: fc.integer({ min: -9, max: 9 }),
      dy: fc.integer({ min: -6, max: 6 }),
      w: fc.integer({ min: 0, max: 5 }),
    });
    property(
      cases,
      ({ original, perturbed, dx, dy, w }) => {
        const height = HEIGHT - Math.abs(dy);
        const width = WIDTH - Math.abs(dx);
        const a = cropped(original, Math.max(0, -dy), Math.max(0, -dx), height, width);
        const b = cropped(perturbed, Math.max(0, dy), Math.max(0, dx), height, width);
        const { aligned } = detailsOf(original, perturbed, { dx, dy }, w);
        // Float32 maps are cut as float64: long sums of either differ in their last digits only.
        for (const id of MAP_SCORE_IDS) {
          const [got, wanted] = [aligned?.[id], mapScores(a, b, w)[id]];
          expect(got?.reason).toBe(wanted.reason);
          expect(got?.value ?? 0).toBeCloseTo(wanted.value ?? 0, 9);
        }
      },
      60,
    );
  });

  it.each([
    [0.5, 0],
    [0, -0.5],
    [1.5, 2.5],
    [-3.25, 0.75],
  ])('aligned by (%s, %s): a map that moved with the part scores 1', (dx, dy) => {
    // A plane: mixing neighbours gives its values in between.
    const plane = (y: number, x: number) => (64 * y + x) / 128;
    const original = mapFrom(HEIGHT, WIDTH, plane);
    const perturbed = mapFrom(HEIGHT, WIDTH, (y, x) => plane(y - dy, x - dx));
    const { raw, aligned } = detailsOf(original, perturbed, { dx, dy }, 0);
    for (const id of MAP_SCORE_IDS) {
      const same = id === 'massCenterShift' ? 0 : 1;
      expect(aligned?.[id].value).toBeCloseTo(same, 12);
    }
    expect(raw.ssim.value).toBeLessThan(1);
  });

  it('aligned by half a pixel: between two pixels lies their mean', () => {
    const original = mapFrom(1, 4, (_, x) => [2, 5, 3, 9][x]);
    const perturbed = mapFrom(1, 4, (_, x) => [0, 8, 2, 4][x]);
    const { aligned } = detailsOf(original, perturbed, { dx: 0.5, dy: 0 }, 0, 1);
    const means = mapFrom(1, 3, (_, x) => [4, 5, 3][x]);
    const cut = cropped(original, 0, 0, 1, 3);
    expect(aligned).toEqual(mapScores(cut, means, 0));
  });

  it('aligned by half a pixel: the largest numbers stay finite', () => {
    const spikes = mapFrom(12, 13, (y, x) => ((y + x) % 2 === 0 ? 1 : -1) * Number.MAX_VALUE);
    const { aligned } = detailsOf(spikes, spikes, { dx: 0.25, dy: 0 });
    expect(aligned?.pearson.value).toBeCloseTo(1, 12);
    expect(aligned?.massCenterShift.value).toBeCloseTo(0, 12);
  });

  it('no valid area, no score, and each says why', () => {
    const map = mapFrom(HEIGHT, WIDTH, (y, x) => Math.sin(y + 3 * x));
    const { aligned } = detailsOf(map, map, { dx: WIDTH, dy: 0 });
    const reasons = MAP_SCORE_IDS.map((id) => aligned?.[id].reason);
    const none = Array.from({ length: 5 }, () => 'constant-map');
    expect(reasons).toEqual([...none, 'map-too-small', 'zero-map']);
    for (const id of MAP_SCORE_IDS) expect(aligned?.[id].value).toBeNull();
  });

  it('aligned over a valid area that is flat or too small: the reason of each', () => {
    const spot = mapFrom(12, 12, (y, x) => Number(y === 0 && x === 0));
    const wave = mapFrom(12, 12, (y, x) => Math.sin(y + 3 * x));
    const { aligned } = detailsOf(spot, wave, { dx: 0, dy: -2 });
    const reason = (id: MapScoreId) => aligned?.[id].reason;
    expect(reason('spearman')).toBe('constant-map');
    expect(reason('ssim')).toBe('map-too-small');
    expect(reason('massCenterShift')).toBe('zero-map');
  });

  it('what is kept with a map serves no other w, partner or motion', () => {
    const [a, b, c] = [1, 2, 3].map((seed) =>
      mapFrom(13, 14, (y, x) => Math.sin(seed * 5 * y + 3 * x)),
    );
    const once = (...[x, y, motion, w]: Parameters<typeof detailsOf>) =>
      detailsOf(copyOf(x), copyOf(y), motion, w);
    const motion = { dx: 0.5, dy: 1 };
    const asks: Parameters<typeof detailsOf>[] = [
      [a, b, motion, 1],
      [a, b, motion, 2],
      [a, b, motion, 1],
      [a, c, null, 1],
      [b, a, { dx: 2, dy: 0 }, 1],
      [a, b, null, 5],
      [a, a, motion, 5],
    ];
    for (const ask of asks) expect(detailsOf(...ask)).toEqual(once(...ask));
  });

  it('the same pair for another w computes the fixed scores once', () => {
    const map = mapFrom(13, 14, (y, x) => Math.sin(5 * y + 3 * x));
    const pair = preparePair({ original: map, perturbed: copyOf(map), motion: { dx: 1, dy: 0 } });
    const one = pairDetails(pair, { k: 1, windowRadius: 1 });
    const two = pairDetails(pair, { k: 9, windowRadius: 2 });
    const plain = pairDetails(pair, { k: 9, windowRadius: 0 });
    expect(plain.raw.lensSpearman).toBe(one.raw.spearman);
    expect(plain.raw.lensKendall).toBe(one.raw.kendall);
    for (const id of ['spearman', 'kendall', 'pearson', 'ssim', 'massCenterShift'] as const) {
      expect(two.raw[id]).toBe(one.raw[id]);
      expect(two.aligned?.[id]).toBe(one.aligned?.[id]);
    }
  });

  it('refuses k and w as the scores do', () => {
    const map = mapFrom(3, 4, (y, x) => y * x);
    const pair = preparePair({ original: map, perturbed: map, motion: null });
    for (const settings of [
      { k: 0, windowRadius: 1 },
      { k: 13, windowRadius: 1 },
      { k: 1, windowRadius: 65 },
    ])
      expect(() => pairDetails(pair, settings)).toThrow(Problem);
  });
});
