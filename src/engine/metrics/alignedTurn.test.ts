import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textbookOverlap } from '../../../bench/textbook.ts';
import { mapOf, property } from '../../../tests/mapArbitraries.ts';
import { inverseOf, similarityOf } from '../../domain/motion.ts';
import type { Motion } from '../../domain/perturbation.ts';
import { OVERLAP_IDS } from '../../domain/score.ts';
import { validArea, warpBack } from './alignment.ts';
import { overlapMask } from './overlapMask.ts';
import { mapScores, pairDetails } from './pairDetails.ts';
import { pairPValues } from './pairPValues.ts';
import { movedMask } from './pairTruth.ts';
import { preparePair } from './preparePair.ts';
import type { ScoreMap } from './scoreMap.ts';
import { scorePair } from './scorePair.ts';

const SIDE = 24;
const still = { dx: 0, dy: 0 };

function mapFrom(value: (y: number, x: number) => number, height = SIDE, width = SIDE) {
  const values = Float64Array.from({ length: height * width }, (_, i) =>
    value(Math.floor(i / width), i % width),
  );
  return { height, width, values };
}

/** A smooth field that is known everywhere, also off the map. */
const field = (y: number, x: number) => Math.sin(0.21 * x + 0.4) + Math.cos(0.17 * y - 0.1 * x);

/** The map of the same field after the part has moved. */
function carried(motion: Motion, height = SIDE, width = SIDE): ScoreMap {
  const { a, b, x0, y0 } = similarityOf(inverseOf(motion), { height, width });
  return mapFrom((y, x) => field(b * x + a * y + y0, a * x - b * y + x0), height, width);
}

const motions: fc.Arbitrary<Motion> = fc.record({
  dx: fc.double({ min: -3, max: 3, noNaN: true }),
  dy: fc.double({ min: -3, max: 3, noNaN: true }),
  turn: fc.double({ min: -180, max: 180, noNaN: true }),
  zoom: fc.double({ min: 0.7, max: 1.5, noNaN: true }),
});

function scored(original: ScoreMap, perturbed: ScoreMap, motion: Motion, k = 40, w = 1) {
  return scorePair(preparePair({ original, perturbed, motion }), { k, windowRadius: w });
}

describe('the valid area of a turn or zoom', () => {
  it('holds only pixels whose partners are on the map, and is a good part of them', () => {
    property(fc.record({ motion: motions }), ({ motion }) => {
      const { top, left, height, width } = validArea(SIDE, SIDE + 7, motion);
      const { a, b, x0, y0 } = similarityOf(motion, { height: SIDE, width: SIDE + 7 });
      for (const y of [top, top + height - 1])
        for (const x of [left, left + width - 1]) {
          const [u, v] = [a * x - b * y + x0, b * x + a * y + y0];
          expect(u >= -1e-9 && u <= SIDE + 6 + 1e-9 && v >= -1e-9 && v <= SIDE - 1 + 1e-9).toBe(
            true,
          );
        }
      expect(height * width).toBeGreaterThan(40);
    });
  });

  it('is the whole map after quarter turns of a square and after growing smaller', () => {
    const whole = { top: 0, left: 0, height: SIDE, width: SIDE };
    for (const turn of [90, 180, 270, -90])
      expect(validArea(SIDE, SIDE, { ...still, turn })).toEqual(whole);
    expect(validArea(SIDE, SIDE, { ...still, zoom: 0.8 })).toEqual(whole);
    expect(validArea(SIDE, SIDE, { ...still, zoom: 2 })).toMatchObject({ height: 12, width: 12 });
    expect(validArea(SIDE, SIDE, { ...still, dx: 99, turn: 3 })).toMatchObject({ height: 0 });
  });

  it('is that of a shift for whole turns', () => {
    const shift = { dx: 2.5, dy: -1 };
    expect(validArea(SIDE, SIDE, { ...shift, turn: 360 })).toEqual(validArea(SIDE, SIDE, shift));
  });
});

