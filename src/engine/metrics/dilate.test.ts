import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textbookDilate } from '../../../bench/textbook.ts';
import { flagsOf, property, setOf } from '../../../tests/mapArbitraries.ts';
import { dilate } from './dilate.ts';
import { countPixels, countShared } from './pixelSet.ts';

/** A few pixels of a wide area, so that windows do not cover it all. */
const sparse = fc
  .record({ height: fc.integer({ min: 1, max: 5 }), width: fc.integer({ min: 1, max: 330 }) })
  .chain(({ height, width }) =>
    fc
      .array(fc.nat(height * width - 1), { minLength: 1, maxLength: 3 })
      .map((pixels) => ({ height, width, pixels })),
  );

/** Radii around the words of a row, and steps of whole words. */
const radius = fc.constantFrom(0, 1, 5, 15, 16, 30, 31, 32, 33, 47, 62, 63, 64, 95, 127, 128, 160);

describe('dilate', () => {
  it('spreads over the squares of the definition, whatever the radius', () => {
    property(
      fc.tuple(sparse, radius),
      ([{ height, width, pixels }, w]) => {
        const flags = Array.from({ length: height * width }, (_, i) => pixels.includes(i));
        const wanted = textbookDilate(flags, height, width, w);
        expect(flagsOf(dilate(setOf(flags, height, width), w))).toEqual(wanted);
      },
      300,
    );
  });

  it.each([31, 32, 62, 63, 64, 126, 127])(
    'w = %i: from the middle, both ways, every column',
    (w) => {
      const width = 400;
      for (const x of [0, 31, 32, 170, 191, 192, 368, 399]) {
        const flags = Array.from({ length: 3 * width }, (_, i) => i === width + x);
        const set = dilate(setOf(flags, 3, width), w);
        expect(flagsOf(set)).toEqual(textbookDilate(flags, 3, width, w));
        expect(countPixels(set)).toBe(3 * (Math.min(399, x + w) - Math.max(0, x - w) + 1));
      }
    },
  );

  it('leaves the set as it is, and no bit beyond the last column', () => {
    const flags = Array.from({ length: 2 * 37 }, (_, i) => i === 36);
    const set = setOf(flags, 2, 37);
    const all = dilate(set, 64);
    expect(flagsOf(set)).toEqual(flags);
    expect(countPixels(all)).toBe(2 * 37);
    expect(countShared(all, set)).toBe(1);
  });
});
