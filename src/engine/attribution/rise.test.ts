import { beforeAll, describe, expect, it } from 'vitest';
import { attribute } from '../../../tests/attribute.ts';
import { randomInput, tinyModel } from '../../../tests/tinyModels.ts';
import { startBackend } from '../backend/startBackend.ts';
import { tf } from '../backend/tf.ts';
import { randomMask } from './randomMask.ts';

beforeAll(async () => {
  await startBackend({ ask: 'cpu' });
});

const SIZE = { height: 12, width: 20 };
const GRID = { cells: 4, keepShare: 0.3 };

describe('randomMask', () => {
  const masks = Array.from({ length: 600 }, (_, i) => randomMask(SIZE, GRID, 7, i));

  it('keeps every pixel with the same chance', () => {
    for (let pixel = 0; pixel < 240; pixel++) {
      const mean = masks.reduce((sum, mask) => sum + (mask[pixel] ?? Number.NaN), 0) / 600;
      // A mix of draws of deviation √(.3·.7) = .46 at most; 240 means within 4.5 deviations.
      expect(Math.abs(mean - 0.3)).toBeLessThan((4.5 * 0.46) / Math.sqrt(600));
    }
  });

  it('goes smoothly from 0 to 1, no faster than the stretched cells are wide', () => {
    for (const mask of masks.slice(0, 50))
      mask.forEach((value, i) => {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        // 4 cells over 5 cells of 5 pixels: 6.25 pixels from one cell's centre to the next.
        if (i % 20 > 0) expect(Math.abs(value - (mask[i - 1] ?? 0))).toBeLessThan(1 / 6.25 + 1e-6);
      });
    expect(masks.some((mask) => mask.includes(0) && mask.includes(1))).toBe(true);
  });

  it('lies at other offsets, and is the same again for the same seed and index', () => {
    expect(randomMask(SIZE, GRID, 7, 3)).toEqual(masks[3]);
    expect(randomMask(SIZE, GRID, 8, 3)).not.toEqual(masks[3]);
    // All cells kept but for their offsets: a column where the mask begins to fall tells the offset.
    const falls = masks.map((mask) => mask.findIndex((value) => value > 0 && value < 1));
    expect(new Set(falls).size).toBeGreaterThan(5);
  });
});

describe('rise', () => {
  const at = (y: number, x: number) => y * 20 + x;
  const weights = new Float32Array(240);
  weights[at(3, 4)] = 5;
  weights[at(8, 15)] = -3;
  const linear = (offset: number) =>
    tinyModel({ ...SIZE, range: [-1, 1] }, 1, (x) =>
      tf.add(
        tf.matMul(tf.reshape<tf.Rank.R2>(x, [-1, 240]), tf.tensor2d(weights, [240, 1])),
        offset,
      ),
    );
  const model = linear(0);
  const input = randomInput(model.card.input);
  const change = { ...GRID, masks: 256, cover: 'black' } as const;

  it('is the mean logit where the pixel is kept, less the mean over all masks', async () => {
    const [{ values, channels }] = await attribute('rise', model, [input], change);
    const masks = Array.from({ length: 256 }, (_, i) => randomMask(SIZE, GRID, 5, i));
    // −1 is black here: a kept share m of pixel p gives −1 + 2·m·p.
    const logits = masks.map((mask) =>
      weights.reduce((sum, w, i) => sum + w * (2 * (mask[i] ?? 0) * (input.values[i] ?? 0) - 1), 0),
    );
    const mean = logits.reduce((sum, logit) => sum + logit, 0) / 256;
    expect(channels).toBe(1);
    values.forEach((value, i) => {
      const kept = masks.reduce((sum, mask) => sum + (mask[i] ?? 0), 0);
      const weighted = masks.reduce((sum, mask, j) => sum + (mask[i] ?? 0) * (logits[j] ?? 0), 0);
      expect(value).toBeCloseTo(weighted / kept - mean, 4);
    });
  });

  it('is highest where the pixel that counts is, and lowest at the one against', async () => {
    const [{ values }] = await attribute('rise', model, [input], { ...change, masks: 1024 });
    const highest = values.indexOf(Math.max(...values));
    const lowest = values.indexOf(Math.min(...values));
    const distance = (pixel: number, y: number, x: number) =>
      Math.max(Math.abs(Math.floor(pixel / 20) - y), Math.abs((pixel % 20) - x));
    expect(distance(highest, 3, 4)).toBeLessThanOrEqual(2);
    expect(distance(lowest, 8, 15)).toBeLessThanOrEqual(2);
  });

  it('does not change with a constant in the logit', async () => {
    const [plain] = await attribute('rise', model, [input], change);
    const [offset] = await attribute('rise', linear(64), [input], change);
    plain.values.forEach((value, i) => {
      expect(Math.abs(value - offset.values[i])).toBeLessThan(1e-4);
    });
    expect(Math.max(...plain.values)).toBeGreaterThan(0.1);
  });

  it('gives 0 where no mask kept the pixel', async () => {
    const never = { cells: 2, keepShare: 0, masks: 4, cover: 'black' } as const;
    const [{ values }] = await attribute('rise', model, [input], never);
    expect(values.every((value) => value === 0)).toBe(true);
  });

  it('gives the same bytes for the same seed, others for another', async () => {
    const [first] = await attribute('rise', model, [input], change);
    const [again] = await attribute('rise', model, [input], change);
    const [other] = await attribute('rise', model, [input], { ...change, seed: 6 });
    expect(again.values).toEqual(first.values);
    expect(other.values).not.toEqual(first.values);
  });
});
