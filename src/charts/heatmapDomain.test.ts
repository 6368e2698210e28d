import { describe, expect, it } from 'vitest';
import { Problem } from '../domain/problem.ts';
import { differenceDomain, differenceMap, lockedDomain, shareOf } from './heatmapDomain.ts';

const map = (...values: number[]) => ({
  height: 1,
  width: values.length,
  values: Float32Array.from(values),
});

describe('lockedDomain', () => {
  it('is one domain up to the largest value of both maps', () => {
    expect(lockedDomain([map(0, 1), map(0, 4)], 'full')).toEqual({
      signed: false,
      max: 4,
      quantile: null,
      clipped: false,
    });
  });

  it('is symmetric as soon as one map has a negative value', () => {
    expect(lockedDomain([map(0, 1), map(-4, 2)], 'full')).toMatchObject({ signed: true, max: 4 });
  });

  it('ends at the 99.5th percentile of the magnitudes of both, and says so', () => {
    const ramp = map(...Array.from({ length: 500 }, (_, i) => i + 1));
    const mirrored = map(...Array.from({ length: 500 }, (_, i) => -501 - i));
    expect(lockedDomain([ramp, mirrored], 'robust')).toEqual({
      signed: true,
      max: 995,
      quantile: 0.995,
      clipped: true,
    });
  });

  it('ends at the largest value where nearly everything is zero', () => {
    const sparse = map(...new Array<number>(999).fill(0), 7);
    expect(lockedDomain([sparse], 'robust')).toMatchObject({ max: 7, quantile: null });
  });

  it('has width 0 for maps that are zero everywhere, and colours them as zero', () => {
    const domain = lockedDomain([map(0, 0), map(0, 0)], 'robust');
    expect(domain.max).toBe(0);
    expect(shareOf(0, domain)).toBe(0);
    expect(shareOf(0, { ...domain, signed: true })).toBe(0.5);
  });
});

describe('difference', () => {
  it('is perturbed minus original, read on the scale of the pair', () => {
    const [original, perturbed] = [map(1, 2, 3), map(4, 2, 0)];
    const difference = differenceMap(original, perturbed);
    expect([...difference.values]).toEqual([3, 0, -3]);
    const pair = lockedDomain([original, perturbed], 'full');
    const domain = differenceDomain(difference, pair);
    expect(domain).toEqual({ signed: true, max: 4, quantile: null, clipped: false });
    expect([-4, 0, 3, 99].map((value) => shareOf(value, domain))).toEqual([0, 0.5, 0.875, 1]);
  });

  it('says when a change lies beyond the scale', () => {
    const [original, perturbed] = [map(-2, 0), map(2, 0)];
    const pair = lockedDomain([original, perturbed], 'full');
    expect(differenceDomain(differenceMap(original, perturbed), pair).clipped).toBe(true);
  });

  it('refuses maps of two sizes', () => {
    expect(() => differenceMap(map(1, 2), map(1))).toThrow(Problem);
  });
});
