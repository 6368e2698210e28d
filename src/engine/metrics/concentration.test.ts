import { describe, expect, it } from 'vitest';
import { entropy } from './entropy.ts';
import { gini } from './gini.ts';

const list = (...values: readonly number[]) => Float64Array.from(values);

describe('gini', () => {
  it('is 0 for a flat map, (N − 1)/N for one pixel alone, whatever the signs', () => {
    expect(gini(list(0.3, -0.3, 0.3))).toBe(0);
    expect(gini(list(0, -7, 0, 0))).toBe(3 / 4);
    expect(gini(list(1, 3))).toBe(1 / 4);
    expect(gini(Float32Array.of(0, 2))).toBe(1 / 2);
  });

  it('of one pixel is 0, of a zero map undefined', () => {
    expect(gini(list(-5))).toBe(0);
    expect(gini(list(0, -0))).toBeNull();
  });
});

describe('entropy', () => {
  it('is 1 for a flat map, 0 for one pixel alone, whatever the signs', () => {
    for (let size = 2; size < 60; size++)
      expect(entropy(new Float64Array(size).fill(-0.3))).toBeCloseTo(1, 14);
    expect(entropy(list(0, -7, 0, 0))).toBe(0);
    expect(entropy(list(1, 0, -1, 0))).toBeCloseTo(1 / 2, 14);
  });

  it('never passes 1', () => {
    for (let size = 2; size < 200; size++)
      expect(entropy(new Float64Array(size).fill(0.3))).toBeLessThanOrEqual(1);
  });

  it('of one pixel and of a zero map is undefined', () => {
    expect(entropy(list(3))).toBeNull();
    expect(entropy(list(0, -0))).toBeNull();
  });
});
