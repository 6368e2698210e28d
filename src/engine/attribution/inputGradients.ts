import { Problem } from '../../domain/problem.ts';
import { tf } from '../backend/tf.ts';
import type { LoadedModel } from '../model/loadedModel.ts';
import { type MicroBatch, microBatches, type PointStream } from './microBatches.ts';

/** Points whose gradients are summed with weights. */
export interface WeightedStream extends PointStream {
  weight(index: number): number;
}

/**
 * The one primitive under every gradient method: for each stream Σᵢ wᵢ · ∂logit_target/∂x at its
 * points. Streams share micro-batches; each sum is the same as if its stream stood alone (1e-6 of
 * its largest value; kernels may sum in another order for another batch size).
 * @returns one `[h, w, c]` sum per stream, float64, with respect to x in the model's own range
 * @throws Problem `non-finite-gradient`; whatever `checkpoint` throws. No tensor stays behind.
 */
export async function inputGradients(
  model: LoadedModel,
  targetClass: number,
  streams: readonly WeightedStream[],
  checkpoint: (done: number, total: number) => Promise<void>,
): Promise<Float64Array[]> {
  const { height, width, channels } = model.card.input;
  const sums = streams.map(() => new Float64Array(height * width * channels));
  const add = (stream: number, index: number, gradient: Float32Array) =>
    addWeighted(sums[stream], streams[stream].weight(index), gradient);
  await visitGradients(model, targetClass, streams, add, checkpoint);
  return sums;
}

/**
 * Shows ∂logit_target/∂x at every point of every stream, a stream's points in order. For what is not
 * a weighted sum; the gradient shown is good only during the visit.
 * @throws as `inputGradients`
 */
export async function visitGradients(
  model: LoadedModel,
  targetClass: number,
  streams: readonly PointStream[],
  visit: (stream: number, index: number, gradient: Float32Array) => void,
  checkpoint: (done: number, total: number) => Promise<void>,
): Promise<void> {
  const { height, width, channels } = model.card.input;
  const length = height * width * channels;
  const total = streams.reduce((sum, { count }) => sum + count, 0);
  let done = 0;
  for (const batch of microBatches(streams, model.card.input)) {
    await checkpoint(done, total);
    const gradients = await batchGradient(model, batch, targetClass);
    batch.members.forEach(({ stream, index }, r) => {
      const row = gradients.subarray(r * length, (r + 1) * length);
      checkFinite(row);
      visit(stream, index, row);
    });
    done += batch.members.length;
  }
  await checkpoint(total, total);
}

/** `[size, h, w, c]`: the gradient of Σ logits[:, target], whose rows are each picture's own gradient. */
async function batchGradient(
  model: LoadedModel,
  batch: MicroBatch,
  targetClass: number,
): Promise<Float32Array> {
  const { height, width, channels } = model.card.input;
  const shape: [number, number, number, number] = [batch.size, height, width, channels];
  // A product with a one-hot row, not a gather: wasm has no kernel for the gradient of gather.
  const pick = Float32Array.from(model.card.classes, (_, i) => (i === targetClass ? 1 : 0));
  const gradient = tf.tidy(() => {
    const row = tf.tensor2d(pick, [1, pick.length]);
    const targetLogits = (x: tf.Tensor) =>
      tf.sum(tf.mul(model.logits(tf.reshape<tf.Rank.R4>(x, shape)), row));
    return gradientOf(targetLogits, tf.tensor4d(batch.values, shape));
  });
  try {
    return await gradient.data<'float32'>();
  } finally {
    gradient.dispose();
  }
}

/** `tf.grad`; when the way back fails it also frees what `tf.grad` had put by for it and forgets. */
function gradientOf(f: (x: tf.Tensor) => tf.Tensor, x: tf.Tensor): tf.Tensor {
  try {
    return tf.grad(f)(x);
  } catch (error) {
    for (const { saved } of tf.engine().state.activeTape)
      saved?.forEach((tensor) => tensor.dispose());
    throw error;
  }
}

function checkFinite(gradient: Float32Array): void {
  for (const value of gradient)
    if (!Number.isFinite(value))
      throw new Problem('non-finite-gradient', {
        what: 'gradient',
        allowed: 'finite',
        got: String(value),
      });
}

function addWeighted(sum: Float64Array, weight: number, gradient: Float32Array): void {
  for (let i = 0; i < sum.length; i++) sum[i] += weight * gradient[i];
}
