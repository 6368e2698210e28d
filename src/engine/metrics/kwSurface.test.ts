import { describe, expect, it } from 'vitest';
import { mapFrom, pairCase, property } from '../../../tests/mapArbitraries.ts';
import { kGrid, kwSurface } from './kwSurface.ts';
import { preparePair } from './preparePair.ts';
import { scorePair } from './scorePair.ts';

describe('kwSurface', () => {
  it('equals the scores of every k and w, cell by cell', () => {
    property(
      pairCase,
      ({ original, perturbed }) => {
        const pair = preparePair({ original, perturbed, motion: null });
        const { ks, ws, recall, precision } = kwSurface(pair.raw);
        expect(ws).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
        expect(recall.value).toHaveLength(ks.length * 16);
        ks.forEach((k, row) =>
          ws.forEach((w) => {
            const scores = scorePair(pair, { k, windowRadius: w }).raw;
            const at = row * 16 + w;
            expect(recall.value[at]).toBe(scores.lensRecallAtK.value);
            expect(recall.chance[at]).toBe(scores.lensRecallAtK.chance);
            expect(precision.value[at]).toBe(scores.lensPrecisionAtK.value);
            expect(precision.chance[at]).toBe(scores.lensPrecisionAtK.chance);
          }),
        );
      },
      12,
    );
  });

  it('takes the aligned pair as well', () => {
    const original = mapFrom(9, 40, (y, x) => Math.sin(7 * y + x));
    const perturbed = mapFrom(9, 40, (y, x) => Math.sin(7 * (y - 2) + x - 6));
    const pair = preparePair({ original, perturbed, motion: { dx: 6, dy: 2 } });
    if (!pair.aligned) throw new Error('no aligned pair');
    const { ks, recall, precision } = kwSurface(pair.aligned);
    expect(ks).toEqual(kGrid(7 * 34));
    expect(recall.value.every((value) => value === 1)).toBe(true);
    expect(precision.value.every((value) => value === 1)).toBe(true);
    expect(recall.chance[0]).toBe(ks[0] / (7 * 34));
  });
});

describe('kGrid', () => {
  it('runs from 0.2 % to half of the area in equal ratios', () => {
    const ks = kGrid(100_000);
    expect(ks).toHaveLength(20);
    expect(ks[0]).toBe(200);
    expect(ks[19]).toBe(50_000);
    ks.slice(1).forEach((k, i) => expect(k / ks[i]).toBeCloseTo(250 ** (1 / 19), 2));
  });

  it.each([1, 2, 3, 10, 784, 9216])('rises, from 1 at least, in an area of %i', (area) => {
    const ks = kGrid(area);
    expect(ks[0]).toBe(Math.max(1, Math.round(0.002 * area)));
    expect(ks.at(-1)).toBe(Math.round(0.5 * area));
    expect(ks).toEqual([...new Set(ks)].sort((a, b) => a - b));
  });
});
