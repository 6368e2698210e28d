import { tf } from '../backend/tf.ts';
import type { LoadedModel } from '../model/loadedModel.ts';
import { checkFinite } from './finite.ts';
import { microBatches } from './microBatches.ts';

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
  const { height, width, channels } = model.card.input;
  const streams = pictures.map((picture) => ({
    count: 1,
    write: (_: number, into: Float32Array) => into.set(picture),
  }));
  const logits: Float32Array<ArrayBuffer>[] = [];
  for (const { size, values, members } of microBatches(streams, model.card.input)) {
    await checkpoint();
    const output = tf.tidy(() =>
      model.logits(tf.tensor4d(values, [size, height, width, channels])),
    );
    try {
      const rows = await output.data<'float32'>();
      const classes = rows.length / size;
      checkFinite(rows.subarray(0, members.length * classes), 'logits');
      for (let r = 0; r < members.length; r++)
        logits.push(new Float32Array(rows.subarray(r * classes, (r + 1) * classes)));
    } finally {
      output.dispose();
    }
  }
  return logits;
}
