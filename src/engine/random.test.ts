import { describe, expect, it } from 'vitest';
import { createRandom } from './random.ts';

const draw = (seed: number, stream?: string) => {
  const random = createRandom(seed, stream);
  return Array.from({ length: 8 }, () => random.uniform());
};

describe('createRandom', () => {
  it('gives the same numbers for the same seed and stream, others otherwise', () => {
    expect(draw(42, 'noise')).toEqual(draw(42, 'noise'));
    expect(draw(42, 'noise')).not.toEqual(draw(43, 'noise'));
    expect(draw(42, 'noise')).not.toEqual(draw(42, 'baseline'));
  });

  it('has the moments of its distributions', () => {
    const random = createRandom(7);
    const n = 40_000;
    const normals = Array.from({ length: n }, () => random.normal());
    const mean = normals.reduce((sum, x) => sum + x, 0) / n;
    const variance = normals.reduce((sum, x) => sum + (x - mean) ** 2, 0) / n;
    // Four standard errors: 4/√n and 4·√(2/n).
    expect(Math.abs(mean)).toBeLessThan(0.02);
    expect(Math.abs(variance - 1)).toBeLessThan(0.029);
    const signs = Array.from({ length: n }, () => random.sign());
    expect(Math.abs(signs.reduce<number>((sum, s) => sum + s, 0)) / n).toBeLessThan(0.02);
    expect(random.integer(3, 3)).toBe(3);
  });
});
