import type { RgbaPixels } from '../charts/heatmapPixels.ts';
import type {
  Box,
  Font,
  Item,
  PathItem,
  PixelsItem,
  RectItem,
  ReportPage,
  TextItem,
} from './items.ts';
import { COLOURS } from './style.ts';

/** An SVG path as the platform keeps it. */
export interface PaperPath {
  closePath(): void;
}

/** What a report needs of a 2D context; those of the browser and of @napi-rs/canvas both have it. */
export interface PaperContext {
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  font: string;
  textAlign: 'left' | 'center' | 'right' | 'start' | 'end';
  textBaseline: 'alphabetic' | 'bottom' | 'hanging' | 'ideographic' | 'middle' | 'top';
  lineCap: 'butt' | 'round' | 'square';
  lineJoin: 'bevel' | 'miter' | 'round';
  save(): void;
  restore(): void;
  scale(x: number, y: number): void;
  translate(x: number, y: number): void;
  beginPath(): void;
  rect(x: number, y: number, width: number, height: number): void;
  roundRect(x: number, y: number, width: number, height: number, radius: number): void;
  clip(): void;
  fill(path?: PaperPath): void;
  stroke(path?: PaperPath): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number): void;
  measureText(text: string): { readonly width: number };
  setLineDash(segments: number[]): void;
}

/** A canvas to draw on, and the platform's way to make paths. */
export interface Paper {
  readonly context: PaperContext;
  readonly makePath: (d: string) => PaperPath;
  /** The font as canvas reads it, in the faces of the platform. */
  readonly fontOf: (font: Font) => string;
  /** Puts opaque RGBA pixels, one to one, at device pixel (x, y). */
  readonly putPixels: (pixels: RgbaPixels, width: number, x: number, y: number) => void;
  /** Pixels of the canvas per point of the page. */
  readonly scale: number;
}

function paintText({ context, fontOf }: Paper, item: TextItem): void {
  context.font = fontOf(item.font);
  context.fillStyle = item.colour;
  context.textAlign = item.align;
  context.textBaseline = 'alphabetic';
  context.fillText(item.text, item.x, item.y);
}

function paintRect(context: PaperContext, item: RectItem): void {
  context.beginPath();
  context.roundRect(item.x, item.y, item.width, item.height, item.radius);
  if (item.fill !== null) {
    context.fillStyle = item.fill;
    context.fill();
  }
  if (item.stroke === null) return;
  context.strokeStyle = item.stroke;
  context.lineWidth = 0.5;
  context.stroke();
}

function clipTo(context: PaperContext, { x, y, width, height }: Box): void {
  context.beginPath();
  context.rect(x, y, width, height);
  context.clip();
}

function paintPath({ context, makePath }: Paper, item: PathItem): void {
  context.save();
  if (item.clip) clipTo(context, item.clip);
  context.translate(item.x, item.y);
  context.scale(item.scale, item.scale);
  const path = makePath(item.d);
  if (item.fill !== null) {
    context.fillStyle = item.fill;
    context.fill(path);
  }
  if (item.stroke !== null) {
    context.strokeStyle = item.stroke;
    context.lineWidth = item.lineWidth;
    context.lineCap = item.dash.length > 0 ? 'butt' : 'round';
    context.lineJoin = 'round';
    context.setLineDash([...item.dash]);
    context.stroke(path);
  }
  context.restore();
}

/** Whole device pixels: every block of a map keeps sharp edges, and no smoothing invents values between them. */
function paintPixels({ putPixels, scale }: Paper, item: PixelsItem): void {
  const left = Math.round(item.x * scale);
  const top = Math.round(item.y * scale);
  const width = Math.round((item.x + item.width) * scale) - left;
  const height = Math.round((item.y + item.height) * scale) - top;
  const source = new Uint32Array(item.pixels.buffer);
  const target = new Uint32Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(((y + 0.5) * item.rows) / height) * item.columns;
    for (let x = 0; x < width; x++)
      target[y * width + x] = source[row + Math.floor(((x + 0.5) * item.columns) / width)];
  }
  putPixels(new Uint8ClampedArray(target.buffer), width, left, top);
}

/** Draws a page on white paper, in order. The context must be untransformed and as large as the page times the scale. */
export function paintPage(page: ReportPage, paper: Paper): void {
  const { context, scale } = paper;
  context.save();
  context.scale(scale, scale);
  context.fillStyle = COLOURS.paper;
  context.fillRect(0, 0, page.width, page.height);
  const paint = (item: Item): void => {
    if (item.kind === 'text') paintText(paper, item);
    else if (item.kind === 'rect') paintRect(context, item);
    else if (item.kind === 'path') paintPath(paper, item);
    else paintPixels(paper, item);
  };
  page.items.forEach(paint);
  context.restore();
}
