import type { BeliefFinding, BeliefId, BeliefReason, BeliefVerdict } from '../domain/belief.ts';

const found = (
  id: BeliefId,
  verdict: BeliefVerdict,
  reason: BeliefReason,
  value: number | null,
  mean = 0,
  spread: number | null = null,
): BeliefFinding => ({
  id,
  verdict,
  reason,
  value,
  reference: value === null ? null : { mean, spread },
  evidence: null,
  durationMs: 120,
});

/** Findings of every verdict, for tests and drawings; no number was measured. */
export const inventedBelief: readonly BeliefFinding[] = [
  found('completeness', 'pass', 'gap-small', 0.0021),
  found('latticeShare', 'doubtful', 'some-grid', 0.181, 0.0052, 0.0009),
  found('pointing', 'fail', 'miss', 0, 0.031),
  found('noiseFloor', 'cannotSay', 'draws-nothing', null),
  found('deletion', 'pass', 'better-than-random', 0.203, 0.859, 0.0251),
  found('insertion', 'fail', 'worse-than-random', 0.811, 0.886, 0.0284),
  found('agreement', 'doubtful', 'methods-partly', 0.434),
  found('randomisation', 'pass', 'map-changed', 0.206),
];
