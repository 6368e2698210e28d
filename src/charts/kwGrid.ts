import type { KwScores, KwSurface } from '../domain/score.ts';
import { colourTable, tableColour } from './colourMaps.ts';
import type { RgbaPixels } from './heatmapPixels.ts';

/** The two grids of the k-w surface. */
export const KW_GRIDS = ['recall', 'precision'] as const;
export type KwGridId = (typeof KW_GRIDS)[number];

/** What the colours show: the value, or the value corrected for chance. */
export type KwMode = 'value' | 'corrected';

/** A cell: column w from the left, row k from the bottom, counted from 0. */
export interface KwCell {
  readonly column: number;
  readonly row: number;
}

/** What a cell holds. */
export interface KwReading {
  readonly k: number;
  readonly w: number;
  readonly value: number;
  readonly chance: number;
  /** Null where chance is 1. */
  readonly corrected: number | null;
  /** The value lies no more than the threshold above chance: two unrelated heatmaps would get as much. */
  readonly followsChance: boolean;
}

const at = ({ ws }: KwSurface, { column, row }: KwCell): number => row * ws.length + column;

/** (value − chance)/(1 − chance); null where chance is 1. */
function correctedAt({ value, chance }: KwScores, index: number): number | null {
  return chance[index] === 1 ? null : (value[index] - chance[index]) / (1 - chance[index]);
}

/** A cell in numbers. @param threshold share above chance up to which a value proves nothing */
export function kwReading(
  surface: KwSurface,
  grid: KwGridId,
  cell: KwCell,
  threshold: number,
): KwReading {
  const index = at(surface, cell);
  const scores = surface[grid];
  const [value, chance] = [scores.value[index], scores.chance[index]];
  return {
    k: surface.ks[cell.row],
    w: surface.ws[cell.column],
    value,
    chance,
    corrected: correctedAt(scores, index),
    followsChance: value - chance <= threshold,
  };
}

/** Cells whose value merely follows chance. */
export function chanceCells(surface: KwSurface, grid: KwGridId, threshold: number): KwCell[] {
  return surface.ks.flatMap((_, row) =>
    surface.ws
      .map((_w, column) => ({ column, row }))
      .filter((cell) => kwReading(surface, grid, cell, threshold).followsChance),
  );
}

/**
 * One pixel per cell, `[ks, ws, 4]` sRGB bytes, the largest k in the first row, cividis on 0…1; a corrected score below 0
 * takes the colour of 0, and one that does not exist is transparent.
 */
export function kwPixels(surface: KwSurface, grid: KwGridId, mode: KwMode): RgbaPixels {
  const { ks, ws } = surface;
  const pixels = new Uint8ClampedArray(ks.length * ws.length * 4);
  const table = colourTable('cividis');
  const scores = surface[grid];
  for (let i = 0; i < ks.length * ws.length; i++) {
    const source = (ks.length - 1 - Math.floor(i / ws.length)) * ws.length + (i % ws.length);
    const value = mode === 'value' ? scores.value[source] : correctedAt(scores, source);
    if (value !== null) pixels.set([...tableColour(table, value), 255], 4 * i);
  }
  return pixels;
}

/**
 * Where a k stands on the axis of the grid, cells from the bottom, between the centres of two cells by the ratio; beyond an end it
 * stays at the end.
 */
export function kPosition({ ks }: KwSurface, k: number): number {
  const above = ks.findIndex((candidate) => candidate >= k);
  if (above === 0) return 0;
  if (above < 0) return ks.length - 1;
  const [low, high] = [ks[above - 1], ks[above]];
  return above - 1 + Math.log(k / low) / Math.log(high / low);
}

/** The cell nearest to a k and w. */
export function nearestCell(surface: KwSurface, k: number, w: number): KwCell {
  return {
    column: Math.min(surface.ws.length - 1, w),
    row: Math.round(kPosition(surface, k)),
  };
}
