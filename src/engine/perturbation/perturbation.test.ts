import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BORDER_MODES,
  PERTURBATION_IDS,
  type PerturbationSettings,
} from '../../domain/perturbation.ts';
import type { ModelInput } from '../../domain/picture.ts';
import { createRandom } from '../random.ts';
import { perturb } from './registry.ts';

const settings = (change: Partial<PerturbationSettings>): PerturbationSettings => ({
  id: 'shift',
  shiftX: 0,
  shiftY: 0,
  border: 'edge',
  strength: 0,
  ...change,
});

function picture(height: number, width: number, channels: 1 | 3, seed = 1): ModelInput {
  const random = createRandom(seed, 'picture');
  const values = Float32Array.from({ length: height * width * channels }, () => random.uniform());
  return { height, width, channels, values };
}

const row = (...values: number[]): ModelInput => ({
  height: 1,
  width: values.length,
  channels: 1,
  values: Float32Array.from(values),
});
const moved = (input: ModelInput, change: Partial<PerturbationSettings>) =>
  Array.from(perturb(input, settings(change), 1).input.values);

describe('every perturbation', () => {
  it.each(PERTURBATION_IDS)('%s of size 0 is the identity to the bit, in its own memory', (id) => {
    for (const border of BORDER_MODES) {
      const input = picture(5, 7, 3);
      const result = perturb(input, settings({ id, border }), 9);
      expect(result.input).toEqual(input);
      expect(result.input.values).not.toBe(input.values);
      expect(result.size).toEqual({ linf: 0, l2: 0, clippedShare: 0 });
    }
  });

  it.each(PERTURBATION_IDS)('%s gives the same bytes for the same seed, within 0…1', (id) => {
    const change = settings({ id, shiftX: 1.25, shiftY: -0.5, strength: 20 });
    const once = perturb(picture(6, 6, 1), change, 3).input.values;
    expect(perturb(picture(6, 6, 1), change, 3).input.values).toEqual(once);
    expect(once.every((value) => value >= 0 && value <= 1)).toBe(true);
  });
});

describe('shift', () => {
  it('moves content right for a positive shiftX, with each border', () => {
    const input = row(0.1, 0.2, 0.3, 0.4).values;
    const [a = 0, b = 0, c = 0] = input;
    const four = row(...input);
    expect(moved(four, { shiftX: 1 })).toEqual([a, a, b, c]);
    expect(moved(four, { shiftX: 2, border: 'reflect' })).toEqual([c, b, a, b]);
    expect(moved(four, { shiftX: 1, border: 'constant' })).toEqual([0.5, a, b, c]);
    expect(moved(four, { shiftX: -3, border: 'constant' })[0]).toBe(input[3]);
  });

  it('moves content down for a positive shiftY, channels together', () => {
    const input = picture(4, 3, 3);
    const { values } = perturb(input, settings({ shiftY: 1 }), 1).input;
    expect(values.subarray(9, 36)).toEqual(input.values.subarray(0, 27));
    expect(values.subarray(0, 9)).toEqual(input.values.subarray(0, 9));
  });

  it('is bilinear between pixels', () => {
    const [first, second] = moved(row(0.25, 0.75, 0.25), { shiftX: 0.25 });
    expect(first).toBe(0.25);
    expect(second).toBeCloseTo(0.25 * 0.25 + 0.75 * 0.75, 7);
  });

  it('by whole pixels copies pixels exactly, whatever the size and border', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -5, max: 5 }),
        fc.integer({ min: -5, max: 5 }),
        fc.constantFrom(...BORDER_MODES),
        (dx, dy, border) => {
          const input = picture(12, 11, 1);
          const { values } = perturb(input, settings({ shiftX: dx, shiftY: dy, border }), 1).input;
          for (let y = 5; y < 7; y++)
            for (let x = 5; x < 6; x++)
              expect(values[y * 11 + x]).toBe(input.values[(y - dy) * 11 + (x - dx)]);
        },
      ),
    );
  });

  it('beyond the whole picture and on one pixel still knows its border', () => {
    expect(moved(row(0.25, 0.75), { shiftX: 32 })).toEqual([0.25, 0.25]);
    expect(moved(row(0.25, 0.75), { shiftX: 32, border: 'reflect' })).toEqual([0.25, 0.75]);
    expect(moved(row(0.25), { shiftX: 3, border: 'reflect' })).toEqual([0.25]);
    expect(moved(row(0.25, 0.75), { shiftX: 2, border: 'constant' })).toEqual([0.5, 0.5]);
  });

  it('reports its motion; the others have none', () => {
    const change = { shiftX: 1.5, shiftY: -2, strength: 1 };
    expect(perturb(row(0.5), settings(change), 1).motion).toEqual({ dx: 1.5, dy: -2 });
    expect(perturb(row(0.5), settings({ ...change, id: 'noiseSign' }), 1).motion).toBeNull();
  });
});

describe('noise and brightness', () => {
  const grey: ModelInput = {
    height: 40,
    width: 40,
    channels: 1,
    values: new Float32Array(1600).fill(0.5),
  };
  const change = (id: 'noiseSign' | 'noiseGaussian', strength: number, seed = 5) =>
    perturb(grey, settings({ id, strength }), seed).input.values.map((value) => value - 0.5);

  it.each(['noiseSign', 'noiseGaussian'] as const)('%s has one pattern for all strengths', (id) => {
    const small = change(id, 2);
    const large = change(id, 8);
    // Two float32 roundings near 0.5, one of them times four.
    small.forEach((value, i) => {
      expect(Math.abs(4 * value - (large[i] ?? 0))).toBeLessThan(5 * 2 ** -24);
    });
    expect(change(id, 2, 6)).not.toEqual(small);
  });

  it('noiseSign moves every value by ε, noiseGaussian by σ in the mean', () => {
    expect(change('noiseSign', 4).every((v) => Math.abs(Math.abs(v) - 4 / 255) < 1e-7)).toBe(true);
    const gaussian = change('noiseGaussian', 4);
    const deviation = Math.sqrt(gaussian.reduce((sum, v) => sum + v * v, 0) / 1600);
    // Four standard errors of a deviation: 4σ/√(2n).
    expect(Math.abs(deviation * 255 - 4)).toBeLessThan((4 * 4) / Math.sqrt(3200));
  });

  it('brightness adds per cent of the range, clips, and reports what was left', () => {
    const result = perturb(row(0.25, 0.75, 1), settings({ id: 'brightness', strength: 50 }), 1);
    expect(Array.from(result.input.values)).toEqual([0.75, 1, 1]);
    expect(result.size.linf).toBe(0.5);
    expect(result.size.l2).toBeCloseTo(Math.sqrt(0.25 + 0.0625), 12);
    expect(result.size.clippedShare).toBeCloseTo(2 / 3, 12);
  });
});
