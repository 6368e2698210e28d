/** A complex field, row-major, transformed in place. */
export interface ComplexField {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/**
 * Discrete Fourier transform of a field whose sides are powers of two, in place, unscaled:
 * forward Σ f·e^(−2πi·kx/n), backward with +. Backward after forward is the field times height·width.
 */
export function fft2d(
  { re, im }: ComplexField,
  height: number,
  width: number,
  direction: 'forward' | 'backward',
): void {
  // Backward is forward with the parts exchanged.
  const [a, b] = direction === 'forward' ? [re, im] : [im, re];
  const row = createFft(width);
  for (let y = 0; y < height; y++) row(a, b, y * width, 1);
  const column = createFft(height);
  for (let x = 0; x < width; x++) column(a, b, x, width);
}

/** Transforms `size` values that start at `start` and lie `step` apart. */
type Fft = (re: Float64Array, im: Float64Array, start: number, step: number) => void;

function createFft(size: number): Fft {
  const reversed = reversedBits(size);
  const cos = Float64Array.from({ length: size / 2 }, (_, i) => Math.cos((2 * Math.PI * i) / size));
  const sin = Float64Array.from({ length: size / 2 }, (_, i) => Math.sin((2 * Math.PI * i) / size));
  const lineRe = new Float64Array(size);
  const lineIm = new Float64Array(size);
  return (re, im, start, step) => {
    let any = false;
    for (let i = 0; i < size; i++) {
      const from = start + i * step;
      lineRe[reversed[i]] = re[from];
      lineIm[reversed[i]] = im[from];
      any ||= re[from] !== 0 || im[from] !== 0;
    }
    // Padding: whole rows of zeros stay zeros.
    if (!any) return;
    butterflies(lineRe, lineIm, cos, sin);
    for (let i = 0; i < size; i++) {
      re[start + i * step] = lineRe[i];
      im[start + i * step] = lineIm[i];
    }
  };
}

/** Cooley and Tukey, radix 2, decimation in time, over values in bit-reversed order. */
function butterflies(
  re: Float64Array,
  im: Float64Array,
  cos: Float64Array,
  sin: Float64Array,
): void {
  const size = re.length;
  for (let half = 1; half < size; half *= 2) {
    const turn = size / (2 * half);
    for (let start = 0; start < size; start += 2 * half)
      for (let i = 0; i < half; i++) {
        const upper = start + i;
        const lower = upper + half;
        const [c, s] = [cos[i * turn], sin[i * turn]];
        const x = re[lower] * c + im[lower] * s;
        const y = im[lower] * c - re[lower] * s;
        re[lower] = re[upper] - x;
        im[lower] = im[upper] - y;
        re[upper] += x;
        im[upper] += y;
      }
  }
}

function reversedBits(size: number): Uint32Array {
  const reversed = new Uint32Array(size);
  for (let i = 1; i < size; i++) reversed[i] = (reversed[i >> 1] >> 1) | (i & 1 ? size >> 1 : 0);
  return reversed;
}
