import type { Rgb } from '../domain/picture.ts';
import type { Score } from '../domain/score.ts';
import type { ShiftCell } from '../domain/view.ts';
import { colourTable, cssColour, inkOn, tableColour } from './colourMaps.ts';
import type { RgbaPixels } from './heatmapPixels.ts';

/** The three grids of the shift map. `lens` shows the LENS recall. */
export const SHIFT_GRIDS = ['raw', 'lens', 'aligned'] as const;
export type ShiftGridId = (typeof SHIFT_GRIDS)[number];

/** What the colours of the grids show: the value, or the value corrected for chance. */
export type ShiftMapMode = 'value' | 'corrected';

/** A shift on the grid, whole model-input pixels; dx to the right, dy downwards. */
export interface Shift {
  readonly dx: number;
  readonly dy: number;
}

/** The score a grid shows in a cell; null while pending. */
export function cellScore(cell: ShiftCell | undefined, grid: ShiftGridId): Score | null {
  if (!cell?.scores) return null;
  const { raw, aligned } = cell.scores;
  if (grid === 'aligned') return aligned?.topKIntersection ?? null;
  return grid === 'raw' ? raw.topKIntersection : raw.lensRecallAtK;
}

/** Cells by shift. */
export type ShiftIndex = ReadonlyMap<string, ShiftCell>;

const keyOf = ({ dx, dy }: Shift): string => `${dx},${dy}`;

/** Cells by shift, for `cellIn`; a shift that comes twice keeps the later one. */
export function indexCells(cells: readonly ShiftCell[]): ShiftIndex {
  return new Map(cells.map((cell) => [keyOf(cell), cell]));
}

/** The cell of a shift, or undefined where the map has none. */
export function cellIn(index: ShiftIndex, shift: Shift): ShiftCell | undefined {
  return index.get(keyOf(shift));
}

/** Square in the grid's own coordinates, upper left corner and side. */
export interface GridSquare extends Shift {
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

/** One grid of a shift map as numbers: all three share it. */
export interface ShiftGridGeometry {
  /** Largest |dx| and |dy|, pixels. */
  readonly reach: number;
  /** Side of the whole grid. */
  readonly size: number;
  /** Side of a cell with its gap. */
  readonly pitch: number;
  /** Every cell, row by row from dy = −reach. */
  readonly squares: readonly GridSquare[];
  /** The cells at multiples of the network's stride in both directions, the centre left out; empty for stride ≤ 1. */
  readonly lattice: readonly GridSquare[];
  /** Multiples of the stride on either axis, with the centre of their column or row. */
  readonly ticks: readonly { readonly value: number; readonly position: number }[];
}

function tickValues(reach: number, stride: number | null): number[] {
  const step = stride !== null && stride > 1 && stride <= reach ? stride : reach;
  const count = Math.floor(reach / step);
  return Array.from({ length: 2 * count + 1 }, (_, i) => (i - count) * step);
}

/**
 * Layout of one grid of side `size` for dx, dy in −reach…reach (whole, ≥ 1), with `gap` between cells. Ticks stand at multiples
 * of `stride`; at the ends and the centre where there is no stride > 1 within reach.
 */
export function shiftGrid(input: {
  readonly reach: number;
  readonly stride: number | null;
  readonly size: number;
  readonly gap: number;
}): ShiftGridGeometry {
  const { reach, stride, size, gap } = input;
  const count = 2 * reach + 1;
  const pitch = (size + gap) / count;
  const squares = Array.from({ length: count * count }, (_, i) => {
    const column = i % count;
    const row = Math.floor(i / count);
    const square = { x: column * pitch, y: row * pitch, side: pitch - gap };
    return { dx: column - reach, dy: row - reach, ...square };
  });
  const isMultiple = (n: number): boolean => stride !== null && stride > 1 && n % stride === 0;
  return {
    reach,
    size,
    pitch,
    squares,
    lattice: squares.filter(
      ({ dx, dy }) => (dx !== 0 || dy !== 0) && isMultiple(dx) && isMultiple(dy),
    ),
    ticks: tickValues(reach, stride).map((value) => ({
      value,
      position: (value + reach) * pitch + (pitch - gap) / 2,
    })),
  };
}

/** Square of a shift; shifts between cells give the place between; null outside the grid. */
export function squareOf(grid: ShiftGridGeometry, { dx, dy }: Shift): GridSquare | null {
  const { reach, pitch, squares } = grid;
  if (Math.abs(dx) > reach || Math.abs(dy) > reach) return null;
  const side = squares[0]?.side ?? 0;
  return { dx, dy, x: (dx + reach) * pitch, y: (dy + reach) * pitch, side };
}

/** Shift of the cell under a point of the grid (a gap belongs to the cell before it), or null outside. */
export function shiftAt(grid: ShiftGridGeometry, x: number, y: number): Shift | null {
  if (x < 0 || y < 0 || x >= grid.size || y >= grid.size) return null;
  return {
    dx: Math.floor(x / grid.pitch) - grid.reach,
    dy: Math.floor(y / grid.pitch) - grid.reach,
  };
}

/** Fill of a cell, and the ink that can be read on it. */
export interface CellFill {
  readonly fill: string;
  readonly ink: 'black' | 'white';
}

function cellColour(score: Score | null, mode: ShiftMapMode): Rgb | null {
  const value = score?.[mode] ?? null;
  return value === null ? null : tableColour(colourTable('cividis'), value);
}

/**
 * Colour of a score on the fixed scale 0…1 (cividis); corrected scores below zero take the colour of zero. Null where
 * there is no value: draw the cell as pending or missing.
 */
export function cellFill(score: Score | null, mode: ShiftMapMode): CellFill | null {
  const colour = cellColour(score, mode);
  return colour && { fill: cssColour(colour), ink: inkOn(colour) };
}

/**
 * One pixel per cell, `[2·reach+1, 2·reach+1, 4]` sRGB bytes, row by row from dy = −reach: the colours of `cellFill`, fully
 * transparent where there is no value yet.
 */
export function shiftGridPixels(
  index: ShiftIndex,
  grid: ShiftGridId,
  mode: ShiftMapMode,
  reach: number,
): RgbaPixels {
  const count = 2 * reach + 1;
  const pixels = new Uint8ClampedArray(count * count * 4);
  for (let i = 0; i < count * count; i++) {
    const shift = { dx: (i % count) - reach, dy: Math.floor(i / count) - reach };
    const colour = cellColour(cellScore(cellIn(index, shift), grid), mode);
    if (colour) pixels.set([...colour, 255], 4 * i);
  }
  return pixels;
}
