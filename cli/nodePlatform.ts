import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts, ImageData, Path2D } from '@napi-rs/canvas';
import type { ReportPlatform } from '../src/report/renderReport.ts';
import { cssFont } from '../src/report/style.ts';

/** Latin and Japanese in one face, and with the program: the same page on every machine, also on one without fonts. */
const FAMILY = 'Noto Sans JP';

const require = createRequire(import.meta.url);
const FACES = [
  require.resolve('@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf'),
  require.resolve('@expo-google-fonts/noto-sans-jp/600SemiBold/NotoSansJP_600SemiBold.ttf'),
];
for (const face of FACES) GlobalFonts.registerFromPath(face, FAMILY);

/** Draws reports in Node. */
export const nodePlatform: ReportPlatform = {
  createCanvas(width, height, scale) {
    const canvas = createCanvas(width, height);
    const context = canvas.getContext('2d');
    return {
      paper: {
        context,
        scale,
        fontOf: (font) => cssFont({ ...font, mono: false }, `"${FAMILY}"`),
        makePath: (d) => new Path2D(d),
        putPixels: (pixels, columns, x, y) => {
          context.putImageData(new ImageData(pixels, columns, pixels.length / 4 / columns), x, y);
        },
      },
      encode: () => canvas.encode('png'),
    };
  },
};
