import { tf } from '../../src/engine/backend/core.ts';
import { createRandom } from '../../src/engine/random.ts';

/** What the gradients that come with TensorFlow.js do: the reason of a repair. */
export type Stock = 'throws' | 'wrong' | 'right';

/** A function of one tensor whose gradient is checked, on every backend. */
export interface GradientCase {
  readonly name: string;
  readonly shape: number[];
  readonly run: (x: tf.Tensor) => tf.Tensor;
  readonly stock: Stock;
  /** Where wasm differs from the others. */
  readonly stockOnWasm?: Stock;
  /** Backends on which the op itself works; all when left out. */
  readonly backends?: readonly string[];
}

/** Whether the op of a case works on a backend at all; where not, `kernelFaults.ts` says why. */
export const runsOn = (c: GradientCase, backend: string): boolean =>
  c.backends?.includes(backend) ?? true;

/** A quarter of the distance between two values of `inputOf`: no order or sign ever changes. */
const STEP = 1 / 32;

/** Values in a random order, no two nearer than 1/8, none nearer to zero than 1/16. */
export function inputOf({ name, shape }: GradientCase): Float32Array {
  const chance = createRandom(1, name);
  const length = shape.reduce((a, b) => a * b, 1);
  const order = Array.from({ length }, (_, i) => ({ i, key: chance.normal() }));
  order.sort((a, b) => a.key - b.key);
  return Float32Array.from(order, ({ i }) => (i - Math.floor(length / 2) + 0.5) / 8);
}

/** ∂y: one weight for each output. */
export function weightsOf(c: GradientCase): tf.Tensor {
  const y = c.run(tf.tensor(inputOf(c), c.shape));
  const chance = createRandom(2, c.name);
  return tf.tensor(
    Float32Array.from({ length: y.size }, () => chance.normal()),
    y.shape,
  );
}

/** run(x), row by row. */
export function outputOf(c: GradientCase): Float32Array {
  return valuesOf(tf.tidy(() => c.run(tf.tensor(inputOf(c), c.shape))));
}

/** Gradient of ⟨weights, run(x)⟩ as TensorFlow.js finds it. */
export function gradientOf(c: GradientCase, x = inputOf(c)): Float32Array {
  return valuesOf(tf.tidy(() => tf.grad(c.run)(tf.tensor(x, c.shape), weightsOf(c))));
}

/**
 * The same by central differences at every value, summed in float64. Exact, up to the rounding of
 * float32, where y is a polynomial of at most degree two in each single value, as in every case.
 */
export function differencesOf(c: GradientCase): number[] {
  return tf.tidy(() => {
    const weights = valuesOf(weightsOf(c));
    return quotients(inputOf(c), STEP, (x) => {
      const y = valuesOf(c.run(tf.tensor(x, c.shape)));
      return y.reduce((sum, value, i) => sum + value * weights[i], 0);
    });
  });
}

/** ⟨u, ∇⟨weights, y²⟩⟩: a number whose gradient is the Hessian of ⟨weights, y²⟩ times u. */
function alongDirection(c: GradientCase, x: tf.Tensor): tf.Tensor {
  const squares = (a: tf.Tensor) => tf.sum(tf.mul(weightsOf(c), tf.square(c.run(a))));
  const direction = tf.tensor(Float32Array.from(inputOf(c)).reverse(), c.shape);
  return tf.sum(tf.mul(tf.grad(squares)(x), direction));
}

/** The Hessian of ⟨weights, y²⟩ times a direction, by differentiating twice. */
export function secondDerivativeOf(c: GradientCase): Float32Array {
  return valuesOf(
    tf.tidy(() => tf.grad((x: tf.Tensor) => alongDirection(c, x))(tf.tensor(inputOf(c), c.shape))),
  );
}

/**
 * The same by differences of the gradient, at two steps, extrapolated to step 0: exact, up to
 * rounding, up to degree four.
 */
export function secondDifferencesOf(c: GradientCase): number[] {
  const along = (x: Float32Array) =>
    tf.tidy(() => valuesOf(alongDirection(c, tf.tensor(x, c.shape)))[0]);
  const coarse = quotients(inputOf(c), STEP, along);
  return quotients(inputOf(c), STEP / 2, along).map((fine, i) => (4 * fine - coarse[i]) / 3);
}

function quotients(x: Float32Array, step: number, of: (x: Float32Array) => number): number[] {
  return Array.from(x, (_, i) => {
    const at = (shift: number) => of(x.map((value, j) => (j === i ? value + shift : value)));
    return (at(step) - at(-step)) / (2 * step);
  });
}

/** Largest difference, relative to the largest value wanted but at least to 1. NaN counts as infinite. */
export function gap(got: ArrayLike<number>, wanted: ArrayLike<number>): number {
  if (got.length !== wanted.length) return Infinity;
  const scale = Array.from(wanted).reduce((most, value) => Math.max(most, Math.abs(value)), 1);
  const worst = Array.from(got).reduce((most, v, i) => Math.max(most, Math.abs(v - wanted[i])), 0);
  return Number.isNaN(worst) ? Infinity : worst / scale;
}

function valuesOf(tensor: tf.Tensor): Float32Array {
  const values = tensor.bufferSync().values;
  tensor.dispose();
  return values;
}
