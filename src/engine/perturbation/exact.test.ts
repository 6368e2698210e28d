import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BORDER_MODES,
  type PerturbationId,
  type PerturbationSettings,
} from '../../domain/perturbation.ts';
import type { ModelInput } from '../../domain/picture.ts';
import { DEFAULT_PERTURBATION } from '../../domain/settings.ts';
import { createRandom } from '../random.ts';
import { gaussianWeights } from './blurGaussian.ts';
import { pathWeights } from './blurMotion.ts';
import { exponential, power } from './portableMath.ts';
import { perturb } from './registry.ts';

function noise(height: number, width: number, channels: 1 | 3 = 1): ModelInput {
  const random = createRandom(3, 'exact');
  const values = Float32Array.from({ length: height * width * channels }, () => random.uniform());
  return { height, width, channels, values };
}

/** One bright pixel in the middle of a black picture. */
function impulse(side: number): ModelInput {
  const values = new Float32Array(side * side);
  values[(values.length - 1) / 2] = 1;
  return { height: side, width: side, channels: 1, values };
}

async function changed(
  input: ModelInput,
  id: PerturbationId,
  change: Partial<PerturbationSettings> = {},
  seed = 1,
) {
  return perturb(input, { ...DEFAULT_PERTURBATION, ...change, id }, seed);
}
const valuesOf = async (...args: Parameters<typeof changed>) =>
  Array.from((await changed(...args)).input.values);
const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

describe('rotate and scale', () => {
  it('by 90° is the clockwise permutation of a square picture, whatever the border', async () => {
    const input = noise(5, 5, 3);
    for (const border of BORDER_MODES) {
      const values = await valuesOf(input, 'rotate', { strength: 90, border });
      const expected = values.map((_, i) => {
        const [y, x, c] = [Math.floor(i / 15), Math.floor(i / 3) % 5, i % 3];
        return input.values[((4 - x) * 5 + y) * 3 + c];
      });
      expect(values).toEqual(expected);
    }
  });

  it('by 180° reverses the pixels of any picture, and four quarter turns undo themselves', async () => {
    const input = noise(4, 7);
    const back = Array.from(input.values).reverse();
    for (const strength of [180, -180])
      expect(await valuesOf(input, 'rotate', { strength })).toEqual(back);
    let turned = noise(6, 6);
    for (let i = 0; i < 4; i++) turned = (await changed(turned, 'rotate', { strength: -90 })).input;
    expect(turned).toEqual(noise(6, 6));
  });

  it('at 200 % repeats the middle, at 50 % takes every second pixel', async () => {
    const values = Float32Array.of(0, 0.25, 0.5, 0.75, 1);
    const row: ModelInput = { height: 1, width: 5, channels: 1, values };
    expect(await valuesOf(row, 'scale', { strength: 200 })).toEqual([
      0.25, 0.375, 0.5, 0.625, 0.75,
    ]);
    expect(await valuesOf(row, 'scale', { strength: 50 })).toEqual([0, 0, 0.5, 1, 1]);
    const constant = await valuesOf(row, 'scale', { strength: 50, border: 'constant' });
    expect(constant).toEqual([0.5, 0, 0.5, 1, 0.5]);
  });

  it('back and forth leaves a smooth picture nearly as it was, away from the border', async () => {
    const values = Float32Array.from(
      { length: 900 },
      (_, i) => 0.5 + 0.3 * Math.sin((i % 30) / 5) * Math.cos(Math.floor(i / 30) / 6),
    );
    const input: ModelInput = { height: 30, width: 30, channels: 1, values };
    await fc.assert(
      fc.asyncProperty(fc.double({ min: -180, max: 180, noNaN: true }), async (strength) => {
        const { input: there } = await changed(input, 'rotate', { strength });
        const { values: back } = (await changed(there, 'rotate', { strength: -strength })).input;
        for (let y = 8; y < 22; y++)
          for (let x = 8; x < 22; x++)
            expect(Math.abs(back[y * 30 + x] - values[y * 30 + x])).toBeLessThan(0.01);
      }),
      { numRuns: 30 },
    );
  });
});

