import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJpegBinaries } from '../../../cli/nodeJpeg.ts';
import {
  BORDER_MODES,
  type Motion,
  PATCH_PLACES,
  PERTURBATION_IDS,
  PERTURBATIONS,
  type PerturbationId,
  type PerturbationSettings,
} from '../../domain/perturbation.ts';
import type { ModelInput } from '../../domain/picture.ts';
import { DEFAULT_PERTURBATION } from '../../domain/settings.ts';
import { createRandom } from '../random.ts';
import { provideJpegBinaries } from './jpegCodec.ts';
import { perturb } from './registry.ts';

const settings = (change: Partial<PerturbationSettings>): PerturbationSettings => ({
  ...DEFAULT_PERTURBATION,
  shiftX: 0,
  strength: 0,
  ...change,
});

/** What changes nothing; a JPEG always does a little. */
const NEUTRAL_IDS = PERTURBATION_IDS.filter((id) => id !== 'jpeg');
const neutralOf = (id: PerturbationId) => PERTURBATIONS[id].strength?.neutral ?? 0;

provideJpegBinaries(readJpegBinaries);

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
const moved = async (input: ModelInput, change: Partial<PerturbationSettings>) =>
  Array.from((await perturb(input, settings(change), 1)).input.values);

describe('every perturbation', () => {
  it.each(NEUTRAL_IDS)('%s of size 0 is the identity to the bit, in its own memory', async (id) => {
    for (const border of BORDER_MODES)
      for (const patch of PATCH_PLACES) {
        const input = picture(5, 7, 3);
        const change = settings({ id, border, patch, strength: neutralOf(id), angle: 30 });
        const result = await perturb(input, change, 9);
        expect(result.input).toEqual(input);
        expect(result.input.values).not.toBe(input.values);
        expect(result.size).toEqual({ linf: 0, l2: 0, clippedShare: 0 });
      }
  });

  it.each(PERTURBATION_IDS)('%s gives the same bytes for the same seed, within 0…1', async (id) => {
    const strength = Math.min(20, PERTURBATIONS[id].strength?.max ?? 0);
    const change = settings({ id, shiftX: 1.25, shiftY: -0.5, strength });
    for (const channels of [1, 3] as const) {
      const once = await perturb(picture(6, 6, channels), change, 3);
      const again = await perturb(picture(6, 6, channels), change, 3);
      expect(again.input.values).toEqual(once.input.values);
      expect(once.input.values.every((value) => value >= 0 && value <= 1)).toBe(true);
      expect(once.size.linf).toBeGreaterThan(0);
    }
  });

  it('reports the motion of those that move the part, none of the others', async () => {
    const motions: Partial<Record<PerturbationId, Motion>> = {
      shift: { dx: 1.5, dy: -2 },
      rotate: { dx: 0, dy: 0, turn: 30 },
      scale: { dx: 0, dy: 0, zoom: 0.3 },
    };
    for (const id of PERTURBATION_IDS) {
      const change = settings({ id, shiftX: 1.5, shiftY: -2, strength: id === 'gamma' ? 3 : 30 });
      const { motion } = await perturb(row(0.5, 0.25), change, 1);
      expect(motion).toEqual(motions[id] ?? null);
      expect(motion !== null).toBe(PERTURBATIONS[id].geometric);
    }
  });
});

