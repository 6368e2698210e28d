import { createRandom } from '../random.ts';
import { tf } from './tf.ts';

/** Pictures of the micro-batch, and their side, pixels: as the engine uses a small network. */
const PICTURES = 16;
const SIDE = 64;
/** Channels after each convolution, all of stride 2. */
const CHANNELS = [16, 32, 32] as const;
/** Timed runs after the first, which compiles. */
const RUNS = 3;

/**
 * Milliseconds of one small gradient on the backend that runs now, from the values to the values
 * read back: a micro-batch through three strided convolutions. Best of several; the first run,
 * which compiles, does not count. No tensor stays behind.
 */
export async function timeGradient(): Promise<number> {
  const random = createRandom(1, 'calibration');
  const normal = (shape: [number, number, number, number]) =>
    tf.tensor4d(
      Float32Array.from({ length: shape.reduce((a, b) => a * b) }, () => random.normal() / 8),
      shape,
    );
  const filters = CHANNELS.map((out, i) => normal([3, 3, CHANNELS[i - 1] ?? 1, out]));
  const x = normal([PICTURES, SIDE, SIDE, 1]);
  try {
    let best = Number.POSITIVE_INFINITY;
    for (let run = 0; run <= RUNS; run++) {
      const start = performance.now();
      await readGradient(x, filters);
      if (run > 0) best = Math.min(best, performance.now() - start);
    }
    return best;
  } finally {
    tf.dispose([x, ...filters]);
  }
}

async function readGradient(x: tf.Tensor4D, filters: readonly tf.Tensor4D[]): Promise<void> {
  const output = (input: tf.Tensor) =>
    tf.sum(
      filters.reduce(
        (layer, filter) => tf.relu(tf.conv2d(layer, filter, 2, 'same')),
        tf.reshape<tf.Rank.R4>(input, x.shape),
      ),
    );
  const gradient = tf.tidy(() => tf.grad(output)(x));
  try {
    await gradient.data();
  } finally {
    gradient.dispose();
  }
}
