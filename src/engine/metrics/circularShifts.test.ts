import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textbookShifts } from '../../../bench/textbook.ts';
import { property, setOf } from '../../../tests/mapArbitraries.ts';
import { circularShifts } from './circularShifts.ts';
import { fft2d } from './fft.ts';

const flags = (length: number) => fc.array(fc.boolean(), { minLength: length, maxLength: length });

/** Sides that are powers of two, that are not, and 1. */
const side = fc.oneof(fc.constantFrom(1, 2, 4, 8, 16, 32), fc.integer({ min: 1, max: 11 }));

const fourSets = fc
  .tuple(side, side)
  .chain(([height, width]) =>
    fc.tuple(
      fc.constant({ height, width }),
      fc.array(flags(height * width), { minLength: 4, maxLength: 4 }),
    ),
  );

describe('circularShifts', () => {
  it('counts what one shift after the other counts, of both pairs', () => {
    property(fourSets, ([{ height, width }, sets]) => {
      const [a, b, c, d] = sets.map((set) => setOf(set, height, width));
      const [first, second] = circularShifts([a, b], [c, d]);
      // No hit may come as −0.
      const counts = (hits: Float64Array) => Array.from(hits, (hit) => hit + 0);
      expect(counts(first)).toEqual(textbookShifts(sets[0], sets[1], height, width));
      expect(counts(second)).toEqual(textbookShifts(sets[2], sets[3], height, width));
    });
  });

  it.each([
    [5, 7],
    [4, 7],
    [5, 8],
    [4, 8],
    [1, 6],
    [6, 1],
  ])('all shifts together meet every pair of pixels once, %i×%i', (height, width) => {
    const a = Array.from({ length: height * width }, (_, i) => i % 3 === 0);
    const b = Array.from({ length: height * width }, (_, i) => i % 2 === 0);
    const pair = [setOf(a, height, width), setOf(b, height, width)] as const;
    const [hits] = circularShifts(pair, pair);
    const sum = hits.reduce((all, hit) => all + hit, 0);
    expect(sum).toBe(a.filter(Boolean).length * b.filter(Boolean).length);
  });

  it('is exact for full sets of many pixels', () => {
    for (const [height, width] of [
      [61, 67],
      [64, 64],
    ]) {
      const full = setOf(
        Array.from({ length: height * width }, () => true),
        height,
        width,
      );
      const [one, two] = circularShifts([full, full], [full, full]);
      for (const hits of [one, two]) expect(hits.every((hit) => hit === height * width)).toBe(true);
    }
  });

  it('a pixel alone is met by the shift that carries the other there', () => {
    const at = (pixel: number) =>
      setOf(
        Array.from({ length: 15 }, (_, i) => i === pixel),
        3,
        5,
      );
    // (1, 4) is (0, 1) moved by (1, 3); back, the shift is (2, 2) around the border.
    const [there, back] = circularShifts([at(9), at(1)], [at(1), at(9)]);
    expect(there.indexOf(1)).toBe(1 * 5 + 3);
    expect(back.indexOf(1)).toBe(2 * 5 + 2);
  });
});

/** Σ f·e^(∓2πi(vy/h + ux/w)), straight from the definition. */
function naive(re: number[], im: number[], h: number, w: number, sign: number) {
  return re.map((_, at) => {
    let [sumRe, sumIm] = [0, 0];
    for (let i = 0; i < re.length; i++) {
      const rows = (Math.floor(at / w) * Math.floor(i / w)) / h;
      const turn = sign * 2 * Math.PI * (rows + ((at % w) * (i % w)) / w);
      sumRe += re[i] * Math.cos(turn) - im[i] * Math.sin(turn);
      sumIm += re[i] * Math.sin(turn) + im[i] * Math.cos(turn);
    }
    return [sumRe, sumIm];
  });
}

describe('fft2d', () => {
  const power = fc.constantFrom(1, 2, 4, 8, 16);
  const field = fc.tuple(power, power).chain(([h, w]) => {
    const values = fc.array(fc.double({ min: -9, max: 9, noNaN: true }), {
      minLength: h * w,
      maxLength: h * w,
    });
    return fc.record({ h: fc.constant(h), w: fc.constant(w), re: values, im: values });
  });

  it.each([
    ['forward', -1],
    ['backward', 1],
  ] as const)('%s is the transform of the definition', (direction, sign) => {
    property(
      field,
      ({ h, w, re, im }) => {
        const got = { re: Float64Array.from(re), im: Float64Array.from(im) };
        fft2d(got, h, w, direction);
        naive(re, im, h, w, sign).forEach(([wantedRe, wantedIm], i) => {
          // Sums of 256 values up to 9, each rounded a few times.
          expect(Math.abs(got.re[i] - wantedRe)).toBeLessThan(1e-10);
          expect(Math.abs(got.im[i] - wantedIm)).toBeLessThan(1e-10);
        });
      },
      40,
    );
  });

  it('backward after forward is the field times its size', () => {
    property(field, ({ h, w, re, im }) => {
      const got = { re: Float64Array.from(re), im: Float64Array.from(im) };
      fft2d(got, h, w, 'forward');
      fft2d(got, h, w, 'backward');
      re.forEach((value, i) => expect(got.re[i] / (h * w)).toBeCloseTo(value, 11));
      im.forEach((value, i) => expect(got.im[i] / (h * w)).toBeCloseTo(value, 11));
    });
  });

  it('rows of zeros, of real and of imaginary values', () => {
    const re = [0, 0, 0, 0, 1, 2, 3, 4, 0, 0, 0, 0, 0, 0, 0, 0];
    const im = [0, 0, 0, 0, 0, 0, 0, 0, 4, 3, 2, 1, 0, 0, 0, 0];
    const got = { re: Float64Array.from(re), im: Float64Array.from(im) };
    fft2d(got, 4, 4, 'forward');
    naive(re, im, 4, 4, -1).forEach(([wantedRe, wantedIm], i) => {
      expect(got.re[i]).toBeCloseTo(wantedRe, 12);
      expect(got.im[i]).toBeCloseTo(wantedIm, 12);
    });
  });
});