describe('light', () => {
  it('contrast keeps the mean and multiplies what differs from it', async () => {
    const values = Float32Array.of(0.25, 0.5, 0.75, 0.5);
    const input: ModelInput = { height: 2, width: 2, channels: 1, values };
    expect(await valuesOf(input, 'contrast', { strength: -50 })).toEqual([0.375, 0.5, 0.625, 0.5]);
    expect(await valuesOf(input, 'contrast', { strength: 100 })).toEqual([0, 0.5, 1, 0.5]);
    const grey = { ...input, values: new Float32Array(4).fill(0.3) };
    expect((await changed(grey, 'contrast', { strength: 80 })).size.linf).toBe(0);
  });

  it('reports what contrast clipped', async () => {
    const values = Float32Array.of(0, 0, 1, 1);
    const input: ModelInput = { height: 2, width: 2, channels: 1, values };
    const { size } = await changed(input, 'contrast', { strength: 10 });
    expect(size).toEqual({ linf: 0, l2: 0, clippedShare: 1 });
  });

  it('gamma keeps black and white and their order, and follows v^γ', async () => {
    const values = Float32Array.of(0, 1e-6, 0.25, 0.5, 0.99, 1);
    const input: ModelInput = { height: 1, width: 6, channels: 1, values };
    expect(await valuesOf(input, 'gamma', { strength: 2 })).toEqual(
      Array.from(values, (value) => Math.fround(value ** 2)),
    );
    const brighter = await valuesOf(input, 'gamma', { strength: 0.2 });
    expect([brighter[0], brighter[5]]).toEqual([0, 1]);
    expect([...brighter].sort((a, b) => a - b)).toEqual(brighter);
  });

  it('powers and exponentials are those of Math, to 1e-13', () => {
    const unit = fc.double({ min: 1e-9, max: 1, noNaN: true });
    fc.assert(
      fc.property(unit, fc.double({ min: 0.2, max: 5, noNaN: true }), (v, gamma) => {
        expect(Math.abs(power(v, gamma) / v ** gamma - 1)).toBeLessThan(1e-13);
        expect(Math.abs(exponential(-20 * v) / Math.exp(-20 * v) - 1)).toBeLessThan(1e-13);
      }),
    );
    expect([power(0, 0.5), power(1, 3), exponential(0)]).toEqual([0, 1, 1]);
  });
});

