import type { RgbaPixels } from '../charts/heatmapPixels.ts';
import type { Box, Font, Item, PathItem, RectItem, TextItem } from './items.ts';
import { ASCENT } from './items.ts';
import type { Paper } from './paint.ts';
import { COLOURS } from './style.ts';
import { ellipsise, wrapText } from './wrapText.ts';

/** Width of a text in points. */
export type Measure = (text: string, font: Font) => number;

/** Measures on a paper of scale 1. Setting a font costs more than measuring: it is set when it changes. */
export function measureWith({ context, fontOf }: Paper): Measure {
  let last = '';
  return (text, font) => {
    const css = fontOf(font);
    if (css !== last) context.font = css;
    last = css;
    return context.measureText(text).width;
  };
}

/** How a text is set; what is left out is 7.5 pt, regular, ink, left. */
export interface TextStyle {
  readonly size?: number;
  readonly bold?: boolean;
  readonly mono?: boolean;
  readonly colour?: string;
  readonly align?: TextItem['align'];
  /** Distance of baselines over font size, for paragraphs. */
  readonly leading?: number;
}

type PathStyle = Partial<Omit<PathItem, 'kind' | 'd'>>;
type RectStyle = Partial<Pick<RectItem, 'fill' | 'stroke' | 'radius'>>;

/** Where sections put what is to be drawn. */
export interface Sheet {
  readonly items: Item[];
  measure(text: string, style?: TextStyle): number;
  /** One line with its top at `y`, shortened to `width` where given. */
  line(text: string, x: number, y: number, style?: TextStyle, width?: number): void;
  /** Lines of a paragraph in a column, from top `y`; gives the height it takes. */
  paragraph(text: string, x: number, y: number, width: number, style?: TextStyle): number;
  /** The height `paragraph` would take. */
  paragraphHeight(text: string, width: number, style?: TextStyle): number;
  rect(box: Box, style: RectStyle): void;
  path(d: string, style: PathStyle): void;
  pixels(pixels: RgbaPixels, columns: number, rows: number, box: Box): void;
}

const SIZE = 7.5;

const fontOf = ({ size = SIZE, bold = false, mono = false }: TextStyle): Font => ({
  size,
  bold,
  mono,
});

/** An empty sheet; `leading` is what paragraphs have when they do not say (Japanese needs more). */
export function createSheet(measureText: Measure, leading: number): Sheet {
  const items: Item[] = [];
  const measure = (text: string, style: TextStyle = {}): number => measureText(text, fontOf(style));
  const linesOf = (text: string, width: number, style: TextStyle): string[] =>
    wrapText(text, width, (part) => measure(part, style));
  const pitch = ({ size = SIZE, leading: own = leading }: TextStyle): number => size * own;

  const line: Sheet['line'] = (text, x, y, style = {}, width) => {
    const shown =
      width === undefined ? text : ellipsise(text, width, (part) => measure(part, style));
    if (shown === '') return;
    const font = fontOf(style);
    const { colour = COLOURS.ink, align = 'left' } = style;
    const set = { text: shown, x, y: y + font.size * ASCENT, width: measure(shown, style) };
    items.push({ kind: 'text', ...set, font, colour, align });
  };

  return {
    items,
    measure,
    line,
    paragraph(text, x, y, width, style = {}) {
      const lines = linesOf(text, width, style);
      lines.forEach((part, i) => line(part, x, y + i * pitch(style), style));
      return lines.length * pitch(style);
    },
    paragraphHeight: (text, width, style = {}) => linesOf(text, width, style).length * pitch(style),
    rect(box, { fill = null, stroke = null, radius = 0 }) {
      items.push({ kind: 'rect', ...box, fill, stroke, radius });
    },
    path(d, style) {
      const plain = { x: 0, y: 0, scale: 1, fill: null, stroke: null, lineWidth: 0.75 };
      if (d) items.push({ kind: 'path', d, ...plain, dash: [], clip: null, ...style });
    },
    pixels(pixels, columns, rows, box) {
      items.push({ kind: 'pixels', pixels, columns, rows, ...box });
    },
  };
}
