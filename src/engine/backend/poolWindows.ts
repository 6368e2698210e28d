import type { Axis } from './convolutionGeometry.ts';
import { tf } from './core.ts';

/** One axis of a picture, with everything before it and everything after it: `[outer, input, inner]`. */
export interface Line {
  readonly outer: number;
  readonly inner: number;
  readonly axis: Axis;
}

/**
 * Input pixel y lies in window o at tap t where y + before = o·stride + t. Written as
 * y + before = q·stride + p, tap t = a·stride + p is phase p moved by a: no step is ever taken pixel
 * by pixel, which wasm does slowly.
 */
function phasesOf({ axis }: Line): { shifts: number; length: number; after: number } {
  const shifts = Math.ceil(axis.taps / axis.stride);
  const length = axis.output + shifts - 1;
  return { shifts, length, after: length * axis.stride - axis.before - axis.input };
}

/**
 * For each tap of the windows along a line, the values it meets.
 * @param x of `outer · input · inner` values @param fill what a tap meets in the padding
 * @returns one `[outer, output · inner]` for each tap, in order
 */
export function takeTaps(x: tf.Tensor, line: Line, fill: number): tf.Tensor2D[] {
  const { outer, inner, axis } = line;
  const { length, after } = phasesOf(line);
  const rows = tf.reshape<tf.Rank.R2>(x, [outer, axis.input * inner]);
  const whole = extend(rows, axis.before * inner, after * inner, fill);
  const phases =
    axis.stride === 1
      ? whole
      : tf.transpose(tf.reshape(whole, [outer, length, axis.stride, inner]), [2, 0, 1, 3]);
  const width = length * inner;
  const stacked = tf.reshape<tf.Rank.R2>(phases, [axis.stride * outer, width]);
  const byPhase = Array.from({ length: Math.min(axis.stride, axis.taps) }, (_, phase) =>
    axis.stride === 1 ? stacked : tf.slice2d(stacked, [phase * outer, 0], [outer, width]),
  );
  return Array.from({ length: axis.taps }, (_, tap) => {
    const shift = Math.floor(tap / axis.stride);
    const phase = byPhase[tap % axis.stride] ?? stacked;
    return extend(phase, -shift * inner, (shift + axis.output - length) * inner, 0);
  });
}

/**
 * The adjoint of `takeTaps`: every value goes back to the pixel its tap met, and is added there.
 * @param taps one `[outer, output · inner]` for each tap @returns `[outer, input · inner]`
 */
export function placeTaps(taps: readonly tf.Tensor2D[], line: Line): tf.Tensor2D {
  const { outer, inner, axis } = line;
  const { length, after } = phasesOf(line);
  const phases = Array.from({ length: axis.stride }, (_, phase) => {
    const moved = taps
      .filter((_, tap) => tap % axis.stride === phase)
      .map((tap, shift) => extend(tap, shift * inner, (length - axis.output - shift) * inner, 0));
    return moved.length === 0 ? tf.zeros<tf.Rank.R2>([outer, length * inner]) : sum(moved);
  });
  const stacked = tf.reshape(tf.concat(phases, 0), [axis.stride, outer, length, inner]);
  const woven = axis.stride === 1 ? stacked : tf.transpose(stacked, [1, 2, 0, 3]);
  const whole = tf.reshape<tf.Rank.R2>(woven, [outer, axis.stride * length * inner]);
  return extend(whole, -axis.before * inner, -after * inner, 0);
}

/** Σ of tensors of one shape. */
export function sum(parts: readonly tf.Tensor2D[]): tf.Tensor2D {
  return parts.reduce((a, b) => tf.add<tf.Tensor2D>(a, b));
}

/** Adds columns on both sides; takes away where negative. */
function extend(rows: tf.Tensor2D, before: number, after: number, fill: number): tf.Tensor2D {
  const [count, width] = rows.shape;
  const left = Math.max(0, -before);
  const kept = width - left - Math.max(0, -after);
  const cut = kept === width ? rows : tf.slice2d(rows, [0, left], [count, kept]);
  return before > 0 || after > 0
    ? tf.pad2d(
        cut,
        [
          [0, 0],
          [Math.max(0, before), Math.max(0, after)],
        ],
        fill,
      )
    : cut;
}
