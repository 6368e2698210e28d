import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textbookOverlap } from '../../../bench/textbook.ts';
import { mapOf, property } from '../../../tests/mapArbitraries.ts';
import { OVERLAP, OVERLAP_IDS, type PairScores } from '../../domain/score.ts';
import { warpBack } from './alignment.ts';
import { overlapMask } from './overlapMask.ts';
import { preparePair } from './preparePair.ts';
import type { ScoreMap } from './scoreMap.ts';
import { scorePair } from './scorePair.ts';

const HEIGHT = 9;
const WIDTH = 37;

/** `[height, width]` map of a function of the pixel. */
function mapFrom(value: (y: number, x: number) => number, height = HEIGHT, width = WIDTH) {
  const values = Float64Array.from({ length: height * width }, (_, i) =>
    value(Math.floor(i / width), i % width),
  );
  return { height, width, values };
}

/** Cuts a rectangle out of a map, the slow way. */
function cropped(map: ScoreMap, top: number, left: number, height: number, width: number) {
  const values = Float64Array.from(
    { length: height * width },
    (_, i) => map.values[(top + Math.floor(i / width)) * map.width + left + (i % width)],
  );
  return { height, width, values };
}

function score(
  original: ScoreMap,
  perturbed: ScoreMap,
  dx: number,
  dy: number,
  k: number,
  windowRadius: number,
): PairScores {
  const pair = preparePair({ original, perturbed, motion: { dx, dy } });
  return scorePair(pair, { k, windowRadius });
}

const motion = { dx: fc.integer({ min: -11, max: 11 }), dy: fc.integer({ min: -4, max: 4 }) };

describe('aligned scores', () => {
  it('are the scores of the two maps cut to the valid area', () => {
    const cases = fc.record({
      original: mapOf(HEIGHT, WIDTH),
      perturbed: mapOf(HEIGHT, WIDTH),
      ...motion,
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      w: fc.integer({ min: 0, max: 4 }),
    });
    property(
      cases,
      ({ original, perturbed, dx, dy, share, w }) => {
        const height = HEIGHT - Math.abs(dy);
        const width = WIDTH - Math.abs(dx);
        const k = Math.max(1, Math.round(share * height * width));
        const a = cropped(original, Math.max(0, -dy), Math.max(0, -dx), height, width);
        const b = cropped(perturbed, Math.max(0, dy), Math.max(0, dx), height, width);
        const got = score(original, perturbed, dx, dy, k, w);
        expect(got.aligned).toEqual(textbookOverlap(a, b, k, w));
        expect(got.validPixels).toBe(height * width);
      },
      200,
    );
  });

  it('are 1 for a map that moved with the part, whatever came in at the border', () => {
    const cases = fc.record({ fresh: mapOf(HEIGHT, WIDTH), ...motion });
    const content = (y: number, x: number) => Math.sin(12.9898 * y + 78.233 * x);
    property(cases, ({ fresh, dx, dy }) => {
      const moved = mapFrom((y, x) => {
        const [v, u] = [y - dy, x - dx];
        const inside = v >= 0 && v < HEIGHT && u >= 0 && u < WIDTH;
        return inside ? content(v, u) : fresh.values[y * WIDTH + x];
      });
      const { aligned } = score(mapFrom(content), moved, dx, dy, 20, 1);
      for (const id of OVERLAP_IDS) expect(aligned?.[id].value).toBe(1);
    });
  });

  it('undo a motion between pixels by bilinear mixing', () => {
    const original = mapFrom((y, x) => 3 * y + x);
    const perturbed = mapFrom((y, x) => 3 * (y - 0.5) + (x - 0.25));
    const got = score(original, perturbed, 0.25, 0.5, 12, 0);
    expect(got.validPixels).toBe((HEIGHT - 1) * (WIDTH - 1));
    expect(got.aligned?.topKIntersection.value).toBe(1);
  });

  it('take negative motions between pixels from the other side', () => {
    const original = mapFrom((y, x) => -3 * y - x);
    const perturbed = mapFrom((y, x) => -3 * (y + 1.5) - (x + 2.75));
    const got = score(original, perturbed, -2.75, -1.5, 12, 0);
    expect(got.validPixels).toBe((HEIGHT - 2) * (WIDTH - 3));
    expect(got.aligned?.topKIntersection.value).toBe(1);
  });

  it('keep ties when moving between pixels of a flat area', () => {
    // 0.1·0.7 + 0.1·0.3 is not 0.1: a careless mix would rank the flat area by rounding errors.
    const flat = mapFrom((y, x) => (y === 4 && x === 20 ? 1 : 0.1));
    const got = score(flat, flat, 0.3, 0, 30, 0);
    const first = Array.from({ length: 30 }, (_, i) => i);
    const mask = overlapMask(
      preparePair({ original: flat, perturbed: flat, motion: { dx: 0.3, dy: 0 } }),
      { k: 30, windowRadius: 0 },
      true,
    );
    const picked = [...mask.keys()].filter((i) => mask[i] & OVERLAP.perturbed);
    expect(picked.filter((i) => i < WIDTH)).toEqual(first.slice(0, 28));
    expect(got.aligned?.topKIntersection.value).toBeGreaterThan(0.9);
  });

  it('mix equal neighbours to exactly their value, others to one in between', () => {
    for (const value of [0.1, -0.3, 1e300, 5e-324])
      for (const share of [0.1, 0.3, 0.7, 0.9]) {
        const area = { top: 0, left: 0, height: 1, width: 1 };
        const flat = warpBack(
          mapFrom(() => value, 2, 2),
          { dx: share, dy: share },
          area,
        );
        expect(flat.values[0]).toBe(value);
        const slope = warpBack(
          mapFrom((y) => y, 2, 2),
          { dx: share, dy: share },
          area,
        );
        expect(slope.values[0]).toBeCloseTo(share, 15);
      }
  });

  it('say so where k exceeds the valid area, and go on where it just fits', () => {
    const map = mapFrom((y, x) => y * x);
    const valid = HEIGHT * (WIDTH - 30);
    const fits = score(map, map, 30, 0, valid, 1).aligned;
    expect(fits?.lensRecallAtK.reason).toBe('chance-is-one');
    const tooMany = score(map, map, 30, 0, valid + 1, 1);
    for (const id of OVERLAP_IDS)
      expect(tooMany.aligned?.[id]).toEqual({
        value: null,
        chance: null,
        corrected: null,
        pValue: null,
        reason: 'k-exceeds-valid-area',
      });
    expect(tooMany.raw.topKIntersection.value).toBe(1);
    expect(score(map, map, 0.5, 0, HEIGHT * WIDTH, 1).validPixels).toBe(HEIGHT * (WIDTH - 1));
  });

  it.each([
    [WIDTH, 0],
    [-WIDTH, 0],
    [0, HEIGHT],
    [WIDTH - 0.5, 0],
    [1000.5, -2000.5],
  ])('have no valid area after (%s, %s)', (dx, dy) => {
    const map = mapFrom((y, x) => y - x);
    const got = score(map, map, dx, dy, 1, 1);
    expect(got.validPixels).toBe(0);
    expect(got.aligned?.topKIntersection.reason).toBe('k-exceeds-valid-area');
  });

  it('are null without motion, with N pixels valid', () => {
    const map = mapFrom((y, x) => y - x);
    const got = scorePair(preparePair({ original: map, perturbed: map, motion: null }), {
      k: 3,
      windowRadius: 1,
    });
    expect(got.aligned).toBeNull();
    expect(got.validPixels).toBe(HEIGHT * WIDTH);
  });
});
