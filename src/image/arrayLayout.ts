import type { FloatMap, Reduction } from '../domain/attribution.ts';
import { checkPixels, excerpt, mapUnreadable } from './mapChecks.ts';

/** One axis of an array that lies flat in memory. */
interface Axis {
  readonly length: number;
  /** Values from one to the next. */
  readonly stride: number;
}

/** Where the pixels of an array lie. */
export interface ArrayLayout {
  readonly rows: Axis;
  readonly columns: Axis;
  /** Null for an array of two axes, which is a map as it stands. */
  readonly channels: Axis | null;
}

const CHANNELS = [1, 3, 4];

/**
 * Which axis is which. Two axes: `[h, w]`. Three: `[h, w, c]` (channels last), unless the first axis is 1, 3 or 4 long
 * and the last is neither, as PyTorch lays out pictures: then `[c, h, w]` (channels first). An axis of length 1
 * at either end is thus one channel.
 * @throws Problem `map-unreadable` for other numbers of axes, no pixel or channel, or too many pixels
 */
export function layoutOf(shape: readonly number[], fortran: boolean, name: string): ArrayLayout {
  if (shape.length !== 2 && shape.length !== 3) {
    const got = `${shape.length}-D (${excerpt(shape.join(', '))})`;
    throw mapUnreadable(name, 'an array [h, w], [h, w, c] or [c, h, w]', got);
  }
  const axes = axesOf(shape, fortran);
  const [first, last] = [shape[0], shape[shape.length - 1]];
  const channelsFirst = shape.length === 3 && CHANNELS.includes(first) && !CHANNELS.includes(last);
  const [rows, columns] = channelsFirst ? axes.slice(1) : axes;
  const channels = channelsFirst ? axes[0] : (axes[2] ?? null);
  checkPixels(name, rows.length, columns.length);
  if (channels?.length === 0) throw mapUnreadable(name, 'a map of 1 channel or more', '0');
  return { rows, columns, channels };
}

function axesOf(shape: readonly number[], fortran: boolean): Axis[] {
  const inMemory = fortran ? shape : shape.toReversed();
  let stride = 1;
  const axes = inMemory.map((length) => {
    const axis = { length, stride };
    stride *= length;
    return axis;
  });
  return fortran ? axes : axes.reverse();
}

type Step = (result: number, value: number) => number;

const STEPS: Readonly<Record<Reduction, Step>> = {
  sumAbs: (result, value) => result + Math.abs(value),
  sum: (result, value) => result + value,
  maxAbs: (result, value) => Math.max(result, Math.abs(value)),
};

/**
 * The array as a row-major map: two axes in their own type, three reduced over the channels in float64, one channel too.
 */
export function mapOf(
  stored: FloatMap['values'],
  layout: ArrayLayout,
  reduction: Reduction,
): FloatMap {
  const { rows, columns, channels } = layout;
  const [height, width] = [rows.length, columns.length];
  if (!channels && columns.stride === 1) return { height, width, values: stored };
  const values = channels ? new Float64Array(height * width) : stored.slice();
  const step = channels ? STEPS[reduction] : (_: number, value: number) => value;
  const { length, stride } = channels ?? { length: 1, stride: 0 };
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const from = y * rows.stride + x * columns.stride;
      let result = 0;
      for (let c = 0; c < length; c++) result = step(result, stored[from + c * stride]);
      values[y * width + x] = result;
    }
  return { height, width, values };
}
