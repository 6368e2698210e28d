import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Motion } from '../domain/perturbation.ts';
import type { OverlapScores, PairScores, Score } from '../domain/score.ts';
import { agreementOf, bestOf } from './agreement.ts';
import { decideVerdict } from './verdict.ts';

const score = (corrected: number | null): Score => ({
  value: corrected,
  chance: 0,
  corrected,
  pValue: null,
  reason: corrected === null ? 'chance-is-one' : null,
});

type Triple = readonly [number | null, number | null, number | null];

const overlaps = ([topK, recall, precision]: Triple): OverlapScores => ({
  topKIntersection: score(topK),
  lensRecallAtK: score(recall),
  lensPrecisionAtK: score(precision),
  topKDivIntersection: score(null),
  lensRecallAtKDiv: score(null),
  lensPrecisionAtKDiv: score(null),
});

const pairOf = (raw: Triple, aligned: Triple | null): PairScores => ({
  height: 96,
  width: 96,
  k: 461,
  windowRadius: 2,
  tiedAtCut: { original: false, perturbed: false },
  diverseCount: { original: 461, perturbed: 461 },
  raw: overlaps(raw),
  aligned: aligned && overlaps(aligned),
  validPixels: 9216,
});

const decide = (scores: PairScores, motion: Motion | null, agree: number, chance = 0) =>
  decideVerdict({
    scores,
    motion,
    originalClass: 1,
    perturbedClass: 1,
    gradientCheck: { passed: true, maxRelativeError: null, directions: 4 },
    parity: null,
    deadGradient: false,
    thresholds: { agree, chance },
    lattice: null,
  }).id;

const CORRECTED = fc.option(fc.integer({ min: -4, max: 10 }).map((n) => n / 10));
const TRIPLE = fc.tuple(CORRECTED, CORRECTED, CORRECTED);
const MOTION = fc.constantFrom<Motion>(
  { dx: 1, dy: 0 },
  { dx: 5, dy: 0 },
  { dx: 0, dy: 0, turn: 9 },
);
const PAIR = fc.oneof(
  TRIPLE.map((raw) => ({ scores: pairOf(raw, null), motion: null })),
  fc.record({ raw: TRIPLE, aligned: TRIPLE, motion: MOTION }).map(({ raw, aligned, motion }) => ({
    scores: pairOf(raw, aligned),
    motion,
  })),
);
const THRESHOLD = fc.integer({ min: 0, max: 10 }).map((n) => n / 10);

describe('agreementOf', () => {
  it('is the threshold up to which the verdict says that the explanation agrees', () => {
    fc.assert(
      fc.property(PAIR, THRESHOLD, ({ scores, motion }, agree) => {
        const says = ['stable', 'movedWithPart'].includes(decide(scores, motion, agree));
        const agreement = agreementOf(scores, motion);
        expect(agreement !== null && agreement >= agree).toBe(says);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes the larger of top-k and the lower LENS, and of two frames the larger', () => {
    expect(agreementOf(pairOf([0.2, 0.9, 0.5], null), null)).toBe(0.5);
    expect(agreementOf(pairOf([0.6, null, 0.5], null), null)).toBe(0.6);
    expect(agreementOf(pairOf([0.2, 0.9, 0.5], [0.4, 0.1, 0.1]), { dx: 2, dy: 0 })).toBe(0.5);
    expect(agreementOf(pairOf([0.2, 0.9, 0.5], [0.4, 0.1, 0.1]), { dx: 3, dy: 0 })).toBe(0.4);
    expect(agreementOf(pairOf([null, null, 1], null), null)).toBe(null);
  });
});

describe('bestOf', () => {
  it('is the threshold from which on an explanation that does not agree is no better than chance', () => {
    fc.assert(
      fc.property(PAIR, THRESHOLD, ({ scores, motion }, chance) => {
        const verdict = decide(scores, motion, 2, chance);
        const best = bestOf(scores);
        if (best === null) expect(verdict).toBe('cannotTell');
        else expect(verdict === 'noBetterThanChance').toBe(best <= chance);
      }),
      { numRuns: 2000 },
    );
  });
});
