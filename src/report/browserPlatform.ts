import type { Language } from '../domain/language.ts';
import { Problem } from '../domain/problem.ts';
import type { ReportPlatform } from './renderReport.ts';
import { cssFont, FAMILIES } from './style.ts';

function contextOf(width: number, height: number): OffscreenCanvasRenderingContext2D {
  // Read back once as a whole: kept in main memory, where text and pixels cost no trip to the graphics processor.
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (context) return context;
  const got = `${width} × ${height} px`;
  throw new Problem('out-of-memory', { what: 'report', allowed: '', got });
}

/** Draws reports in a page or a worker, with the fonts of the machine. */
export const browserPlatform = (language: Language): ReportPlatform => ({
  createCanvas(width, height, scale) {
    const context = contextOf(width, height);
    return {
      paper: {
        context,
        scale,
        fontOf: (font) => cssFont(font, FAMILIES[language]),
        makePath: (d) => new Path2D(d),
        putPixels: (pixels, columns, x, y) =>
          context.putImageData(new ImageData(pixels, columns), x, y),
      },
      async encode() {
        const blob = await context.canvas.convertToBlob({ type: 'image/png' });
        return new Uint8Array(await blob.arrayBuffer());
      },
    };
  },
});
