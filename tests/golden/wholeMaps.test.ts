import { describe, expect, it } from 'vitest';
import type { Score } from '../../src/domain/score.ts';
import { pairDetails } from '../../src/engine/metrics/pairDetails.ts';
import { preparePair } from '../../src/engine/metrics/preparePair.ts';
import { goldenCases } from './goldenCases.ts';

/** Long sums, whose last digits depend on their order. */
const TOLERANCE = 1e-9;

function expectClose(got: number | null, wanted: number | null): void {
  if (got === null || wanted === null) expect(got).toBe(wanted);
  else expect(Math.abs(got - wanted)).toBeLessThanOrEqual(TOLERANCE);
}

function expectCorrelation(score: Score, wanted: number | null): void {
  expectClose(score.value, wanted);
  expect(score.reason).toBe(wanted === null ? 'constant-map' : null);
}

describe.each(goldenCases())('golden case $name', (golden) => {
  const { height, width, k, windowRadius, expected } = golden;
  const map = (values: readonly number[]) => ({
    height,
    width,
    values: Float64Array.from(values),
  });
  const detailsOf = () => {
    const pair = preparePair({
      original: map(golden.original),
      perturbed: map(golden.perturbed),
      motion: { dx: 0, dy: 0 },
    });
    return pairDetails(pair, { k, windowRadius });
  };

  it.each(['raw', 'aligned'] as const)('%s, after no motion', (which) => {
    const got = detailsOf()[which];
    if (!got) throw new Error('no scores');
    expectCorrelation(got.spearman, expected.spearman);
    expectCorrelation(got.kendall, expected.kendall);
    expectCorrelation(got.lensSpearman, expected.lens_spearman);
    expectCorrelation(got.lensKendall, expected.lens_kendall);
    expectCorrelation(got.pearson, expected.pearson);
    expectClose(got.massCenterShift.value, expected.mass_center_shift);
  });

  it('concentration', () => {
    const { original, perturbed } = detailsOf().concentration;
    expectClose(original.gini, expected.gini[0]);
    expectClose(perturbed.gini, expected.gini[1]);
    expectClose(original.entropy, expected.entropy[0]);
    expectClose(perturbed.entropy, expected.entropy[1]);
  });
});
