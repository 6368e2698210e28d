import { describe, expect, it } from 'vitest';
import { inventedRow } from '../../../tests/inventedRow.ts';
import { failedRow } from '../../domain/pictureRow.ts';
import { Problem } from '../../domain/problem.ts';
import { DEFAULT_PERTURBATION } from '../../domain/settings.ts';
import { bootstrapMean, createBootstrap } from './bootstrap.ts';
import { summariseRows } from './summariseRows.ts';

describe('bootstrapMean', () => {
  it('has the mean, and a normal interval where there are many values', () => {
    const values = Array.from({ length: 400 }, (_, i) => i % 2);
    const { mean, low, high, count } = bootstrapMean(values, createBootstrap(1)) ?? expect.fail();
    expect([mean, count]).toEqual([0.5, 400]);
    // 1.96 · 0.5 / √400 = 0.049
    expect(low).toBeCloseTo(0.451, 2);
    expect(high).toBeCloseTo(0.549, 2);
  });

  it('of equal values is that value, of none nothing', () => {
    expect(bootstrapMean([0.25, 0.25], createBootstrap(1))).toEqual({
      mean: 0.25,
      low: 0.25,
      high: 0.25,
      count: 2,
    });
    expect(bootstrapMean([], createBootstrap(1))).toBe(null);
  });
});

describe('summariseRows', () => {
  const NOISE = { ...DEFAULT_PERTURBATION, id: 'noiseSign' as const };
  const lost = { id: 'void', reason: 'decision-changed', lattice: null } as const;
  const other = { predictedClass: 0, probability: 0.6, targetProbability: 0.4 };
  const kept = { predictedClass: 1, probability: 0.9, targetProbability: 0.9 };
  const rows = [
    inventedRow('a', 0.2, { label: 1 }),
    inventedRow('c', 0.6),
    inventedRow('b', 0.4, {
      label: 1,
      verdict: lost,
      decision: { original: kept, perturbed: other },
    }),
    inventedRow('a', 1, { perturbation: NOISE, aligned: null }),
    failedRow(
      { picture: 'd', sha256: null, label: 0, perturbation: DEFAULT_PERTURBATION },
      new Problem('file-empty'),
      0,
    ),
  ];

  it('counts verdicts, failures and right decisions, and takes means where there are numbers', () => {
    const [shift, noise] = summariseRows(rows, 7);
    expect(shift).toMatchObject({
      judged: 3,
      failed: 1,
      verdicts: { movedWithPart: 2, void: 1, stable: 0, changed: 0 },
      right: { original: 2, perturbed: 1, labelled: 2 },
    });
    expect(shift.agreement?.mean).toBeCloseTo(0.4, 12);
    expect(shift.aligned?.lensRecallAtK.value?.mean).toBeCloseTo(0.7, 12);
    expect(shift.raw.ssim.corrected).toBe(null);
    expect(shift.raw.massCenterShift.value).toBe(null);
    expect(noise).toMatchObject({ perturbation: NOISE, judged: 1, aligned: null });
  });

  it('is the same whatever order the pictures come in', () => {
    const backwards = [rows[4], rows[2], rows[1], rows[0], rows[3]];
    expect(summariseRows(backwards, 7)).toEqual(summariseRows(rows, 7));
  });
});
