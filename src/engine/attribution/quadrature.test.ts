import { describe, expect, it } from 'vitest';
import { midpointRule } from './quadrature.ts';

const integral = (n: number, f: (x: number) => number) => {
  const { nodes, weights } = midpointRule(n);
  return nodes.reduce((sum, node, i) => sum + weights[i] * f(node), 0);
};

describe('midpointRule', () => {
  it.each([1, 2, 5, 16, 64, 255, 256])('with %i points: weights sum to 1, symmetric', (n) => {
    const { nodes, weights } = midpointRule(n);
    expect(weights).toHaveLength(n);
    expect(Math.abs(weights.reduce((sum, w) => sum + w, 0) - 1)).toBeLessThan(1e-13);
    nodes.forEach((node, i) => {
      expect(Math.abs(node + nodes[n - 1 - i] - 1)).toBeLessThan(1e-14);
    });
  });

  it('is exact for straight lines, and for a jump between two cells', () => {
    expect(integral(7, (x) => 3 * x - 1)).toBeCloseTo(0.5, 13);
    expect(integral(8, (x) => (x > 0.25 ? 1 : 0))).toBe(0.75);
  });

  it('has an error of 1/(12 n²) for x², a twenty-fourth of its second derivative', () => {
    for (const n of [4, 64])
      expect(1 / 3 - integral(n, (x) => x * x)).toBeCloseTo(1 / 12 / n ** 2, 13);
  });
});
