import { type ComplexField, fft2d } from './fft.ts';
import { hasPixel, type PixelSet } from './pixelSet.ts';

/** Two pairs of sets of one area, all of the same size. */
export type SetPair = readonly [PixelSet, PixelSet];

/**
 * |A ∩ B| for B placed at each of the N circular shifts, for two pairs at once: `[height, width]` whole numbers, shift
 * (0, 0) first. Exact: one cross-correlation of indicator images over a fast Fourier transform, rounded. Sides that are
 * no power of two are padded with zeros, and the result folded back.
 *
 * Two real images share each transform, one as the imaginary part of the other.
 */
export function circularShifts(first: SetPair, second: SetPair): [Float64Array, Float64Array] {
  const { height, width } = first[0];
  const [h, w] = [paddedSide(height), paddedSide(width)];
  const one = spectrumOf(first, h, w);
  const two = spectrumOf(second, h, w);
  const product = { re: new Float64Array(h * w), im: new Float64Array(h * w) };
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) {
      const at = y * w + x;
      const mirror = (y === 0 ? 0 : h - y) * w + (x === 0 ? 0 : w - x);
      const a = crossSpectrum(one, at, mirror);
      const b = crossSpectrum(two, at, mirror);
      product.re[at] = a.re - b.im;
      product.im[at] = a.im + b.re;
    }
  fft2d(product, h, w, 'backward');
  const fold = (values: Float64Array) => folded(values, { h, w, height, width });
  return [fold(product.re), fold(product.im)];
}

/** A power of two as it is, for which the transform is circular by itself; else room for all shifts side by side. */
function paddedSide(side: number): number {
  const bits = Math.ceil(Math.log2(side));
  return 2 ** bits === side ? side : 2 ** Math.ceil(Math.log2(2 * side - 1));
}

/** Transform of A + iB. */
function spectrumOf([a, b]: SetPair, h: number, w: number): ComplexField {
  const field = { re: new Float64Array(h * w), im: new Float64Array(h * w) };
  for (let y = 0; y < a.height; y++)
    for (let x = 0; x < a.width; x++) {
      if (hasPixel(a, y, x)) field.re[y * w + x] = 1;
      if (hasPixel(b, y, x)) field.im[y * w + x] = 1;
    }
  fft2d(field, h, w, 'forward');
  return field;
}

/** Â·conj(B̂) at one frequency, from the transform of A + iB there and at the mirrored frequency. */
function crossSpectrum({ re, im }: ComplexField, at: number, mirror: number) {
  const a = { re: (re[at] + re[mirror]) / 2, im: (im[at] - im[mirror]) / 2 };
  const b = { re: (im[at] + im[mirror]) / 2, im: (re[mirror] - re[at]) / 2 };
  return { re: a.re * b.re + a.im * b.im, im: a.im * b.re - a.re * b.im };
}

interface Sides {
  readonly h: number;
  readonly w: number;
  readonly height: number;
  readonly width: number;
}

/** Adds up the lags that are the same circular shift, rounds to the whole numbers they are. */
function folded(values: Float64Array, { h, w, height, width }: Sides): Float64Array {
  const shifts = new Float64Array(height * width);
  const rows = foldedLags(h, height);
  const columns = foldedLags(w, width);
  for (let y = 0; y < h; y++) {
    if (rows[y] < 0) continue;
    for (let x = 0; x < w; x++)
      if (columns[x] >= 0) shifts[rows[y] * width + columns[x]] += values[y * w + x];
  }
  return shifts.map((sum) => Math.round(sum / (h * w)));
}

/** Place in the transform → circular shift; −1 where no two pixels of the area are so far apart. */
function foldedLags(padded: number, side: number): Int32Array {
  return Int32Array.from({ length: padded }, (_, i) => {
    if (i < side) return i;
    return i > padded - side ? i - padded + side : -1;
  });
}
