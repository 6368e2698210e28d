import { beforeAll, describe, expect, it } from 'vitest';
import { attribute } from '../../../tests/attribute.ts';
import { inputAt, randomInput, tinyModel } from '../../../tests/tinyModels.ts';
import { startBackend } from '../backend/startBackend.ts';
import { tf } from '../backend/tf.ts';
import { patchPlaces } from './occlusion.ts';

beforeAll(async () => {
  await startBackend({ ask: 'cpu' });
});

describe('patchPlaces', () => {
  const columns = (width: number, occlusionPatch: number, occlusionStride: number) =>
    patchPlaces({ occlusionPatch, occlusionStride }, { height: 1, width }).map(
      ({ left, right }) => [left, right],
    );

  it('goes on until the border is reached, and is cut there', () => {
    expect(columns(6, 2, 2)).toEqual([
      [0, 2],
      [2, 4],
      [4, 6],
    ]);
    expect(columns(5, 2, 2)).toEqual([
      [0, 2],
      [2, 4],
      [4, 5],
    ]);
    expect(columns(5, 3, 1)).toEqual([
      [0, 3],
      [1, 4],
      [2, 5],
    ]);
    expect(columns(3, 7, 2)).toEqual([[0, 3]]);
  });

  it('leaves no pixel out, whatever the sizes', () => {
    for (let width = 1; width < 12; width++)
      for (let patch = 1; patch <= width; patch++)
        for (let stride = 1; stride <= patch; stride++) {
          const covered = new Set<number>();
          for (const [left = 0, right = 0] of columns(width, patch, stride))
            for (let x = left; x < right; x++) covered.add(x);
          expect(covered.size).toBe(width);
        }
  });
});

describe('occlusion', () => {
  const weights = [3, -2, 0.5, 4, 1];
  const linear = tinyModel({ height: 1, width: 5, range: [-1, 1] }, 1, (x) =>
    tf.matMul(tf.reshape<tf.Rank.R2>(x, [-1, 5]), tf.tensor2d(weights, [5, 1])),
  );
  const x = [0.5, -0.25, 1, -1, 0.75];
  const input = inputAt(x, linear.card.input);

  it('of a linear model with a patch of one pixel is (x − x₀) ⊙ w', async () => {
    const change = { occlusionPatch: 1, occlusionStride: 1, cover: 'white' } as const;
    const [{ values, channels }] = await attribute('occlusion', linear, [input], change);
    expect(channels).toBe(1);
    values.forEach((value, i) => {
      expect(value).toBeCloseTo((x[i] - 1) * weights[i], 5);
    });
  });

  it('is for each pixel the mean drop of the patches over it', async () => {
    const [{ values }] = await attribute('occlusion', linear, [input], {
      occlusionPatch: 3,
      occlusionStride: 2,
      cover: 'black',
    });
    // Drops of single pixels from −1: 4.5, −1.5, 1, 0, 1.75; patches over 0–2 and 2–4.
    const [first, second] = [4.5 - 1.5 + 1, 1 + 0 + 1.75];
    [first, first, (first + second) / 2, second, second].forEach((exact, i) => {
      expect(values[i]).toBeCloseTo(exact, 5);
    });
  });

  it('covers every channel, and needs no gradient', async () => {
    const steps = tinyModel({ height: 3, width: 4, channels: 3 }, 1, (pixels) =>
      tf.reshape<tf.Rank.R2>(
        tf.sum(tf.cast(tf.greater(pixels, 0.5), 'float32'), [1, 2, 3]),
        [-1, 1],
      ),
    );
    const colours = randomInput(steps.card.input);
    const before = tf.memory().numTensors;
    const [{ values }] = await attribute('occlusion', steps, [colours], {
      occlusionPatch: 1,
      occlusionStride: 1,
    });
    expect(tf.memory().numTensors).toBe(before);
    expect(values).toHaveLength(12);
    values.forEach((value, pixel) => {
      const bright = colours.values.slice(3 * pixel, 3 * pixel + 3).filter((one) => one > 0.5);
      expect(value).toBe(bright.length);
    });
  });
});
