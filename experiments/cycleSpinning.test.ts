import { readFile } from 'node:fs/promises';
import { decode } from 'fast-png';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultSettings } from '../src/domain/settings.ts';
import type { Engine } from '../src/engine/engine.ts';
import { explain } from '../src/engine/explain.ts';
import { preprocess } from '../src/engine/model/preprocess.ts';
import { perturb } from '../src/engine/perturbation/registry.ts';
import { alignedTopK } from './cycleSpinning.ts';
import { openShipped } from './openShipped.ts';
import { overlap } from './overlap.ts';
import { interval } from './summary.ts';

describe('overlap', () => {
  const values = Float32Array.from({ length: 30 }, (_, i) => i);
  const map = { height: 5, width: 6, values };

  it.each([
    [{ dx: 2, dy: -1 }, 0, 4 * 4, 6, 2],
    [{ dx: 0, dy: 1 }, 1, 2 * 4, 7, 13],
  ])('of %j with a border of %i', (motion, border, length, here, there) => {
    const [original, perturbed] = overlap(map, map, motion, border);
    expect(original.values).toHaveLength(length);
    expect([original.values[0], perturbed.values[0]]).toEqual([here, there]);
    expect(original.height * original.width).toBe(length);
  });
});

it('a mean lies in its interval, and the interval shrinks with the spread', () => {
  const wide = interval([0, 1, 0, 1, 0, 1, 0, 1], 1);
  expect(wide.mean).toBe(0.5);
  // ±1.96·0.5/√8 = ±0.35.
  expect(wide.low).toBeGreaterThan(0.05);
  expect(wide.low).toBeLessThan(0.3);
  expect(wide.high).toBeGreaterThan(0.7);
  expect(interval([0.5, 0.5, 0.5], 1)).toEqual({ mean: 0.5, low: 0.5, high: 0.5 });
});

describe('cycle spinning of the gradient of surface-natural', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openShipped('surface-natural');
  });
  afterAll(() => engine.model.dispose());

  it('over every phase makes it follow the part at one pixel, where it does not by itself', async () => {
    const file = new URL('../public/samples/scratch-1.png', import.meta.url);
    const { width, height, data, channels } = decode(await readFile(file));
    const pixels = Uint8ClampedArray.from(
      { length: 3 * width * height },
      (_, i) => data[Math.floor(i / 3) * channels] ?? 0,
    );
    const input = preprocess({ width, height, pixels }, engine.model.card.input);
    const { attribution, perturbation, seed } = defaultSettings(engine.model.card);
    const motion = { dx: 1, dy: 0 };
    const change = { ...perturbation, shiftX: 1, shiftY: 0 };
    const { input: moved } = await perturb(input, change, seed);
    const scores = [1, 64].map(async (spins) => {
      const settings = {
        attribution: { ...attribution, method: 'gradient', spins },
        seed,
      } as const;
      const question = { targetClass: 1, settings };
      const [here, there] = await explain(engine, [input, moved], question, async () => {});
      return alignedTopK(here.map, there.map, motion, 24);
    });
    const [plain, spun] = await Promise.all(scores);
    expect(plain).toBeLessThan(0.6);
    expect(spun).toBeGreaterThan(0.97);
  });
});
