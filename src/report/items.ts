import type { RgbaPixels } from '../charts/heatmapPixels.ts';

/** A rectangle of the page, points (1/72 inch) from its upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Size in points; the family follows from `mono` and the language. */
export interface Font {
  readonly size: number;
  readonly bold: boolean;
  readonly mono: boolean;
}

/** One line of text. `x` is the start, the middle or the end of the line as `align` says, `y` its baseline. */
export interface TextItem {
  readonly kind: 'text';
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Measured when it was set. */
  readonly width: number;
  readonly font: Font;
  readonly colour: string;
  readonly align: 'left' | 'center' | 'right';
}

export interface RectItem extends Box {
  readonly kind: 'rect';
  readonly fill: string | null;
  readonly stroke: string | null;
  readonly radius: number;
}

/** An SVG path, moved to (x, y) and scaled; filled, stroked or both. */
export interface PathItem {
  readonly kind: 'path';
  readonly d: string;
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly fill: string | null;
  readonly stroke: string | null;
  /** Width of the stroke and its dashes, before scaling. */
  readonly lineWidth: number;
  readonly dash: readonly number[];
  /** Nothing is drawn outside. */
  readonly clip: Box | null;
}

/** Pixels of a map or a colour bar, each drawn as a sharp block. */
export interface PixelsItem extends Box {
  readonly kind: 'pixels';
  readonly pixels: RgbaPixels;
  readonly columns: number;
  readonly rows: number;
}

/** Everything a page consists of: nothing else is needed to draw it. */
export type Item = TextItem | RectItem | PathItem | PixelsItem;

/** A page as a list of things to draw, in order. */
export interface ReportPage {
  readonly width: number;
  readonly height: number;
  readonly items: readonly Item[];
}

/** Height of a line's letters over and under its baseline, as a share of the font size: Japanese glyphs fill it. */
export const ASCENT = 0.86;
export const DESCENT = 0.16;

/** The rectangle the letters of a text may touch. */
export function textBox({ x, y, width, font, align }: TextItem): Box {
  const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
  const height = font.size * (ASCENT + DESCENT);
  return { x: left, y: y - font.size * ASCENT, width, height };
}
