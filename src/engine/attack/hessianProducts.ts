import { Problem } from '../../domain/problem.ts';
import { gradientOf, type WeightedStream } from '../attribution/inputGradients.ts';
import { type MicroBatch, microBatches } from '../attribution/microBatches.ts';
import { tf } from '../backend/tf.ts';
import type { LoadedModel } from '../model/loadedModel.ts';

/**
 * Σᵢ wᵢ·H(pᵢ)·u at the points of a stream, H the second derivatives ∂²logit_target/∂x²: how the gradient's component
 * along u turns as x moves. A gradient of ⟨∇f, u⟩, so that no matrix is ever made. Zero for a linear model.
 * @param u `[h, w, c]`
 * @returns `[h, w, c]`, float64, model's own range
 * @throws Problem `non-finite-gradient`; an Error where an operation of the model has no second derivative; whatever
 * `checkpoint` throws. No tensor stays behind.
 */
export async function hessianProducts(
  model: LoadedModel,
  targetClass: number,
  stream: WeightedStream,
  u: Float32Array,
  checkpoint: () => Promise<void>,
): Promise<Float64Array> {
  const sum = new Float64Array(u.length);
  for (const batch of microBatches([stream], model.card.input)) {
    await checkpoint();
    const products = await batchProducts(model, batch, targetClass, u);
    batch.members.forEach(({ index }, r) => {
      const weight = stream.weight(index);
      for (let i = 0; i < sum.length; i++) sum[i] += weight * products[r * u.length + i];
    });
  }
  const odd = sum.find((value) => !Number.isFinite(value));
  if (odd !== undefined)
    throw new Problem('non-finite-gradient', {
      what: 'second derivative',
      allowed: 'finite',
      got: String(odd),
    });
  return sum;
}

async function batchProducts(
  model: LoadedModel,
  batch: MicroBatch,
  targetClass: number,
  along: Float32Array,
): Promise<Float32Array> {
  const { height, width, channels } = model.card.input;
  const shape: [number, number, number, number] = [batch.size, height, width, channels];
  const pick = Float32Array.from(model.card.classes, (_, i) => (i === targetClass ? 1 : 0));
  const products = tf.tidy(() => {
    const row = tf.tensor2d(pick, [1, pick.length]);
    const u = tf.tensor4d(along, [1, height, width, channels]);
    const logit = (x: tf.Tensor) =>
      tf.sum(tf.mul(model.logits(tf.reshape<tf.Rank.R4>(x, shape)), row));
    // Nothing of a linear model's gradient depends on x, which tfjs refuses to differentiate: 0·Σx ties it.
    const component = (x: tf.Tensor) =>
      tf.add(tf.sum(tf.mul(tf.grad(logit)(x), u)), tf.mul(tf.sum(x), 0));
    return gradientOf(component, tf.tensor4d(batch.values, shape));
  });
  try {
    return await products.data<'float32'>();
  } finally {
    products.dispose();
  }
}
