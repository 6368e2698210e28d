import { describe, expect, it } from 'vitest';
import type { Score } from '../../src/domain/score.ts';
import { preparePair } from '../../src/engine/metrics/preparePair.ts';
import { scorePair } from '../../src/engine/metrics/scorePair.ts';
import { goldenCases } from './goldenCases.ts';

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

describe.each(goldenCases())('golden case $name', (golden) => {
  const { height, width, k, windowRadius, expected } = golden;
  const map = (values: readonly number[]) => ({
    height,
    width,
    values: Float64Array.from(values),
  });
  const pair = preparePair({
    original: map(golden.original),
    perturbed: map(golden.perturbed),
    motion: { dx: 0, dy: 0 },
  });
  const scores = scorePair(pair, { k, windowRadius });
  const { topk } = expected;

  it.each([
    ['raw', scores.raw],
    ['aligned after no motion', scores.aligned],
  ])('%s', (_, got) => {
    if (!got) throw new Error('no scores');
    expectScore(
      got.topKIntersection,
      topk.intersection,
      topk.chance_intersection,
      topk.corrected_intersection,
    );
    expectScore(got.lensRecallAtK, topk.recall, topk.chance_recall, topk.corrected_recall);
    expectScore(
      got.lensPrecisionAtK,
      topk.precision,
      topk.chance_precision,
      topk.corrected_precision,
    );
  });
});
