import type { Language } from '../domain/language.ts';
import { Problem } from '../domain/problem.ts';
import type { ReportCanvas, ReportPlatform } from './renderReport.ts';
import { cssFont } from './style.ts';

function contextOf(width: number, height: number): OffscreenCanvasRenderingContext2D {
  // Read back once as a whole: kept in main memory, where text and pixels cost no trip to the graphics processor.
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (context) return context;
  const got = `${width} × ${height} px`;
  throw new Problem('out-of-memory', { what: 'report', allowed: '', got });
}

function createCanvas(width: number, height: number, scale: number): ReportCanvas {
  const context = contextOf(width, height);
  return {
    paper: {
      context,
      scale,
      makePath: (d) => new Path2D(d),
      putPixels: (pixels, columns, x, y) =>
        context.putImageData(new ImageData(pixels, columns), x, y),
    },
    async encode() {
      const blob = await context.canvas.convertToBlob({ type: 'image/png' });
      return new Uint8Array(await blob.arrayBuffer());
    },
  };
}

/** Draws reports in a page or a worker, with the fonts of the machine. */
export function browserPlatform(language: Language): ReportPlatform {
  const context = contextOf(1, 1);
  let font = '';
  return {
    measure(text, wanted) {
      const css = cssFont(wanted, language);
      if (css !== font) {
        context.font = css;
        font = css;
      }
      return context.measureText(text).width;
    },
    createCanvas,
  };
}
