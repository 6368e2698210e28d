import { tf } from '../../src/engine/backend/tf.ts';
import type { Random } from '../../src/engine/random.ts';
import type { Adversary } from './adversary.ts';

/** One number per picture, `[n]`, as a function of changed pictures `[n, h, w, c]`. */
export type Objective = (changed: tf.Tensor4D) => tf.Tensor1D;

/**
 * Pictures within ε of `pictures` where the objective is large: x ← clip(x + α·sign(∇)), from a random start, each picture for
 * itself (Madry et al., ICLR 2018, algorithm of section 2). Where the gradient is 0 nothing moves.
 * @param pictures in the model's range; the changed ones stay in it too
 * @returns a tensor of the caller; no other stays behind
 */
export function innerMaximum(
  objective: Objective,
  pictures: tf.Tensor4D,
  { epsilon, steps, stepSize }: Adversary,
  [low, high]: readonly [number, number],
  random: Random,
): tf.Tensor4D {
  const radius = epsilon * (high - low);
  const inBall = (wanted: tf.Tensor4D): tf.Tensor4D => {
    const least = tf.maximum(tf.sub(pictures, radius), low);
    const most = tf.minimum(tf.add(pictures, radius), high);
    return tf.minimum(tf.maximum(wanted, least), most);
  };
  const start = Float32Array.from(
    { length: pictures.size },
    () => radius * (2 * random.uniform() - 1),
  );
  let changed = tf.tidy(() => inBall(tf.add(pictures, tf.tensor4d(start, pictures.shape))));
  const slope = tf.grad((x) => tf.sum(objective(tf.reshape<tf.Rank.R4>(x, pictures.shape))));
  for (let step = 0; step < steps; step++) {
    const before = changed;
    changed = tf.tidy(() => {
      const move = tf.mul(tf.sign(slope(before)), stepSize * (high - low));
      return inBall(tf.add(before, move));
    });
    before.dispose();
  }
  return changed;
}