describe('shift', () => {
  it('moves content right for a positive shiftX, with each border', async () => {
    const input = row(0.1, 0.2, 0.3, 0.4).values;
    const [a = 0, b = 0, c = 0] = input;
    const four = row(...input);
    expect(await moved(four, { shiftX: 1 })).toEqual([a, a, b, c]);
    expect(await moved(four, { shiftX: 2, border: 'reflect' })).toEqual([c, b, a, b]);
    expect(await moved(four, { shiftX: 1, border: 'constant' })).toEqual([0.5, a, b, c]);
    expect((await moved(four, { shiftX: -3, border: 'constant' }))[0]).toBe(input[3]);
  });

  it('moves content down for a positive shiftY, channels together', async () => {
    const input = picture(4, 3, 3);
    const { values } = (await perturb(input, settings({ shiftY: 1 }), 1)).input;
    expect(values.subarray(9, 36)).toEqual(input.values.subarray(0, 27));
    expect(values.subarray(0, 9)).toEqual(input.values.subarray(0, 9));
  });

  it('is bilinear between pixels', async () => {
    const [first, second] = await moved(row(0.25, 0.75, 0.25), { shiftX: 0.25 });
    expect(first).toBe(0.25);
    expect(second).toBeCloseTo(0.25 * 0.25 + 0.75 * 0.75, 7);
  });

  it('by whole pixels copies pixels exactly, whatever the size and border', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: -5, max: 5 }),
        fc.integer({ min: -5, max: 5 }),
        fc.constantFrom(...BORDER_MODES),
        async (dx, dy, border) => {
          const input = picture(12, 11, 1);
          const change = settings({ shiftX: dx, shiftY: dy, border });
          const { values } = (await perturb(input, change, 1)).input;
          for (let y = 5; y < 7; y++)
            for (let x = 5; x < 6; x++)
              expect(values[y * 11 + x]).toBe(input.values[(y - dy) * 11 + (x - dx)]);
        },
      ),
    );
  });

  it('beyond the whole picture and on one pixel still knows its border', async () => {
    expect(await moved(row(0.25, 0.75), { shiftX: 32 })).toEqual([0.25, 0.25]);
    expect(await moved(row(0.25, 0.75), { shiftX: 32, border: 'reflect' })).toEqual([0.25, 0.75]);
    expect(await moved(row(0.25), { shiftX: 3, border: 'reflect' })).toEqual([0.25]);
    expect(await moved(row(0.25, 0.75), { shiftX: 2, border: 'constant' })).toEqual([0.5, 0.5]);
  });

  it('reports its motion; the others have none', async () => {
    const change = { shiftX: 1.5, shiftY: -2, strength: 1 };
    expect((await perturb(row(0.5), settings(change), 1)).motion).toEqual({ dx: 1.5, dy: -2 });
    const noise = settings({ ...change, id: 'noiseSign' });
    expect((await perturb(row(0.5), noise, 1)).motion).toBeNull();
  });
});

const NOISES = ['noiseSign', 'noiseUniform', 'noiseGaussian'] as const;

describe('noise and brightness', () => {
  const grey: ModelInput = {
    height: 40,
    width: 40,
    channels: 1,
    values: new Float32Array(1600).fill(0.5),
  };
  const change = async (id: (typeof NOISES)[number], strength: number, seed = 5) => {
    const { input } = await perturb(grey, settings({ id, strength }), seed);
    return input.values.map((value) => value - 0.5);
  };

  it.each(NOISES)('%s has one pattern for all strengths', async (id) => {
    const small = await change(id, 2);
    const large = await change(id, 8);
    // Two float32 roundings near 0.5, one of them times four.
    small.forEach((value, i) => {
      expect(Math.abs(4 * value - (large[i] ?? 0))).toBeLessThan(5 * 2 ** -24);
    });
    expect(await change(id, 2, 6)).not.toEqual(small);
  });

  it('noiseSign moves every value by ε, noiseGaussian by σ in the mean', async () => {
    const signs = await change('noiseSign', 4);
    expect(signs.every((v) => Math.abs(Math.abs(v) - 4 / 255) < 1e-7)).toBe(true);
    const gaussian = await change('noiseGaussian', 4);
    const deviation = Math.sqrt(gaussian.reduce((sum, v) => sum + v * v, 0) / 1600);
    // Four standard errors of a deviation: 4σ/√(2n).
    expect(Math.abs(deviation * 255 - 4)).toBeLessThan((4 * 4) / Math.sqrt(3200));
  });

  it('noiseUniform fills −ε…ε evenly', async () => {
    const values = await change('noiseUniform', 4);
    const levels = Array.from(values, (value) => value * 255);
    expect(levels.every((level) => Math.abs(level) <= 4 + 1e-4)).toBe(true);
    // Four quarters of the range: 400 of 1600 each, four standard deviations of 17.3 apart at most.
    for (let quarter = -2; quarter < 2; quarter++) {
      const count = levels.filter((level) => Math.floor(level / 2) === quarter).length;
      expect(Math.abs(count - 400)).toBeLessThan(70);
    }
  });

  it('brightness adds per cent of the range, clips, and reports what was left', async () => {
    const change = settings({ id: 'brightness', strength: 50 });
    const result = await perturb(row(0.25, 0.75, 1), change, 1);
    expect(Array.from(result.input.values)).toEqual([0.75, 1, 1]);
    expect(result.size.linf).toBe(0.5);
    expect(result.size.l2).toBeCloseTo(Math.sqrt(0.25 + 0.0625), 12);
    expect(result.size.clippedShare).toBeCloseTo(2 / 3, 12);
  });
});
