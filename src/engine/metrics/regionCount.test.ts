import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textbookRegionCount } from '../../../bench/textbook.ts';
import { property, setOf } from '../../../tests/mapArbitraries.ts';
import { regionCount } from './regionCount.ts';

/** Regions of a drawing, `#` in the set. */
function regionsOf(...rows: readonly string[]): number {
  const flags = rows.flatMap((row) => Array.from(row, (sign) => sign === '#'));
  return regionCount(setOf(flags, rows.length, rows[0].length));
}

describe('regionCount', () => {
  it('nothing is no region, everything is one', () => {
    expect(regionsOf('....', '....')).toBe(0);
    expect(regionsOf('####', '####')).toBe(1);
    expect(regionsOf('#')).toBe(1);
  });

  it('corners that touch join, on both diagonals', () => {
    expect(regionsOf('#..', '.#.', '..#')).toBe(1);
    expect(regionsOf('..#', '.#.', '#..')).toBe(1);
    expect(regionsOf('##...', '..###')).toBe(1);
    expect(regionsOf('...##', '###..')).toBe(1);
  });

  it('a gap of one pixel parts', () => {
    expect(regionsOf('#.#')).toBe(2);
    expect(regionsOf('#', '.', '#')).toBe(2);
    expect(regionsOf('#...', '..##')).toBe(2);
    expect(regionsOf('...#', '##..')).toBe(2);
  });

  it('the end of a row is no neighbour of the start of the next', () => {
    expect(regionsOf('...#', '#...')).toBe(2);
    expect(regionsOf('#..#', '....', '#..#')).toBe(4);
  });

  it('arms that join late are one, once', () => {
    expect(regionsOf('#...#', '#...#', '#####')).toBe(1);
    expect(regionsOf('#.#.#', '#.#.#', '#####')).toBe(1);
    expect(regionsOf('#.#.#', '#.###', '###..')).toBe(1);
    expect(regionsOf('#.....#', '#.#.#.#', '#.#.#.#', '#.###.#', '#.....#', '#######')).toBe(2);
  });

  it('a ring joins itself, a frame around a dot does not', () => {
    expect(regionsOf('.##.', '#..#', '.##.')).toBe(1);
    expect(regionsOf('#####', '#...#', '#.#.#', '#...#', '#####')).toBe(2);
  });

  it('groups that were joined before count once when met again', () => {
    expect(regionsOf('#.#', '.#.', '#.#', '.#.')).toBe(1);
    expect(regionsOf('#.#.#.#', '.#.#.#.', '#.....#', '.#####.')).toBe(1);
  });

  it.each([31, 32, 33, 63, 64, 65, 97])('stretches across the words of a row of %i', (width) => {
    const line = (at: readonly number[]) =>
      Array.from({ length: width }, (_, x) => (at.includes(x) ? '#' : '.')).join('');
    const all = '#'.repeat(width);
    const none = '.'.repeat(width);
    expect(regionsOf(all, none, all)).toBe(2);
    expect(regionsOf(line([0, width - 1]))).toBe(2);
    expect(regionsOf(line([0, width - 1]), all)).toBe(1);
    expect(regionsOf(line([30]), line([29]), line([28]))).toBe(1);
    expect(regionsOf(line([width - 1]), line([width - 2]))).toBe(1);
    expect(regionsOf(line([width - 2]), line([width - 1]))).toBe(1);
    expect(regionsOf(line([width - 1]), line([0]))).toBe(2);
  });

  it('equals a flood fill', () => {
    const drawing = fc
      .record({
        height: fc.integer({ min: 1, max: 9 }),
        width: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 30, max: 70 })),
        share: fc.integer({ min: 1, max: 9 }),
      })
      .chain(({ height, width, share }) =>
        fc
          .array(fc.nat(9), { minLength: height * width, maxLength: height * width })
          .map((values) => ({ height, width, flags: values.map((value) => value < share) })),
      );
    property(
      drawing,
      ({ height, width, flags }) => {
        expect(regionCount(setOf(flags, height, width))).toBe(
          textbookRegionCount(flags, height, width),
        );
      },
      500,
    );
  });
});
