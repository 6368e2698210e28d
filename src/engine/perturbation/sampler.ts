import type { BorderMode } from '../../domain/perturbation.ts';
import type { ModelInput } from '../../domain/picture.ts';
import { BORDERS, MID_GREY, mix } from './borders.ts';

/** Adds `weight` times the picture at (y, x), all channels, to `sums` from `at` on. */
type Sampler = (y: number, x: number, weight: number, sums: Float64Array, at: number) => void;

/**
 * Reads a picture between its pixels, bilinearly, and beyond its border as the border mode says. At a
 * whole pixel, with weight 1, it gives exactly that pixel.
 */
export function samplerOf(
  { height, width, channels, values }: ModelInput,
  border: BorderMode,
): Sampler {
  const inside = BORDERS[border];
  const read = (y: number, x: number, c: number) =>
    y < 0 || x < 0 ? MID_GREY : values[(y * width + x) * channels + c];
  return (y, x, weight, sums, at) => {
    const [row, column] = [Math.floor(y), Math.floor(x)];
    const [top, bottom] = [inside(row, height), inside(row + 1, height)];
    const [left, right] = [inside(column, width), inside(column + 1, width)];
    for (let c = 0; c < channels; c++) {
      const upper = mix(read(top, left, c), read(top, right, c), x - column);
      const lower = mix(read(bottom, left, c), read(bottom, right, c), x - column);
      sums[at + c] += weight * mix(upper, lower, y - row);
    }
  };
}
