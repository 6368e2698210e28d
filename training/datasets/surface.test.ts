import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/domain/problem.ts';
import { renderSurface, SURFACE_CLASSES } from './surface.ts';

const seeds = Array.from({ length: 12 }, (_, i) => 1000 + 7919 * i);
const labels = SURFACE_CLASSES.map((_, label) => label);
const mean = (values: ArrayLike<number>) =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;

describe('renderSurface', () => {
  it('draws the same bytes for the same seed, others for another', () => {
    for (const seed of seeds) {
      const first = renderSurface(seed);
      expect(renderSurface(seed)).toEqual(first);
      expect(renderSurface(seed + 1).pixels).not.toEqual(first.pixels);
    }
  });

  it('draws every class by itself about equally often', () => {
    const counts = labels.map(() => 0);
    for (let seed = 0; seed < 300; seed++) {
      const { label } = renderSurface(seed, { height: 32, width: 32 });
      counts[label] = (counts[label] ?? 0) + 1;
    }
    expect(Math.min(...counts)).toBeGreaterThan(25);
  });

  it('marks a defect in every class but ok', () => {
    for (const label of labels) {
      for (const seed of seeds) {
        const { mask, pixels, height, width } = renderSurface(seed, { label });
        expect([pixels.length, mask.length]).toEqual([height * width, height * width]);
        const share = mean(mask);
        if (label === 0) expect(share).toBe(0);
        else {
          expect(share).toBeGreaterThan(0.002);
          expect(share).toBeLessThan(0.5);
        }
      }
    }
  });

  it('changes the picture inside the mask and hardly outside', () => {
    for (const label of labels.slice(1)) {
      for (const seed of seeds) {
        const sound = renderSurface(seed, { label: 0 }).pixels;
        const { pixels, mask } = renderSurface(seed, { label });
        const inside: number[] = [];
        const outside: number[] = [];
        pixels.forEach((value, i) => {
          (mask[i] ? inside : outside).push(Math.abs(value - (sound[i] ?? 0)));
        });
        expect(mean(inside)).toBeGreaterThan(10);
        expect(mean(inside)).toBeGreaterThan(8 * mean(outside));
      }
    }
  });

  it('is neither saturated nor flat', () => {
    for (const seed of seeds) {
      const { pixels } = renderSurface(seed);
      const centre = mean(pixels);
      const spread = Math.sqrt(mean(Array.from(pixels, (value) => (value - centre) ** 2)));
      const clipped = mean(pixels.map((value) => (value === 0 || value === 255 ? 1 : 0)));
      expect(centre).toBeGreaterThan(50);
      expect(centre).toBeLessThan(200);
      expect(spread).toBeGreaterThan(3);
      expect(clipped).toBeLessThan(0.02);
    }
  });

  it('shows the same content at three times the size', () => {
    const label = SURFACE_CLASSES.indexOf('crack');
    const small = renderSurface(5, { label });
    const large = renderSurface(5, { label, height: 288, width: 288 });
    const shrunk = Float32Array.from(small.pixels, (_, i) => {
      const [y, x] = [Math.floor(i / 96), i % 96];
      let sum = 0;
      for (let k = 0; k < 9; k++) {
        sum += large.pixels[(3 * y + Math.floor(k / 3)) * 288 + 3 * x + (k % 3)] ?? 0;
      }
      return sum / 9;
    });
    expect(mean(small.pixels.map((value, i) => Math.abs(value - (shrunk[i] ?? 0))))).toBeLessThan(
      8,
    );
    expect(mean(large.mask)).toBeCloseTo(mean(small.mask), 2);
  });

  it('refuses labels and sizes that it does not have', () => {
    expect(() => renderSurface(1, { label: 6 })).toThrow(Problem);
    expect(() => renderSurface(1, { height: 16 })).toThrow(Problem);
  });
});
