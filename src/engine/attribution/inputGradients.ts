import { methodUnavailable } from '../../domain/abilities.ts';
import { type ActivationRule, withActivationRule } from '../backend/activationRules.ts';
import { tf } from '../backend/tf.ts';
import type { LoadedModel } from '../model/loadedModel.ts';
import { checkFinite } from './finite.ts';
import { type MicroBatch, microBatches, type PointStream } from './microBatches.ts';

/** Points whose gradients are summed with weights. */
export interface WeightedStream extends PointStream {
  weight(index: number): number;
}

/**
 * The one primitive under every gradient method: for each stream Σᵢ wᵢ · ∂logit_target/∂x at its
 * points. Streams share micro-batches; each sum is the same as if its stream stood alone (1e-6 of
 * its largest value; kernels may sum in another order for another batch size).
 * @param rule stands in for the gradient of ReLU, where a method says so
 * @param heard gets the logits of every point, which the gradient needs anyway
 * @returns one `[h, w, c]` sum per stream, float64, with respect to x in the model's own range
 * @throws Problem `non-finite-gradient`; `method-unavailable` when the rule meets no ReLU; whatever `checkpoint` throws. No tensor stays behind.
 */
export async function inputGradients(
  model: LoadedModel,
  targetClass: number,
  streams: readonly WeightedStream[],
  checkpoint: (done: number, total: number) => Promise<void>,
  rule: ReluRule | null = null,
  heard: Heard | null = null,
): Promise<Float64Array[]> {
  const { height, width, channels } = model.card.input;
  const sums = streams.map(() => new Float64Array(height * width * channels));
  const add = (stream: number, index: number, gradient: Float32Array) =>
    addWeighted(sums[stream], streams[stream].weight(index), gradient);
  await visitGradients(model, targetClass, streams, add, checkpoint, rule, heard);
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
  rule: ReluRule | null = null,
  heard: Heard | null = null,
): Promise<void> {
  const { height, width, channels } = model.card.input;
  const length = height * width * channels;
  const total = streams.reduce((sum, { count }) => sum + count, 0);
  let done = 0;
  for (const batch of microBatches(streams, model.card.input)) {
    await checkpoint(done, total);
    const { gradients, logits } = await batchGradients(model, batch, targetClass, rule, !!heard);
    batch.members.forEach(({ stream, index }, r) => {
      if (logits) {
        const row = logits.slice(
          (r * logits.length) / batch.size,
          ((r + 1) * logits.length) / batch.size,
        );
        checkFinite(row, 'logits');
        heard?.(stream, index, row);
      }
      const row = gradients.subarray(r * length, (r + 1) * length);
      checkFinite(row, 'gradient');
      visit(stream, index, row);
    });
    done += batch.members.length;
  }
  await checkpoint(total, total);
}

/** Hears the logits of a point, `[classes]`; they are its own to keep. */
export type Heard = (stream: number, index: number, logits: Float32Array) => void;

/** A rule about ReLU. */
type ReluRule = Extract<ActivationRule, { readonly name: 'guidedBackprop' | 'deconvolution' }>;

/**
 * `[size, h, w, c]`: the gradient of Σ logits[:, target], whose rows are each picture's own gradient.
 * @throws Problem `method-unavailable` when a rule about ReLU meets none. No tensor stays behind.
 */
export async function batchGradient(
  model: LoadedModel,
  batch: Pick<MicroBatch, 'size' | 'values'>,
  targetClass: number,
  rule: ActivationRule | null = null,
): Promise<Float32Array> {
  return (await batchGradients(model, batch, targetClass, rule, false)).gradients;
}

/** The same, and the logits `[size, classes]` where they are wanted. */
async function batchGradients(
  model: LoadedModel,
  batch: Pick<MicroBatch, 'size' | 'values'>,
  targetClass: number,
  rule: ActivationRule | null,
  listen: boolean,
): Promise<{ readonly gradients: Float32Array; readonly logits: Float32Array | null }> {
  const { height, width, channels } = model.card.input;
  const shape: [number, number, number, number] = [batch.size, height, width, channels];
  // A product with a one-hot row, not a gather: wasm has no kernel for the gradient of gather.
  const pick = Float32Array.from(model.card.classes, (_, i) => (i === targetClass ? 1 : 0));
  let kept: tf.Tensor | null = null;
  let gradient: tf.Tensor | null = null;
  try {
    gradient = tf.tidy(() => {
      const row = tf.tensor2d(pick, [1, pick.length]);
      const targetLogits = (x: tf.Tensor) => {
        const logits = model.logits(tf.reshape<tf.Rank.R4>(x, shape));
        if (listen) kept = tf.keep(tf.clone(logits));
        return tf.sum(tf.mul(logits, row));
      };
      const x = tf.tensor4d(batch.values, shape);
      return rule ? ruled(rule, () => gradientOf(targetLogits, x)) : gradientOf(targetLogits, x);
    });
    const [gradients, logits] = await Promise.all([gradient.data<'float32'>(), read(kept)]);
    return { gradients, logits };
  } finally {
    for (const tensor of [gradient, kept]) tensor?.dispose();
  }
}

/** Null of null. */
const read = async (tensor: tf.Tensor | null): Promise<Float32Array | null> =>
  tensor && (await tensor.data<'float32'>());

function ruled(rule: ActivationRule, gradient: () => tf.Tensor): tf.Tensor {
  const { value, met } = withActivationRule(rule, gradient);
  // Without a ReLU these would be the plain gradient under another name.
  if (!met && rule.name !== 'rescale') throw methodUnavailable(rule.name, 'relu');
  return value;
}

/** `tf.grad`; when the way back fails it also frees what `tf.grad` had put by for it and forgets. */
export function gradientOf(f: (x: tf.Tensor) => tf.Tensor, x: tf.Tensor): tf.Tensor {
  try {
    return tf.grad(f)(x);
  } catch (error) {
    for (const { saved } of tf.engine().state.activeTape)
      saved?.forEach((tensor) => tensor.dispose());
    throw error;
  }
}

function addWeighted(sum: Float64Array, weight: number, gradient: Float32Array): void {
  for (let i = 0; i < sum.length; i++) sum[i] += weight * gradient[i];
}
