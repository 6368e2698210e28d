import { describe, expect, it } from 'vitest';
import type { ModelInput } from '../../domain/picture.ts';
import { makeBaseline } from './baseline.ts';

const picture = (height: number, width: number, channels: 1 | 3, at: (i: number) => number) => {
  const values = Float32Array.from({ length: height * width * channels }, (_, i) => at(i));
  return { height, width, channels, values } satisfies ModelInput;
};

describe('makeBaseline', () => {
  const colours = picture(4, 6, 3, (i) => (i % 3) * 0.25 + (i < 36 ? 0.125 : 0));

  it('black and white are the ends of the pixel scale, whatever the picture', () => {
    expect(makeBaseline('black', colours, 1).every((value) => value === 0)).toBe(true);
    expect(makeBaseline('white', colours, 1).every((value) => value === 1)).toBe(true);
  });

  it('mean is the mean of each channel', () => {
    const mean = makeBaseline('mean', colours, 1);
    expect(Array.from(mean.subarray(33, 36))).toEqual([0.0625, 0.3125, 0.5625]);
    expect(mean).toHaveLength(72);
  });

  it('noise is uniform, the same for every picture of one seed, another for another seed', () => {
    const noise = makeBaseline(
      'noise',
      picture(50, 50, 1, () => 0),
      1,
    );
    expect(
      makeBaseline(
        'noise',
        picture(50, 50, 1, () => 1),
        1,
      ),
    ).toEqual(noise);
    expect(
      makeBaseline(
        'noise',
        picture(50, 50, 1, () => 1),
        2,
      ),
    ).not.toEqual(noise);
    const mean = noise.reduce((sum, value) => sum + value, 0) / 2500;
    // Four standard errors of a uniform mean: 4·√(1/12/n).
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / 2500));
  });

  it('blurred spreads one bright pixel as a Gaussian of σ = 10/224 of the longer side', () => {
    const side = 112;
    const centre = (side / 2) * side + side / 2;
    const blurred = makeBaseline(
      'blurred',
      picture(side, side, 1, (i) => (i === centre ? 1 : 0)),
      1,
    );
    const total = blurred.reduce((sum, value) => sum + value, 0);
    const spread = blurred.reduce((sum, value, i) => sum + value * ((i % side) - side / 2) ** 2, 0);
    expect(total).toBeCloseTo(1, 5);
    // The tails beyond 3σ are cut: 2.7 % less variance than σ² = 25.
    expect(spread).toBeGreaterThan(24);
    expect(spread).toBeLessThan(25);
    expect(blurred[centre + 3]).toBeCloseTo(blurred[centre + 3 * side], 7);
  });

  it('blurred leaves an even picture even, also at its edges and for each channel', () => {
    const blurred = makeBaseline(
      'blurred',
      picture(20, 30, 3, (i) => (i % 3) / 2),
      1,
    );
    blurred.forEach((value, i) => {
      expect(value).toBeCloseTo((i % 3) / 2, 6);
    });
  });
});
