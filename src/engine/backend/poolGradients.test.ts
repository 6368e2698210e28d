import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { beforeAll, describe, expect, test } from 'vitest';
import { tf } from './tf.ts';

/** Where the slope of a `size` by `size` window of a one-channel picture goes: to the first maximum, row by row. */
function byDefinition(x: number[][], size: number, stride: number): number[] {
  const side = x.length;
  const slope = new Array<number>(side * side).fill(0);
  for (let top = 0; top + size <= side; top += stride)
    for (let left = 0; left + size <= side; left += stride) {
      let [best, place] = [Number.NEGATIVE_INFINITY, -1];
      for (let row = top; row < top + size; row++)
        for (let column = left; column < left + size; column++) {
          const value = x[row]?.[column] ?? Number.NaN;
          if (value > best) [best, place] = [value, row * side + column];
        }
      slope[place] = (slope[place] ?? 0) + 1;
    }
  return slope;
}

describe.each(['cpu', 'wasm'])('the gradient of a pool on %s', (backend) => {
  beforeAll(async () => {
    await tf.setBackend(backend);
    expect(tf.getBackend()).toBe(backend);
  });

  test.each([
    [2, 2],
    [3, 2],
    [3, 1],
    [2, 3],
  ])('%i by %i: among equal maxima the first has the whole slope', (size, stride) => {
    // Three values in 81 pixels: nearly every window has a tie.
    const picture = Array.from({ length: 9 }, (_, row) =>
      Array.from({ length: 9 }, (_, column) => ((row * 7 + column * column * 5) % 3) - 2),
    );
    const slope = tf.tidy(
      () =>
        tf
          .grad((x: tf.Tensor) =>
            tf.maxPool(tf.reshape<tf.Rank.R4>(x, [1, 9, 9, 1]), size, stride, 'valid'),
          )(tf.tensor2d(picture))
          .bufferSync().values,
    );
    expect(Array.from(slope)).toEqual(byDefinition(picture, size, stride));
  });

  test('an average over the pixels inside: every window gives away its whole slope', () => {
    const total = tf.tidy(() =>
      tf
        .sum(
          tf.grad((x: tf.Tensor) =>
            tf.avgPool(tf.reshape<tf.Rank.R4>(x, [1, 7, 7, 1]), 3, 2, 'same'),
          )(tf.ones([7, 7])),
        )
        .bufferSync()
        .get(),
    );
    // Sixteen windows; sums of thirds and quarters in float32.
    expect(total).toBeCloseTo(16, 5);
  });
});
