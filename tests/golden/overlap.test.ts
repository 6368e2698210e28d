import { describe, expect, it } from 'vitest';
import type { Score } from '../../src/domain/score.ts';
import { pairPValues } from '../../src/engine/metrics/pairPValues.ts';
import { preparePair } from '../../src/engine/metrics/preparePair.ts';
import { scorePair } from '../../src/engine/metrics/scorePair.ts';
import { type GoldenOverlap, goldenCases } from './goldenCases.ts';

/** Ratios of whole numbers: only the last digit of a division may differ. */
const TOLERANCE = 1e-12;

function expectClose(got: number | null, wanted: number | null): void {
  if (got === null || wanted === null) expect(got).toBe(wanted);
  else expect(Math.abs(got - wanted)).toBeLessThanOrEqual(TOLERANCE);
}

function expectScore(score: Score, value: number, chance: number, corrected: number | null): void {
  expectClose(score.value, value);
  expectClose(score.chance, chance);
  expectClose(score.corrected, corrected);
  expect(score.reason).toBe(corrected === null ? 'chance-is-one' : null);
}

function expectOverlap(golden: GoldenOverlap, [plain, recall, precision]: readonly Score[]): void {
  const { intersection, chance_intersection, corrected_intersection } = golden;
  expectScore(plain, intersection, chance_intersection, corrected_intersection);
  expectScore(recall, golden.recall, golden.chance_recall, golden.corrected_recall);
  expectScore(precision, golden.precision, golden.chance_precision, golden.corrected_precision);
}

describe.each(goldenCases())('golden case $name', (golden) => {
  const { height, width, k, windowRadius, expected } = golden;
  const map = (values: readonly number[]) => ({
    height,
    width,
    values: Float64Array.from(values),
  });
  const pairOf = () =>
    preparePair({
      original: map(golden.original),
      perturbed: map(golden.perturbed),
      motion: { dx: 0, dy: 0 },
    });

  it.each(['raw', 'aligned'] as const)('%s, after no motion', (which) => {
    const got = scorePair(pairOf(), { k, windowRadius })[which];
    if (!got) throw new Error('no scores');
    expectOverlap(expected.topk, [got.topKIntersection, got.lensRecallAtK, got.lensPrecisionAtK]);
    expectOverlap(expected.div, [
      got.topKDivIntersection,
      got.lensRecallAtKDiv,
      got.lensPrecisionAtKDiv,
    ]);
  });

  it('number of diverse pixels', () => {
    const { count_original: original, count_perturbed: perturbed } = expected.div;
    const { diverseCount } = scorePair(pairOf(), { k, windowRadius });
    expect(diverseCount).toEqual({ original, perturbed });
  });

  it('p-value of LENS recall', () => {
    const { raw } = pairPValues(pairOf(), { k, windowRadius });
    expectClose(raw?.lensRecallAtK ?? null, expected.null_recall.p_value);
  });
});
