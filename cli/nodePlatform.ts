import { createCanvas, ImageData, Path2D } from '@napi-rs/canvas';
import type { Language } from '../src/domain/language.ts';
import type { ReportCanvas, ReportPlatform } from '../src/report/renderReport.ts';
import { cssFont } from '../src/report/style.ts';

function nodeCanvas(width: number, height: number, scale: number): ReportCanvas {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  return {
    paper: {
      context,
      scale,
      makePath: (d) => new Path2D(d),
      putPixels: (pixels, columns, x, y) => {
        context.putImageData(new ImageData(pixels, columns, pixels.length / 4 / columns), x, y);
      },
    },
    encode: () => canvas.encode('png'),
  };
}

/** Draws reports in Node with the fonts of the machine. */
export function nodePlatform(language: Language): ReportPlatform {
  const context = createCanvas(1, 1).getContext('2d');
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
    createCanvas: nodeCanvas,
  };
}
