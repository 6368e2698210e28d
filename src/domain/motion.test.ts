import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inverseOf, isShift, largestStep, motionKind, similarityOf, unitVector } from './motion.ts';
import type { Motion } from './perturbation.ts';

const sides = { height: 9, width: 14 };
const length = fc.double({ min: -20, max: 20, noNaN: true });
const motions = fc.record({
  dx: length,
  dy: length,
  turn: fc.double({ min: -360, max: 360, noNaN: true }),
  zoom: fc.double({ min: 0.25, max: 4, noNaN: true }),
});

function carry(motion: Motion, x: number, y: number): [x: number, y: number] {
  const { a, b, x0, y0 } = similarityOf(motion, sides);
  return [a * x - b * y + x0, b * x + a * y + y0];
}

describe('unitVector', () => {
  it('is exact at multiples of 90°, and cos and sin elsewhere', () => {
    expect([0, 90, 180, 270, -90, 450].map((turn) => unitVector(turn))).toEqual([
      { cos: 1, sin: 0 },
      { cos: 0, sin: 1 },
      { cos: -1, sin: 0 },
      { cos: 0, sin: -1 },
      { cos: 0, sin: -1 },
      { cos: 0, sin: 1 },
    ]);
    fc.assert(
      fc.property(fc.double({ min: -720, max: 720, noNaN: true }), (turn) => {
        const { cos, sin } = unitVector(turn);
        const radians = (turn * Math.PI) / 180;
        expect(Math.abs(cos - Math.cos(radians))).toBeLessThan(2e-15);
        expect(Math.abs(sin - Math.sin(radians))).toBeLessThan(2e-15);
      }),
    );
  });
});

describe('a motion', () => {
  it('turns clockwise about the middle, and there alone moves nothing', () => {
    expect(carry({ dx: 0, dy: 0, turn: 90 }, 6.5 + 3, 4)).toEqual([6.5, 4 + 3]);
    expect(carry({ dx: 0, dy: 0, zoom: 2 }, 6.5 + 3, 4 - 1)).toEqual([6.5 + 6, 4 - 2]);
    expect(carry({ dx: 0, dy: 0, turn: 33, zoom: 3 }, 6.5, 4)).toEqual([6.5, 4]);
  });

  it('that is a shift adds exactly its distance', () => {
    fc.assert(
      fc.property(length, length, fc.integer({ min: 0, max: 13 }), (dx, dy, x) => {
        expect(carry({ dx, dy }, x, 3)).toEqual([x + dx, 3 + dy]);
        expect(similarityOf({ dx, dy }, sides)).toMatchObject({ a: 1, b: 0 });
      }),
    );
    expect(inverseOf({ dx: 1.5, dy: 0 })).toEqual({ dx: -1.5, dy: 0 });
    expect(Object.is(inverseOf({ dx: 0, dy: 3 }).dx, 0)).toBe(true);
  });

  it('is undone by its inverse, both ways', () => {
    fc.assert(
      fc.property(motions, (motion) => {
        const inverse = inverseOf(motion);
        for (const [x, y] of [
          [0, 0],
          [13, 2.5],
        ] as const) {
          const [u, v] = carry(inverse, ...carry(motion, x, y));
          expect(Math.hypot(u - x, v - y)).toBeLessThan(1e-10);
          const [s, t] = carry(motion, ...carry(inverse, x, y));
          expect(Math.hypot(s - x, t - y)).toBeLessThan(1e-10);
        }
      }),
    );
  });

  it('takes no pixel further than its largest step, and one of them so far', () => {
    fc.assert(
      fc.property(motions, (motion) => {
        const most = largestStep(motion, sides);
        let found = 0;
        for (let y = 0; y < sides.height; y++)
          for (let x = 0; x < sides.width; x++) {
            const [u, v] = carry(motion, x, y);
            found = Math.max(found, Math.abs(u - x), Math.abs(v - y));
          }
        expect(Math.abs(found - most)).toBeLessThan(1e-9);
      }),
    );
    expect(largestStep({ dx: -2.25, dy: 1 }, sides)).toBe(2.25);
  });

  it('is spoken of by what it can do', () => {
    const still = { dx: 0, dy: 0 };
    expect(motionKind(still)).toBe('shift');
    expect(motionKind({ ...still, turn: 0 })).toBe('turn');
    expect(motionKind({ ...still, zoom: 1 })).toBe('zoom');
    expect(
      [{ turn: 360 }, { turn: 0, zoom: 1 }, {}].map((m) => isShift({ ...still, ...m })),
    ).toEqual([true, true, true]);
    expect(isShift({ ...still, turn: 1 }) || isShift({ ...still, zoom: 1.01 })).toBe(false);
  });
});
