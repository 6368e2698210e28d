import fc from 'fast-check';
import { expect, it } from 'vitest';
import { largestRectangle } from './largestRectangle.ts';

type Flags = readonly (readonly boolean[])[];

const areaOf = (flags: Flags) =>
  largestRectangle(flags.length, flags[0]?.length ?? 0, (y, x) => flags[y]?.[x] ?? false);

/** Every rectangle there is. */
function largestArea(flags: Flags): number {
  const [height, width] = [flags.length, flags[0]?.length ?? 0];
  let best = 0;
  for (let top = 0; top < height; top++)
    for (let left = 0; left < width; left++)
      for (let bottom = top + 1; bottom <= height; bottom++)
        for (let right = left + 1; right <= width; right++) {
          const rows = flags.slice(top, bottom);
          if (rows.every((row) => row.slice(left, right).every(Boolean)))
            best = Math.max(best, (bottom - top) * (right - left));
        }
  return best;
}

it('is as large as the largest of all, and every pixel of it holds', () => {
  const grids = fc
    .record({ height: fc.integer({ min: 1, max: 6 }), width: fc.integer({ min: 1, max: 7 }) })
    .chain(({ height, width }) =>
      fc.array(
        fc.array(fc.integer({ min: 0, max: 3 }).map(Boolean), {
          minLength: width,
          maxLength: width,
        }),
        { minLength: height, maxLength: height },
      ),
    );
  fc.assert(
    fc.property(grids, (flags) => {
      const { top, left, height, width } = areaOf(flags);
      expect(height * width).toBe(largestArea(flags));
      for (let y = top; y < top + height; y++)
        for (let x = left; x < left + width; x++) expect(flags[y]?.[x]).toBe(true);
    }),
  );
});

it('is nothing where nothing holds, all where all do, and the first of equal ones', () => {
  expect(areaOf([[false, false]])).toMatchObject({ height: 0, width: 0 });
  expect(areaOf([[true, true]])).toEqual({ top: 0, left: 0, height: 1, width: 2 });
  expect(areaOf([[true, false, true]])).toEqual({ top: 0, left: 0, height: 1, width: 1 });
});