describe('blur', () => {
  it('Gaussian weights are a bell that sums to 1; a flat picture stays', async () => {
    for (const sigma of [0, 0.1, 0.5, 1, 3.7, 8]) {
      const weights = gaussianWeights(sigma);
      expect(sum(weights)).toBeCloseTo(1, 14);
      expect([...weights].reverse()).toEqual([...weights]);
    }
    const [, one = 0, two = 0] = gaussianWeights(1).subarray(4);
    expect(two / one).toBeCloseTo(Math.exp(-1.5), 14);
    const flat = { ...noise(9, 9), values: new Float32Array(81).fill(0.25) };
    expect((await changed(flat, 'blurGaussian', { strength: 2 })).size.linf).toBeLessThan(1e-7);
  });

  it('Gaussian spreads an impulse with the variance it is asked for', async () => {
    const values = await valuesOf(impulse(41), 'blurGaussian', { strength: 2 });
    expect(sum(values)).toBeCloseTo(1, 5);
    const variance = sum(values.map((value, i) => value * ((i % 41) - 20) ** 2));
    expect(variance).toBeCloseTo(4, 1);
  });

  it('motion of L pixels is a box: three thirds for 3, halves at the ends of an even one', () => {
    expect([...pathWeights(3)]).toEqual([1 / 3, 1 / 3, 1 / 3]);
    expect([...pathWeights(4)]).toEqual([0.125, 0.25, 0.25, 0.25, 0.125]);
    expect([...pathWeights(1)]).toEqual([1]);
    for (const length of [1, 1.5, 2, 7.25, 31]) expect(sum(pathWeights(length))).toBeCloseTo(1, 14);
  });

  it('motion spreads an impulse along its direction, and nowhere else', async () => {
    const at = (values: number[]) =>
      [...values.keys()].filter((i) => values[i]).map((i) => [(i % 7) - 3, Math.floor(i / 7) - 3]);
    const third = Math.fround(1 / 3);
    const across = await valuesOf(impulse(7), 'blurMotion', { strength: 3, angle: 0 });
    expect(at(across)).toEqual([
      [-1, 0],
      [0, 0],
      [1, 0],
    ]);
    expect(across.filter(Boolean)).toEqual([third, third, third]);
    const down = await valuesOf(impulse(7), 'blurMotion', { strength: 3, angle: 90 });
    expect(at(down)).toEqual([
      [0, -1],
      [0, 0],
      [0, 1],
    ]);
    const aslant = await valuesOf(impulse(7), 'blurMotion', { strength: 7, angle: 45 });
    expect(sum(aslant)).toBeCloseTo(1, 6);
    // Clockwise on the screen: right and down together.
    expect(aslant[5 * 7 + 5]).toBeGreaterThan(0.05);
    expect(aslant[1 * 7 + 5]).toBe(0);
  });

  it('neither makes values outside those of the picture', async () => {
    const input = noise(12, 9, 3);
    const [least, most] = [Math.min(...input.values), Math.max(...input.values)];
    for (const id of ['blurGaussian', 'blurMotion'] as const) {
      const { input: out, size } = await changed(input, id, { strength: 5, angle: 20 });
      expect(Math.min(...out.values)).toBeGreaterThanOrEqual(least - 1e-7);
      expect(Math.max(...out.values)).toBeLessThanOrEqual(most + 1e-7);
      expect(size.clippedShare).toBe(0);
    }
  });
});

describe('occluder', () => {
  const patched = async (change: Partial<PerturbationSettings>, seed = 1) => {
    const input = noise(20, 30, 3);
    const values = await valuesOf(input, 'occluder', change, seed);
    const places = [...values.keys()].filter((i) => values[i] !== input.values[i]);
    expect(places.every((i) => values[i] === 0.5)).toBe(true);
    const pixels = [...new Set(places.map((i) => Math.floor(i / 3)))];
    const [ys, xs] = [pixels.map((i) => Math.floor(i / 30)), pixels.map((i) => i % 30)];
    const corner = pixels.length > 0 ? [Math.min(...xs), Math.min(...ys)] : [];
    return { count: pixels.length, corner };
  };

  it('covers a square of its share of the shorter side, whole within the picture', async () => {
    for (const [strength, side] of [
      [0, 0],
      [5, 1],
      [15, 3],
      [50, 10],
      [100, 20],
    ] as const)
      for (let seed = 0; seed < 20; seed++)
        expect((await patched({ strength }, seed)).count).toBe(side * side);
  });

  it('lies elsewhere for another seed, and can reach every corner', async () => {
    const corners = new Set<string>();
    for (let seed = 0; seed < 60; seed++)
      corners.add((await patched({ strength: 90 }, seed)).corner.join());
    expect(corners.size).toBeGreaterThan(20);
    expect([...corners].some((corner) => corner.endsWith(',2'))).toBe(true);
    expect([...corners].some((corner) => corner.endsWith(',0'))).toBe(true);
    expect([...corners].some((corner) => corner.startsWith('12,'))).toBe(true);
    expect([...corners].some((corner) => corner.startsWith('0,'))).toBe(true);
  });

  it('lies where it is put, cut at the border', async () => {
    const at = (patchX: number, patchY: number) =>
      patched({ strength: 20, patch: 'chosen', patchX, patchY }, 7);
    expect(await at(50, 50)).toEqual({ count: 16, corner: [13, 8] });
    expect(await at(0, 0)).toEqual({ count: 4, corner: [0, 0] });
    expect(await at(100, 50)).toEqual({ count: 8, corner: [28, 8] });
  });
});
