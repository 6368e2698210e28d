import { tf } from '../../src/engine/backend/tf.ts';
import type { Batch } from '../batches.ts';
import { forwardPass, type NetworkPlan, type Weights, weightTensors } from '../network.ts';

/** Loss of one batch and its gradient in every array that is trained. */
export interface Slope {
  readonly loss: number;
  readonly gradients: readonly Float32Array[];
}

/** Regime `natural`: mean cross-entropy. No tensor stays behind. */
export async function naturalSlope(
  plan: NetworkPlan,
  weights: Weights,
  { values, labels, height, width }: Batch,
): Promise<Slope> {
  const tensors = weightTensors(plan, weights);
  const x = tf.tensor4d(values, [labels.length, height, width, plan.channels]);
  try {
    return await slopeOf((...at) => crossEntropy(forwardPass(plan, at, x), labels), tensors);
  } finally {
    tf.dispose([...tensors, x]);
  }
}

/** Mean over the pictures. @param logits `[n, classes]` */
export function crossEntropy(logits: tf.Tensor2D, labels: Int32Array): tf.Scalar {
  const [n, classes] = logits.shape;
  const truth = tf.tensor2d(truthRows(labels, classes), [n, classes]);
  return tf.neg(tf.div(tf.sum(tf.mul(tf.logSoftmax(logits), truth)), n));
}

/** A loss at `tensors` and its gradients there. The tensors stay the caller's; no other stays behind. */
export async function slopeOf(
  loss: (...at: tf.Tensor[]) => tf.Scalar,
  tensors: tf.Tensor[],
): Promise<Slope> {
  const { value, grads } = tf.tidy(() => tf.valueAndGrads(loss)(tensors));
  try {
    const [[lossValue], ...gradients] = await Promise.all(
      [value, ...grads].map((tensor) => tensor.data<'float32'>()),
    );
    return { loss: lossValue, gradients };
  } finally {
    tf.dispose([value, ...grads]);
  }
}

/** One row per picture, 1 at its class. */
export function truthRows(labels: Int32Array, classes: number): Float32Array {
  const rows = new Float32Array(labels.length * classes);
  labels.forEach((label, i) => {
    rows[i * classes + label] = 1;
  });
  return rows;
}
