import type { BorderMode } from '../../domain/perturbation.ts';

/** What `constant` borders and the patch of `occluder` hold, pixel scale. */
export const MID_GREY = 0.5;

/** (1 − share)·a + share·b: exactly `a` for share 0. */
export const mix = (a: number, b: number, share: number): number => (1 - share) * a + share * b;

/**
 * Index inside a row or column that stands for `i`; −1 where nothing does. `edge` repeats the border
 * pixel, `reflect` mirrors about it without repeating it (numpy's `reflect`), `constant` has nothing.
 */
export const BORDERS: Readonly<Record<BorderMode, (i: number, length: number) => number>> = {
  edge: (i, length) => Math.min(length - 1, Math.max(0, i)),
  reflect(i, length) {
    if (length === 1) return 0;
    const period = 2 * (length - 1);
    const folded = ((i % period) + period) % period;
    return folded < length ? folded : period - folded;
  },
  constant: (i, length) => (i >= 0 && i < length ? i : -1),
};
