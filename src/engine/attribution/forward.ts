import { tf } from '../backend/tf.ts';
import type { LoadedModel } from '../model/loadedModel.ts';
import { checkFinite } from './finite.ts';
import { type MicroBatch, microBatches, type PointStream } from './microBatches.ts';

/**
 * Logits of several pictures, in micro-batches.
 * @param pictures `[h, w, c]` each, model's own range
 * @returns one `[classes]` array per picture, each with memory of its own
 * @throws Problem `non-finite-gradient` naming `logits` when one is not finite. No tensor stays behind.
 */
export async function forward(
  model: LoadedModel,
  pictures: readonly Float32Array[],
  checkpoint: () => Promise<void>,
): Promise<Float32Array<ArrayBuffer>[]> {
  const streams = pictures.map((picture) => ({
    count: 1,
    write: (_: number, into: Float32Array) => into.set(picture),
  }));
  const logits: Float32Array<ArrayBuffer>[] = [];
  for (const batch of microBatches(streams, model.card.input)) {
    await checkpoint();
    logits.push(...(await batchLogits(model, batch)));
  }
  return logits;
}

/**
 * The one primitive under every method that needs no gradient: the logit of one class at every point
 * of every stream. Streams share micro-batches, points are made as they are needed.
 * @returns one `[count]` array per stream, its points in order
 * @throws Problem `non-finite-gradient` naming `logits`; whatever `checkpoint` throws. No tensor stays behind.
 */
export async function targetLogits(
  model: LoadedModel,
  targetClass: number,
  streams: readonly PointStream[],
  checkpoint: (done: number, total: number) => Promise<void>,
): Promise<Float64Array[]> {
  const outputs = streams.map(({ count }) => new Float64Array(count));
  const total = streams.reduce((sum, { count }) => sum + count, 0);
  let done = 0;
  for (const batch of microBatches(streams, model.card.input)) {
    await checkpoint(done, total);
    const logits = await batchLogits(model, batch);
    batch.members.forEach(({ stream, index }, r) => {
      outputs[stream][index] = logits[r][targetClass];
    });
    done += batch.members.length;
  }
  await checkpoint(total, total);
  return outputs;
}

/** One `[classes]` array for each member of the batch. */
async function batchLogits(
  model: LoadedModel,
  { size, values, members }: MicroBatch,
): Promise<Float32Array<ArrayBuffer>[]> {
  const { height, width, channels } = model.card.input;
  const output = tf.tidy(() => model.logits(tf.tensor4d(values, [size, height, width, channels])));
  try {
    const rows = await output.data<'float32'>();
    const classes = rows.length / size;
    checkFinite(rows.subarray(0, members.length * classes), 'logits');
    return members.map((_, r) => new Float32Array(rows.subarray(r * classes, (r + 1) * classes)));
  } finally {
    output.dispose();
  }
}
