import { describe, expect, it } from 'vitest';
import { inventedReport } from '../report/inventedReport.ts';
import { sessionOf } from '../report/session.ts';
import { agreementOf, type Recomputed } from './agreement.ts';

const report = inventedReport();
const session = sessionOf(report, 'en');
const now: Recomputed = report;

const value = (shift: number, aligned = false): Recomputed => {
  const group = aligned ? 'aligned' : 'raw';
  const scores = report.scores[group] ?? report.scores.raw;
  const { topKIntersection } = scores;
  const moved = { ...topKIntersection, value: (topKIntersection.value ?? 0) + shift };
  return {
    ...now,
    scores: { ...report.scores, [group]: { ...scores, topKIntersection: moved } },
  };
};

const shares = (perturbed: number[]): Recomputed => ({
  ...now,
  analysis: {
    ...report.analysis,
    perturbed: { probabilities: Float32Array.from(perturbed) },
  },
});

const kinds = (recomputed: Recomputed) =>
  agreementOf(session, recomputed).differences.map(({ kind }) => kind);

describe('a report computed anew', () => {
  it('agrees exactly with itself', () => {
    expect(agreementOf(session, now)).toEqual({ exact: true, differences: [], otherModel: false });
  });

  it.each([0.02, -0.02, 1e-12])('agrees, but not exactly, with a score %d off', (shift) => {
    expect(agreementOf(session, value(shift))).toMatchObject({ exact: false, differences: [] });
  });

  it.each([0.0201, -0.021])('differs from a score %d off, and says what it was and is', (shift) => {
    const then = session.scores.aligned?.topKIntersection.value ?? 0;
    const [first, ...others] = agreementOf(session, value(shift, true)).differences;
    const at = { kind: 'score', id: 'topKIntersection', aligned: true };
    expect(first).toEqual({ ...at, then, now: then + shift });
    expect(others).toEqual([]);
  });

  it('agrees with a missing score only where one was missing then', () => {
    const missing = {
      ...report.scores.raw,
      lensRecallAtK: { ...report.scores.raw.lensRecallAtK, value: null },
    };
    const scores = { ...report.scores, raw: missing };
    const gap = agreementOf(session, { ...now, scores }).differences;
    expect(gap).toMatchObject([{ id: 'lensRecallAtK', aligned: false, now: null }]);
    expect(agreementOf({ ...session, scores }, { ...now, scores }).exact).toBe(true);
    const still = { ...report.scores, aligned: null };
    expect(kinds({ ...now, scores: still })).toEqual(Array(6).fill('score'));
  });

  it('holds the verdict, both decisions and every probability against then', () => {
    expect(kinds({ ...now, verdict: { id: 'changed' } })).toEqual(['verdict']);
    const probabilities = [...session.probabilities.perturbed];
    const near = probabilities.with(1, probabilities[1] - 0.0099);
    expect(agreementOf(session, shares(near))).toMatchObject({ exact: false, differences: [] });
    const far = probabilities.with(1, probabilities[1] - 0.011);
    expect(agreementOf(session, shares(far)).differences).toMatchObject([
      { kind: 'probability', side: 'perturbed', index: 1 },
    ]);
    const turned = probabilities.with(1, 0.03).with(2, 0.94);
    const [decision, ...rest] = agreementOf(session, shares(turned)).differences;
    expect(decision).toEqual({ kind: 'decision', side: 'perturbed', then: 1, now: 2 });
    expect(rest.map(({ kind }) => kind)).toEqual(['probability', 'probability']);
  });

  it('counts classes instead of comparing lists of another length', () => {
    const long = shares(Array.from({ length: 50_000 }, (_, i) => (i === 1 ? 0.9 : 0)));
    expect(agreementOf(session, long).differences).toEqual([
      { kind: 'classCount', side: 'perturbed', then: 6, now: 50_000 },
    ]);
  });

  it('tells another version of the model', () => {
    const other = { ...session, modelSha256: 'f'.repeat(64) };
    expect(agreementOf(other, now)).toMatchObject({ exact: true, otherModel: true });
  });
});
