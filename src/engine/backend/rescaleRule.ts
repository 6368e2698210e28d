import { tf } from './core.ts';

/** One backward step of the rescale rule: rows 2i and 2i + 1 of x, y and ∂y are a picture and its baseline. */
export interface PairStep {
  readonly dy: tf.Tensor;
  readonly x: tf.Tensor;
  readonly y: tf.Tensor;
  readonly pairs: number;
  readonly gradient: (dy: tf.Tensor) => ReturnType<tf.GradFunc>;
}

/**
 * |Δx| up to which the gradient stands in for Δy/Δx. SHAP's number; Captum takes 1e-10, where float32 has
 * nothing left but rounding. What is passed over this way is at most 1e-6 times the slope.
 */
const NEARLY_EQUAL = 1e-6;

/** Δy/Δx of an activation, on both rows of each pair; the gradient where Δx is nearly 0. */
export function rescaledUnary({ dy, x, y, pairs, gradient }: PairStep): tf.Tensor {
  const ratio = quotient(difference(y, pairs), difference(x, pairs), gradientIn(gradient, dy, 'x'));
  return ratio(dy);
}

/** As `rescaledUnary` for one operand of two, where the other has no batch: a constant. Else the gradient. */
export function rescaledOperand(
  { dy, x, y, pairs, gradient }: PairStep,
  other: tf.Tensor,
  name: 'a' | 'b',
): tf.Tensor {
  const stock = gradientIn(gradient, dy, name);
  const constant = other.rank < x.rank || other.shape[0] === 1;
  if (!constant || x.size !== y.size) return stock;
  return quotient(difference(y, pairs), difference(x, pairs), stock)(dy);
}

/**
 * Max pool, by the rule of SHAP and Captum: with m = max(y, y₀), m − y₀ is put down to the pixel that won in
 * the picture and y − m to the one that won in the baseline. The first cannot have changed by less than
 * that, nor the second, so that no multiplier exceeds 1 and Σ Δx · multiplier = Δy exactly.
 */
export function rescaledPool({ dy, x, y, pairs, gradient }: PairStep): tf.Tensor {
  const [out, reference] = split(y, pairs);
  const [slope] = split(dy, pairs);
  const larger = tf.maximum(out, reference);
  const shares = join(
    tf.mul(slope, tf.sub(larger, reference)),
    tf.mul(slope, tf.sub(out, larger)),
    dy.shape,
  );
  const [won, lost] = split(gradientIn(gradient, shares, 'x'), pairs);
  const contribution = tf.add(won, lost);
  const both = join(contribution, contribution, x.shape);
  return quotient(both, difference(x, pairs), gradientIn(gradient, dy, 'x'))(tf.scalar(1));
}

function gradientIn(gradient: PairStep['gradient'], dy: tf.Tensor, name: string): tf.Tensor {
  const found = gradient(dy)[name];
  if (!found) throw new Error(`no gradient in ${name}`);
  return found();
}

/** Where the denominator is not nearly 0, scale · numerator / denominator, else the stock gradient. */
const quotient =
  (numerator: tf.Tensor, denominator: tf.Tensor, stock: tf.Tensor) =>
  (scale: tf.Tensor): tf.Tensor => {
    const known = tf.step(tf.sub(tf.abs(denominator), NEARLY_EQUAL));
    const unknown = tf.sub(1, known);
    // Where it is not known the denominator is about 1, so that no 0/0 spoils the product with 0.
    const ratio = tf.mul(scale, tf.div(numerator, tf.add(denominator, unknown)));
    return tf.add(tf.mul(ratio, known), tf.mul(stock, unknown));
  };

/** x − x₀ on both rows of each pair. */
function difference(x: tf.Tensor, pairs: number): tf.Tensor {
  const [picture, baseline] = split(x, pairs);
  const delta = tf.sub(picture, baseline);
  return join(delta, delta, x.shape);
}

/** First and second rows of the pairs, `[pairs, …]` flat. The batch may be folded with what follows it: order is kept. */
function split(x: tf.Tensor, pairs: number): [tf.Tensor2D, tf.Tensor2D] {
  const length = x.size / (2 * pairs);
  if (!Number.isInteger(length))
    throw new Error(`a batch of ${pairs} pairs cannot have ${x.size} values`);
  const flat = tf.reshape<tf.Rank.R2>(x, [pairs, 2 * length]);
  return [
    tf.slice2d(flat, [0, 0], [pairs, length]),
    tf.slice2d(flat, [0, length], [pairs, length]),
  ];
}

const join = (first: tf.Tensor, second: tf.Tensor, shape: number[]): tf.Tensor =>
  tf.reshape(tf.concat([first, second], 1), shape);
