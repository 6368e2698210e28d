import { tf } from '../../src/engine/backend/tf.ts';

/**
 * −log softmax of the true class, one per picture, `[n]`. Written out: `tf.logSoftmax` takes its own output for a
 * constant when it is differentiated a second time, and the IG regimes do that.
 * @param logits `[n, classes]` @param truth one row per picture, 1 at its class
 */
export function crossEntropies(logits: tf.Tensor2D, truth: tf.Tensor2D): tf.Tensor1D {
  const shifted = tf.sub(logits, tf.max(logits, 1, true));
  const logSum = tf.log(tf.sum(tf.exp(shifted), 1));
  return tf.sub(logSum, tf.sum(tf.mul(shifted, truth), 1));
}
