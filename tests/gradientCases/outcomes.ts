import { tf } from '../../src/engine/backend/core.ts';

/** An op to differentiate; its first axis counts independent samples. */
export interface GradientCase {
  readonly name: string;
  /** Of one sample; at most 90 values, so that none is too near another. */
  readonly shape: readonly number[];
  readonly run: (x: tf.Tensor) => tf.Tensor;
  /** The values tried are spread evenly over 1.5 to both sides of this; 0 unless said. */
  readonly centre?: number;
}

/** What became of a first and of a second derivative. */
export type Outcomes = readonly [first: Outcome, second: Outcome];
type Outcome = 'right' | 'wrong' | 'throws';

/**
 * Half the width of a difference quotient. A power of two: adding it rounds little. Less than half
 * the distance of two values (3 / 90), so that no maximum changes hands.
 */
const STEP = 2 ** -6;

/**
 * In a quotient, rounding to float32 leaves 6e-8 · |y| / STEP ≈ 4e-6 · |y|, and a smooth function is
 * off by STEP² / 6 · f‴ ≈ 4e-5 · f‴; |y| and f‴ are below 20 here. Errors are relative to the largest
 * value wanted, plus one.
 */
const TOLERANCE = 1e-3;

/**
 * Holds against central differences, summed in float64: every value of the gradient of
 * F(x) = Σ w·y + y²/2 with y = run(x), and every value of the derivative of that gradient along a
 * direction. Two samples at once.
 */
export function gradientOutcomes(testCase: GradientCase): Outcomes {
  const samples = [0, 1].map((sample) => valuesOf(testCase, sample));
  const x = Float32Array.from(samples.flatMap((values) => [...values]));
  return [
    outcome(
      () => gradient(testCase, batch(testCase, x)),
      () => samples.flatMap((values) => slopesOfF(testCase, values)),
    ),
    outcome(
      () =>
        tf.grad((input: tf.Tensor) => alongDirection(gradient(testCase, input)))(
          batch(testCase, x),
        ),
      () => samples.flatMap((values) => slopesOfGradient(testCase, values)),
    ),
  ];
}

function outcome(find: () => tf.Tensor, want: () => number[]): Outcome {
  return tf.tidy(() => {
    let found: ArrayLike<number>;
    try {
      found = find().bufferSync().values;
    } catch {
      return 'throws';
    }
    const wanted = want();
    const scale = 1 + Math.max(...wanted.map(Math.abs));
    const near = wanted.every(
      (value, i) => Math.abs(value - (found[i] ?? Number.NaN)) < TOLERANCE * scale,
    );
    return near && found.length === wanted.length ? 'right' : 'wrong';
  });
}

/** Distinct values in an order of no pattern. */
function valuesOf({ shape, centre = 0 }: GradientCase, sample: number): Float32Array {
  const length = sizeOf(shape);
  return Float32Array.from({ length }, (_, i) => {
    const place = (i * 37 + sample * 11) % length;
    return centre + 1.5 * ((2 * place + 1) / length - 1);
  });
}

const sizeOf = (shape: readonly number[]) => shape.reduce((a, b) => a * b, 1);

const batch = ({ shape }: GradientCase, values: Float32Array) =>
  tf.tensor(values, [values.length / sizeOf(shape), ...shape]);

const weightOf = (i: number) => Math.sin(3 * i + 1);

/** One weight for each value of a sample. */
function weights(like: tf.Tensor): tf.Tensor {
  const shape = like.shape.slice(1);
  return tf.tensor(
    Float32Array.from({ length: sizeOf(shape) }, (_, i) => weightOf(i)),
    [1, ...shape],
  );
}

const gradient = ({ run }: GradientCase, x: tf.Tensor) =>
  tf.grad((input: tf.Tensor) => {
    const y = run(input);
    return tf.sum(tf.add(tf.mul(y, weights(y)), tf.mul(0.5, tf.square(y))));
  })(x);

const alongDirection = (slope: tf.Tensor) => tf.sum(tf.mul(slope, weights(slope)));

/** The sample moved by +STEP in each of its values, then by −STEP in each. */
function moved(testCase: GradientCase, values: Float32Array): tf.Tensor {
  const all = new Float32Array(2 * values.length ** 2);
  for (let row = 0; row < 2 * values.length; row++) {
    all.set(values, row * values.length);
    const i = row % values.length;
    all[row * values.length + i] = (values[i] ?? 0) + (row < values.length ? STEP : -STEP);
  }
  return batch(testCase, all);
}

/** ∂/∂xᵢ of Σ over a row of `moved` of term(value, place), by central differences. */
function quotients(
  rows: tf.Tensor,
  size: number,
  term: (value: number, place: number) => number,
): number[] {
  const values = rows.bufferSync().values;
  const width = values.length / (2 * size);
  return Array.from({ length: size }, (_, i) => {
    let sum = 0;
    for (let place = 0; place < width; place++)
      sum +=
        term(values[i * width + place] ?? Number.NaN, place) -
        term(values[(i + size) * width + place] ?? Number.NaN, place);
    return sum / (2 * STEP);
  });
}

const slopesOfF = (testCase: GradientCase, values: Float32Array) =>
  quotients(
    testCase.run(moved(testCase, values)),
    values.length,
    (y, place) => weightOf(place) * y + y ** 2 / 2,
  );

const slopesOfGradient = (testCase: GradientCase, values: Float32Array) =>
  quotients(
    gradient(testCase, moved(testCase, values)),
    values.length,
    (g, place) => weightOf(place) * g,
  );
