import type { Precision } from '../../domain/backend.ts';
import { tf } from './core.ts';

/** Too many values for webgl to compute them on the processor, as it does with few. */
const VALUES = 4096;

/** Added to 1 it is kept by float32 (2⁻²³) and lost by float16 (2⁻¹⁰). */
const SMALL = 2 ** -16;

/**
 * What numbers keep on the backend that runs now, found by adding something small to 1: what
 * `tf.backend().floatPrecision()` answers is wrong on webgl. No tensor stays behind.
 */
export async function probePrecision(): Promise<Precision> {
  const sums = tf.tidy(() => tf.sub(tf.add(tf.ones([VALUES]), tf.fill([VALUES], SMALL)), 0.5));
  try {
    const [sum = Number.NaN] = await sums.data<'float32'>();
    return sum > 0.5 ? 'float32' : 'float16';
  } finally {
    sums.dispose();
  }
}
