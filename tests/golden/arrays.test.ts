import { describe, expect, it } from 'vitest';
import { mapScores } from '../../src/engine/metrics/pairDetails.ts';
import { IS_THOROUGH } from '../mapArbitraries.ts';
import golden from './arrays/scipy-scikit-image.json' with { type: 'json' };
import { checksumOf, type LcgCase, lcgPair } from './lcgMaps.ts';

/** Long sums, whose last digits depend on their order. */
const TOLERANCE = 1e-9;

const cases: readonly LcgCase[] = golden.cases.map((c) => {
  const [a, b] = c.checksums;
  return { ...c, checksums: [a, b] };
});

function expectClose(got: number | null, wanted: number): void {
  expect(Math.abs((got ?? Number.NaN) - wanted)).toBeLessThanOrEqual(TOLERANCE);
}

const chosen = cases.filter(({ height, width }) => IS_THOROUGH || height * width <= 5000);

describe.each(chosen)('scipy and scikit-image, $name', (lcg) => {
  const [a, b] = lcgPair(lcg);
  const { checksums, exponent, expected } = lcg;

  it('the maps are those of the script', () => {
    expect([a, b].map((map) => checksumOf(map, exponent))).toEqual(checksums);
  });

  it('Spearman, Kendall and SSIM', () => {
    const { spearman, kendall, ssim } = mapScores(a, b, 0);
    expectClose(spearman.value, expected.spearman);
    expectClose(kendall.value, expected.kendall);
    expectClose(ssim.value, expected.ssim);
  });

  it.each(expected.lens)(
    'rank correlations of window means, w = $w',
    ({ w, spearman, kendall }) => {
      const { lensSpearman, lensKendall } = mapScores(a, b, w);
      expectClose(lensSpearman.value, spearman);
      expectClose(lensKendall.value, kendall);
    },
  );
});
