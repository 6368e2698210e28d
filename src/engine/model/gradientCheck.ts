import type { GradientCheck } from '../../domain/backend.ts';
import type { ModelInput } from '../../domain/picture.ts';
import { tf } from '../backend/tf.ts';
import { createRandom } from '../random.ts';
import { type LoadedModel, toModelRange } from './loadedModel.ts';

/** Random directions tried. */
const DIRECTIONS = 4;
/** Change of every value in a step, share of the input range, smallest first: rounding spoils those, kinks the large ones. */
const STEPS = [1.5e-5, 3e-5, 6e-5, 1.2e-4, 5e-4, 2e-3] as const;
/** A step so small that all it shows is rounding. */
const ROUNDING_STEP = 2e-6;
/** Rounding of a float32 logit at least, share of the logit. */
const LEAST_ROUNDING = 2 ** -23;
/**
 * Largest relative error that passes. Right gradients of a trained ReLU network in float32 stayed
 * below half of it on 120 pictures; one that is a fifth too small does not get through.
 */
const TOLERANCE = 0.1;
/** A direction whose difference may be off by more than this share is not judged. */
const KNOWN = 0.05;

/**
 * Does the gradient this model has on this backend agree with what its output really does?
 * Directional derivative against a central difference along seeded random sign directions. A ReLU
 * network is linear between kinks, where both one-sided differences are equal and a smaller step
 * changes nothing. How far these fail, more the larger the step, and rounding, more the smaller it
 * is, bound the error of a difference; of several steps the best known is taken, and the gradient
 * has no part in that choice. Errors are relative to the larger of the two slopes and the
 * slope a random direction has on average. A direction whose difference cannot be known well enough
 * (a flat network, kinks everywhere) is not judged; when none can be, `maxRelativeError` is null and
 * the check passes.
 * @returns `directions`: how many were judged. No tensor stays behind.
 */
export async function checkGradient(
  model: LoadedModel,
  input: ModelInput,
  targetClass: number,
  seed: number,
): Promise<GradientCheck> {
  const x = toModelRange(input.values, model.card.input);
  const gradient = await gradientAt(model, x, targetClass);
  const typical = Math.sqrt(gradient.reduce((sum, value) => sum + value * value, 0));
  const random = createRandom(seed, 'gradient check');
  const errors: number[] = [];
  for (let d = 0; d < DIRECTIONS; d++) {
    const direction = Float32Array.from(x, () => random.sign());
    const slope = direction.reduce((sum, sign, i) => sum + sign * gradient[i], 0);
    const { difference, bound } = await differenceAlong(model, x, direction, targetClass);
    const scale = Math.max(Math.abs(slope), Math.abs(difference), typical);
    // A gradient that is not a number makes this false: it is judged, and fails.
    const unknown = scale === 0 || bound > scale * KNOWN;
    if (!unknown) errors.push(Math.abs(difference - slope) / scale);
  }
  const worst = errors.length > 0 ? Math.max(...errors) : null;
  return {
    passed: worst === null || worst <= TOLERANCE,
    maxRelativeError: worst === null || Number.isFinite(worst) ? worst : null,
    directions: errors.length,
  };
}

/** ∂logit_target/∂x, model's own range. */
async function gradientAt(model: LoadedModel, x: Float32Array, target: number) {
  const { height, width, channels } = model.card.input;
  const gradient = tf.tidy(() => {
    const pick = tf.oneHot(tf.tensor1d([target], 'int32'), model.card.classes.length);
    const logit = (at: tf.Tensor) =>
      tf.sum(tf.mul(model.logits(tf.reshape<tf.Rank.R4>(at, [1, height, width, channels])), pick));
    return tf.grad(logit)(tf.tensor4d(x, [1, height, width, channels]));
  });
  try {
    return Float64Array.from(await gradient.data<'float32'>());
  } finally {
    gradient.dispose();
  }
}

/** Slope of the target logit along a direction, and how far off it may be. */
async function differenceAlong(
  model: LoadedModel,
  x: Float32Array,
  direction: Float32Array,
  target: number,
): Promise<{ difference: number; bound: number }> {
  const [low, high] = model.card.input.range;
  const sizes = [ROUNDING_STEP, ...STEPS].map((step) => step * (high - low));
  const moved = (size: number) => x.map((value, i) => value + size * direction[i]);
  const points = [x, ...sizes.flatMap((size) => [moved(size), moved(-size)])];
  const [centre, ...around] = await targetLogits(model, points, target);
  const bends = sizes.map((_, s) => Math.abs(around[2 * s] - 2 * centre + around[2 * s + 1]));
  const slopes = sizes.map((size, s) => (around[2 * s] - around[2 * s + 1]) / (2 * size));
  const noise = Math.max(LEAST_ROUNDING * Math.abs(centre), bends[0] / 2);
  let kinks = 0;
  let best = { difference: slopes[1], bound: Number.POSITIVE_INFINITY };
  for (let s = 1; s < sizes.length; s++) {
    const rounding = noise / sizes[s];
    const change = s > 1 ? Math.abs(slopes[s] - slopes[s - 1]) - noise / sizes[s - 1] : 0;
    kinks = Math.max(kinks, bends[s] / (2 * sizes[s]) - rounding, change);
    if (kinks + rounding < best.bound) best = { difference: slopes[s], bound: kinks + rounding };
  }
  return best;
}

async function targetLogits(
  model: LoadedModel,
  points: readonly Float32Array[],
  target: number,
): Promise<number[]> {
  const { height, width, channels } = model.card.input;
  // One by one: together they would need as much memory as the whole run.
  const rows = points.map((point) =>
    tf.tidy(() => model.logits(tf.tensor4d(point, [1, height, width, channels]))),
  );
  const output = tf.concat2d(rows, 0);
  try {
    const logits = await output.data<'float32'>();
    return points.map((_, p) => logits[p * model.card.classes.length + target]);
  } finally {
    tf.dispose([output, ...rows]);
  }
}
