import { tf } from '../src/engine/backend/tf.ts';
import type { Batch } from './batches.ts';
import { forwardPass, type NetworkPlan, type Weights, weightTensors } from './network.ts';

/** Loss of one batch and its gradient in every weight. */
export interface Slope {
  readonly loss: number;
  readonly gradients: readonly Float32Array[];
}

/** Regime `natural`: mean cross-entropy. No tensor stays behind. */
export async function naturalSlope(
  plan: NetworkPlan,
  weights: Weights,
  { values, labels }: Batch,
): Promise<Slope> {
  const tensors = weightTensors(plan, weights);
  const x = tf.tensor4d(values, [labels.length, plan.height, plan.width, plan.channels]);
  const truth = tf.tensor2d(oneHot(labels, plan.classes), [labels.length, plan.classes]);
  const loss = (...at: tf.Tensor[]) =>
    tf.neg(tf.div(tf.sum(tf.mul(tf.logSoftmax(forwardPass(plan, at, x)), truth)), labels.length));
  const { value, grads } = tf.tidy(() => tf.valueAndGrads(loss)(tensors));
  try {
    const [[lossValue], ...gradients] = await Promise.all(
      [value, ...grads].map((tensor) => tensor.data<'float32'>()),
    );
    return { loss: lossValue, gradients };
  } finally {
    tf.dispose([value, ...grads, ...tensors, x, truth]);
  }
}

function oneHot(labels: Int32Array, classes: number): Float32Array {
  const rows = new Float32Array(labels.length * classes);
  labels.forEach((label, i) => {
    rows[i * classes + label] = 1;
  });
  return rows;
}
