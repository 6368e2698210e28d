import { describe, expect, it } from 'vitest';
import { inventedShiftMap } from './inventedFigures.ts';
import {
  cellFill,
  cellIn,
  cellScore,
  indexCells,
  shiftAt,
  shiftGrid,
  shiftGridPixels,
  squareOf,
} from './shiftGrid.ts';

const grid = shiftGrid({ reach: 8, stride: 8, size: 169, gap: 1 });

describe('shiftGrid', () => {
  it('lays out 17×17 cells, dy downwards, filling the side', () => {
    expect(grid.squares).toHaveLength(289);
    expect(grid.squares[0]).toEqual({ dx: -8, dy: -8, x: 0, y: 0, side: 9 });
    const last = grid.squares.at(-1);
    expect(last).toMatchObject({ dx: 8, dy: 8 });
    expect((last?.x ?? 0) + (last?.side ?? 0)).toBeCloseTo(169);
  });

  it('knows the lattice of the stride, the centre left out', () => {
    expect(grid.lattice).toHaveLength(8);
    expect(shiftGrid({ reach: 8, stride: 4, size: 169, gap: 1 }).lattice).toHaveLength(24);
    for (const stride of [null, 1, 16])
      expect(shiftGrid({ reach: 8, stride, size: 169, gap: 1 }).lattice).toHaveLength(0);
  });

  it('puts ticks at multiples of the stride, else at the ends and the centre', () => {
    expect(shiftGrid({ reach: 8, stride: 4, size: 169, gap: 1 }).ticks.map((t) => t.value)).toEqual(
      [-8, -4, 0, 4, 8],
    );
    const plain = shiftGrid({ reach: 5, stride: null, size: 100, gap: 0 });
    expect(plain.ticks.map((t) => t.value)).toEqual([-5, 0, 5]);
    expect(plain.ticks[1]?.position).toBeCloseTo(50);
  });

  it('finds the cell under every point of its square, and none outside', () => {
    for (const { dx, dy, x, y, side } of grid.squares) {
      expect(shiftAt(grid, x + 0.01, y + 0.01)).toEqual({ dx, dy });
      expect(shiftAt(grid, x + side - 0.01, y + side - 0.01)).toEqual({ dx, dy });
    }
    for (const [x, y] of [
      [-1, 5],
      [5, -0.1],
      [169, 5],
      [5, 400],
    ] as const)
      expect(shiftAt(grid, x, y)).toBeNull();
  });

  it('places a shift between cells between them, and none beyond the reach', () => {
    expect(squareOf(grid, { dx: 0.5, dy: 0 })?.x).toBeCloseTo(85);
    expect(squareOf(grid, { dx: 9, dy: 0 })).toBeNull();
  });
});

describe('cells', () => {
  const index = indexCells(inventedShiftMap(3));

  it('are pending until their scores come', () => {
    expect(cellScore(cellIn(index, { dx: 4, dy: 0 }), 'raw')).toBeNull();
    expect(cellScore(cellIn(index, { dx: 1, dy: 0 }), 'lens')?.value).toBeGreaterThan(0.9);
    expect(cellFill(null, 'value')).toBeNull();
    expect(cellIn(index, { dx: 99, dy: 0 })).toBeUndefined();
  });

  it('take their colour from the fixed scale 0…1', () => {
    const score = (value: number) => ({
      value,
      chance: 0.2,
      corrected: -0.5,
      pValue: null,
      reason: null,
    });
    expect(cellFill(score(0), 'value')?.fill).toBe('rgb(0, 32, 81)');
    expect(cellFill(score(1), 'value')).toEqual({ fill: 'rgb(253, 234, 69)', ink: 'black' });
    expect(cellFill(score(1), 'corrected')?.fill).toBe('rgb(0, 32, 81)');
    expect(cellFill({ ...score(1), value: null }, 'value')).toBeNull();
  });

  it('become pixels of the same colours, transparent while pending', () => {
    const pixels = shiftGridPixels(index, 'raw', 'value', 8);
    expect(pixels).toHaveLength(17 * 17 * 4);
    const centre = 4 * (8 * 17 + 8);
    expect([...pixels.subarray(centre, centre + 4)]).toEqual([253, 234, 69, 255]);
    expect([...pixels.subarray(0, 4)]).toEqual([0, 0, 0, 0]);
  });
});
