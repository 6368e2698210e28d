import { describe, expect, it } from 'vitest';
import type { KwSurface } from '../domain/score.ts';
import { chanceCells, kPosition, kwPixels, kwReading, nearestCell } from './kwGrid.ts';

/** k 1, 4, 16; w 0, 1. */
const surface: KwSurface = {
  ks: [1, 4, 16],
  ws: [0, 1],
  recall: {
    value: Float64Array.of(0, 1, 0.5, 0.6, 0.9, 1),
    chance: Float64Array.of(0.1, 0.2, 0.2, 0.55, 0.3, 1),
  },
  precision: { value: new Float64Array(6).fill(1), chance: new Float64Array(6).fill(0.5) },
};

describe('the k-w grid', () => {
  it('reads a cell with its correction, none where chance is 1', () => {
    expect(kwReading(surface, 'recall', { column: 0, row: 1 }, 0.1)).toEqual({
      k: 4,
      w: 0,
      value: 0.5,
      chance: 0.2,
      corrected: (0.5 - 0.2) / 0.8,
      followsChance: false,
    });
    expect(kwReading(surface, 'recall', { column: 1, row: 2 }, 0.1)).toMatchObject({
      corrected: null,
      followsChance: true,
    });
  });

  it('finds where the value merely follows chance: at, below and barely above it', () => {
    expect(chanceCells(surface, 'recall', 0.1)).toEqual([
      { column: 0, row: 0 },
      { column: 1, row: 1 },
      { column: 1, row: 2 },
    ]);
    expect(chanceCells(surface, 'precision', 0.1)).toEqual([]);
  });

  it('paints the largest k on top, and leaves out what does not exist', () => {
    const value = kwPixels(surface, 'recall', 'value');
    const corrected = kwPixels(surface, 'recall', 'corrected');
    const alpha = (pixels: Uint8ClampedArray) => [3, 7, 11, 15, 19, 23].map((i) => pixels[i]);
    expect(alpha(value)).toEqual([255, 255, 255, 255, 255, 255]);
    expect(alpha(corrected)).toEqual([255, 0, 255, 255, 255, 255]);
    const luma = (i: number) => value[4 * i] + value[4 * i + 1];
    expect(luma(0)).toBeGreaterThan(luma(2));
    expect(luma(1)).toBeGreaterThan(luma(4));
  });

  it('places k by its ratio and stays within the grid', () => {
    expect(kPosition(surface, 4)).toBe(1);
    expect(kPosition(surface, 8)).toBeCloseTo(1.5, 12);
    expect(kPosition(surface, 1000)).toBe(2);
    expect(kPosition(surface, 1)).toBe(0);
    expect(nearestCell(surface, 9, 7)).toEqual({ column: 1, row: 2 });
  });
});