describe('aligned scores after a turn or zoom', () => {
  it('are 1 for a map that made a quarter turn with the part, ties and all', () => {
    const cases = fc.record({
      original: mapOf(9, 9),
      quarters: fc.integer({ min: 1, max: 3 }),
      k: fc.integer({ min: 1, max: 81 }),
    });
    property(cases, ({ original, quarters, k }) => {
      const { a, b, x0, y0 } = similarityOf(inverseOf({ ...still, turn: 90 * quarters }), original);
      const values = original.values.map((_, i) => {
        const [y, x] = [Math.floor(i / 9), i % 9];
        return original.values[(b * x + a * y + y0) * 9 + a * x - b * y + x0];
      });
      const turned = { height: 9, width: 9, values };
      const { aligned, validPixels } = scored(
        original,
        turned,
        { ...still, turn: 90 * quarters },
        k,
      );
      expect(validPixels).toBe(81);
      for (const id of OVERLAP_IDS) expect(aligned?.[id].value).toBe(1);
    });
  });

  it('see a smooth map that moved with the part nearly where it was', () => {
    property(fc.record({ motion: motions }), ({ motion }) => {
      const original = mapFrom(field);
      const moved = carried(motion);
      const pair = preparePair({ original, perturbed: moved, motion });
      const area = validArea(SIDE, SIDE, motion);
      const back = warpBack(moved, motion, area);
      // Bilinear mixing errs by the curvature of the field over a pixel of it.
      const bound = (0.25 * 0.3 ** 2) / Math.min(1, motion.zoom ?? 1) ** 2;
      back.values.forEach((value, i) => {
        const y = area.top + Math.floor(i / area.width);
        const x = area.left + (i % area.width);
        expect(Math.abs(value - field(y, x))).toBeLessThan(bound);
      });
      const { aligned } = pairDetails(pair, { k: 10, windowRadius: 1 });
      expect(aligned?.spearman.value).toBeGreaterThan(0.97);
    });
  });

  it('are the scores of the two maps cut to the valid area', () => {
    const cases = fc.record({
      original: mapOf(11, 13),
      perturbed: mapOf(11, 13),
      motion: motions,
      w: fc.integer({ min: 0, max: 3 }),
    });
    property(cases, ({ original, perturbed, motion, w }) => {
      const area = validArea(11, 13, motion);
      const pixels = area.height * area.width;
      if (pixels === 0) return;
      const k = Math.ceil(pixels / 3);
      const cut = warpBack(original, still, area);
      const back = warpBack(perturbed, motion, area);
      const pair = preparePair({ original, perturbed, motion });
      expect(scorePair(pair, { k, windowRadius: w })).toMatchObject({
        validPixels: pixels,
        aligned: textbookOverlap(cut, back, k, w),
      });
      expect(pairDetails(pair, { k, windowRadius: w }).aligned).toEqual(mapScores(cut, back, w));
      const p = pairPValues(pair, { k, windowRadius: w }).aligned?.topKIntersection ?? 0;
      expect(p).toBeGreaterThanOrEqual(1 / pixels);
      const marked = overlapMask(pair, { k, windowRadius: w }, true);
      const outside = [...marked.keys()].filter((i) => {
        const [y, x] = [Math.floor(i / 13) - area.top, (i % 13) - area.left];
        return y < 0 || x < 0 || y >= area.height || x >= area.width;
      });
      expect(outside.every((i) => marked[i] === 0)).toBe(true);
    });
  });

  it('tell a map that turned with the part from one that stayed', () => {
    const motion = { ...still, turn: 40 };
    const bump = (y: number, x: number) => Math.exp(-((y - 4) ** 2 + (x - 9) ** 2) / 8);
    const { a, b, x0, y0 } = similarityOf(inverseOf(motion), { height: SIDE, width: SIDE });
    const original = mapFrom(bump);
    const turned = mapFrom((y, x) => bump(b * x + a * y + y0, a * x - b * y + x0));
    const went = scored(original, turned, motion, 20);
    expect(went.raw.topKIntersection.value).toBeLessThan(0.2);
    expect(went.aligned?.topKIntersection.value).toBeGreaterThan(0.85);
    const stayed = scored(original, original, motion, 20);
    expect(stayed.raw.topKIntersection.value).toBe(1);
    expect(stayed.aligned?.topKIntersection.value).toBeLessThan(0.2);
  });

  it('make no new ranks in a flat area', () => {
    const flat = mapFrom(() => 0.1);
    const motion = { ...still, turn: 17.3, zoom: 1.1 };
    const area = validArea(SIDE, SIDE, motion);
    expect(new Set(warpBack(flat, motion, area).values)).toEqual(new Set([0.1]));
  });
});

it('the mask of the defect turns with the part', () => {
  const flags = Uint8Array.from({ length: 25 }, (_, i) => (i === 2 || i === 3 ? 1 : 0));
  const turned = movedMask({ height: 5, width: 5, flags }, { ...still, turn: 90 });
  expect([...turned.flags.keys()].filter((i) => turned.flags[i] === 1)).toEqual([14, 19]);
  const grown = movedMask(
    { height: 5, width: 5, flags: flags.map((_, i) => (i === 12 ? 1 : 0)) },
    {
      ...still,
      zoom: 3,
    },
  );
  expect([...grown.flags.keys()].filter((i) => grown.flags[i] === 1)).toEqual([
    6, 7, 8, 11, 12, 13, 16, 17, 18,
  ]);
});
