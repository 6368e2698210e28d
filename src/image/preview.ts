import type { Picture } from '../domain/picture.ts';

/** A small picture for the page: opaque RGBA, row-major. */
export interface PreviewPixels {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
}

/**
 * The picture shrunk by a whole factor until its longer side is at most `maxSide`; each pixel is the
 * mean of its block. Pictures that are small already keep their size.
 */
export function previewOf({ width, height, pixels }: Picture, maxSide: number): PreviewPixels {
  const factor = Math.ceil(Math.max(width, height) / maxSide);
  const w = Math.max(1, Math.floor(width / factor));
  const h = Math.max(1, Math.floor(height / factor));
  const small = new Uint8ClampedArray(4 * w * h);
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) {
      const target = 4 * (y * w + x);
      for (let channel = 0; channel < 3; channel++) {
        let sum = 0;
        let count = 0;
        for (let v = y * factor; v < Math.min(height, (y + 1) * factor); v++)
          for (let u = x * factor; u < Math.min(width, (x + 1) * factor); u++) {
            sum += pixels[3 * (v * width + u) + channel];
            count++;
          }
        small[target + channel] = sum / count;
      }
      small[target + 3] = 255;
    }
  return { width: w, height: h, pixels: small };
}
