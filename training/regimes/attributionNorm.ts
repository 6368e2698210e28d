import { tf } from '../../src/engine/backend/tf.ts';
import type { Objective } from './innerMaximum.ts';
import type { Question } from './robustSlope.ts';

/** ‖IG_ℓ(x → x*)‖₁ of each picture, `[n]`, as a function of x*. */
export const attributionNorm =
  ({ loss, pictures, adversary }: Question): Objective =>
  (changed) =>
    tf.sum(tf.abs(lossAttribution(loss, pictures, changed, adversary.pathPoints)), [1, 2, 3]);

/**
 * Integrated gradients of the loss along the straight path from one picture to another (Sundararajan et al. 2017; of the loss:
 * Chen et al. 2019): (x* − x) ⊙ mean of ∂ℓ at midpoints of the path. `[n, h, w, c]`, differentiable in x* and in whatever the
 * loss depends on; the more points, the closer its sum to ℓ(x*) − ℓ(x).
 */
export function lossAttribution(
  loss: Objective,
  from: tf.Tensor4D,
  to: tf.Tensor4D,
  points: number,
): tf.Tensor4D {
  const [n] = from.shape;
  const way = tf.sub<tf.Tensor4D>(to, from);
  const path = tf.concat(
    Array.from({ length: points }, (_, i) =>
      tf.add<tf.Tensor4D>(from, tf.mul(way, (i + 0.5) / points)),
    ),
  );
  const slope = tf.grad((x) => tf.sum(loss(tf.reshape<tf.Rank.R4>(x, path.shape))))(path);
  const mean = tf.mean(tf.reshape(slope, [points, n, -1]), 0);
  return tf.mul(way, tf.reshape(mean, from.shape));
}
