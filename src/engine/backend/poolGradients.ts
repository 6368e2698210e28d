import {
  type Axis,
  explicitPadding,
  type Geometry,
  geometryOf,
  readAttributes,
  readPair,
} from './convolutionGeometry.ts';
import { as4d } from './convolutionGradients.ts';
import { tf } from './core.ts';
import { type Line, placeTaps, sum, takeTaps } from './poolWindows.ts';

/** No float32 is less: padding never wins. */
const LOWEST = -3.4028234663852886e38;

/** Which tap of each window has its maximum: 1 there, else 0; along a row, then along a column. */
interface Winners {
  readonly columns: readonly tf.Tensor[];
  readonly rows: readonly tf.Tensor[];
}

/**
 * Gradients of MaxPool and AvgPool: any size, stride and padding, the same on every backend.
 *
 * A window's maximum is the maximum of the maxima of its rows, so each axis is gone through by itself.
 * Among equal values the first wins, row by row, as in tfjs's cpu kernel (its wasm and webgl kernels
 * take the last, and wasm's finds none at all in a window without a positive value). Which value won
 * counts as a constant: the derivative of the gradient goes to ∂y alone.
 *
 * Averages are over the pixels of a window that are in the picture.
 */
export function poolGradients(): tf.GradConfig[] {
  return [
    {
      kernelName: tf.MaxPool,
      inputsToSave: ['x'],
      outputsToSave: [true],
      gradFunc: (dy, saved, bag) => {
        const x = as4d(saved[0]);
        const y = as4d(saved[1]);
        return { x: () => maxPoolGradient(slope(dy), x, y, poolGeometry(x, bag)) };
      },
    },
    {
      kernelName: tf.AvgPool,
      inputsToSave: ['x'],
      gradFunc: (dy, saved, bag) => {
        const x = as4d(saved[0]);
        return { x: () => avgPoolGradient(slope(dy), x, poolGeometry(x, bag)) };
      },
    },
  ];
}

function slope(dy: tf.Tensor | tf.Tensor[]): tf.Tensor4D {
  if (Array.isArray(dy)) throw new Error('a pool has one output');
  return as4d(dy);
}

function poolGeometry(x: tf.Tensor4D, bag: tf.NamedAttrMap): Geometry {
  const [height, width] = readPair('filterSize', bag.filterSize);
  return geometryOf(x.shape, [height, width, x.shape[3], 1], readAttributes(bag), true);
}

/** The axes in the order a pool is taken apart: along the width of x, then along the height of what is left. */
function linesOf(x: tf.Tensor4D, { height, width }: Geometry): { columns: Line; rows: Line } {
  const [n, h, , channels] = x.shape;
  return {
    columns: { outer: n * h, inner: channels, axis: width },
    rows: { outer: n, inner: width.output * channels, axis: height },
  };
}

function maxPoolGradient(
  dy: tf.Tensor4D,
  x: tf.Tensor4D,
  y: tf.Tensor4D,
  geometry: Geometry,
): tf.Tensor {
  const { columns, rows } = linesOf(x, geometry);
  const gather = (g: tf.Tensor) => {
    const winners = winnersOf(x, y, geometry);
    return tf.reshape(pick(pick(g, winners.columns, columns), winners.rows, rows), y.shape);
  };
  return tf.customGrad(() => {
    const winners = winnersOf(x, y, geometry);
    const value = tf.reshape(
      spread(spread(dy, winners.rows, rows), winners.columns, columns),
      x.shape,
    );
    return { value, gradFunc: gather };
  })(dy);
}

const spread = (dy: tf.Tensor, winners: readonly tf.Tensor[], line: Line) => {
  const flat = tf.reshape<tf.Rank.R2>(dy, [line.outer, line.axis.output * line.inner]);
  return placeTaps(
    winners.map((won) => tf.mul<tf.Tensor2D>(flat, won)),
    line,
  );
};

const pick = (g: tf.Tensor, winners: readonly tf.Tensor[], line: Line) =>
  sum(takeTaps(g, line, 0).map((tap, i) => tf.mul<tf.Tensor2D>(tap, winners[i] ?? 0)));

function winnersOf(x: tf.Tensor4D, y: tf.Tensor4D, geometry: Geometry): Winners {
  const { columns, rows } = linesOf(x, geometry);
  const taps = takeTaps(x, columns, LOWEST);
  const ofRow = rowMaxima(x, geometry.width, taps);
  return {
    columns: firstWinners(taps, ofRow),
    rows: firstWinners(takeTaps(ofRow, rows, LOWEST), y),
  };
}

/** Maxima over the columns of each window. A pool: `maximum` is forty times slower on wasm. */
function rowMaxima(x: tf.Tensor4D, width: Axis, taps: readonly tf.Tensor2D[]): tf.Tensor {
  const [only] = taps;
  // wasm refuses to pool over a single pixel.
  if (only && width.taps === 1) return only;
  const right = (width.output - 1) * width.stride + width.taps - width.input - width.before;
  const pad = explicitPadding(0, 0, width.before, Math.max(0, right));
  return tf.maxPool(x, [1, width.taps], [1, width.stride], pad);
}

/** 1 at the first tap that has the maximum. A value is the maximum where maximum − value is not positive. */
function firstWinners(taps: readonly tf.Tensor2D[], maximum: tf.Tensor): tf.Tensor[] {
  const winners: tf.Tensor[] = [];
  let open: tf.Tensor = tf.scalar(1);
  for (const tap of taps.slice(0, -1)) {
    const equal = tf.sub(1, tf.step(tf.sub(tf.reshape(maximum, tap.shape), tap)));
    const won = tf.mul(equal, open);
    winners.push(won);
    open = tf.sub(open, won);
  }
  return [...winners, open];
}

function avgPoolGradient(dy: tf.Tensor4D, x: tf.Tensor4D, geometry: Geometry): tf.Tensor {
  const { columns, rows } = linesOf(x, geometry);
  const share = (part: tf.Tensor, line: Line) => {
    const flat = tf.reshape<tf.Rank.R2>(part, [line.outer, line.axis.output * line.inner]);
    return placeTaps(
      Array.from({ length: line.axis.taps }, () => flat),
      line,
    );
  };
  const counts = tf.mul(
    tf.reshape(windowCounts(geometry.height), [-1, 1, 1]),
    tf.reshape(windowCounts(geometry.width), [-1, 1]),
  );
  return tf.reshape(share(share(tf.div(dy, counts), rows), columns), x.shape);
}

/** How many pixels of the picture each window covers along one axis. */
function windowCounts({ input, output, taps, stride, before }: Axis): tf.Tensor1D {
  return tf.tensor1d(
    Array.from({ length: output }, (_, o) => {
      const first = o * stride - before;
      return Math.min(input, first + taps) - Math.max(0, first);
    }),
  );
}
