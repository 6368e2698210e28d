import type { BorderMode } from '../../domain/perturbation.ts';
import { BORDERS, MID_GREY, mix } from './borders.ts';
import type { PerturbationMethod } from './perturbationMethod.ts';

/**
 * Moves the content by (shiftX, shiftY) pixels: right and down are positive. Output (y, x) is the
 * input at (y − shiftY, x − shiftX), bilinear between pixels, so whole shifts copy pixels exactly.
 * Outside the picture: `edge` repeats the border pixel, `reflect` mirrors about it without repeating
 * it (numpy's `reflect`), `constant` is mid-grey.
 */
export const shift: PerturbationMethod = (input, { shiftX, shiftY, border }) => {
  const { height, width, channels, values } = input;
  const rows = samplesAlong(height, shiftY, border);
  const columns = samplesAlong(width, shiftX, border);
  const moved = new Float64Array(values.length);
  const read = (y: number, x: number, c: number) =>
    y < 0 || x < 0 ? MID_GREY : values[(y * width + x) * channels + c];
  let at = 0;
  for (const row of rows)
    for (const column of columns)
      for (let c = 0; c < channels; c++) {
        const upper = mix(
          read(row.from, column.from, c),
          read(row.from, column.to, c),
          column.share,
        );
        const lower = mix(read(row.to, column.from, c), read(row.to, column.to, c), column.share);
        moved[at++] = mix(upper, lower, row.share);
      }
  return moved;
};

/** Where one output row or column comes from: two input indices (−1: outside) and the share of the second. */
interface Sample {
  readonly from: number;
  readonly to: number;
  readonly share: number;
}

function samplesAlong(length: number, distance: number, border: BorderMode): Sample[] {
  return Array.from({ length }, (_, i) => {
    const position = i - distance;
    const first = Math.floor(position);
    return {
      from: BORDERS[border](first, length),
      to: BORDERS[border](first + 1, length),
      share: position - first,
    };
  });
}
