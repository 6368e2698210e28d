import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Motion } from '../domain/perturbation.ts';
import { DEFAULT_THRESHOLDS, type OverlapScores, type Score } from '../domain/score.ts';
import { latticeEvidence } from './lattice.ts';
import { decideVerdict, type VerdictFacts } from './verdict.ts';

const score = (corrected: number | null): Score => ({
  value: corrected,
  chance: 0,
  corrected,
  pValue: null,
  reason: corrected === null ? 'chance-is-one' : null,
});

/** Corrected top-k, recall, precision. */
type Triple = readonly [number | null, number | null, number | null];

const scores = ([topK, recall, precision]: Triple): OverlapScores => ({
  topKIntersection: score(topK),
  lensRecallAtK: score(recall),
  lensPrecisionAtK: score(precision),
  // No verdict stands on these.
  topKDivIntersection: score(null),
  lensRecallAtKDiv: score(null),
  lensPrecisionAtKDiv: score(null),
});

interface Short {
  readonly raw: Triple;
  readonly aligned?: Triple;
  readonly motion?: Motion;
  readonly facts?: Partial<VerdictFacts>;
}

const evidence = { stride: 8, alignedAtMultiples: 0.9, shifts: 8 };

function decide({ raw, aligned, motion, facts }: Short) {
  return decideVerdict({
    scores: {
      height: 96,
      width: 96,
      k: 461,
      windowRadius: 2,
      tiedAtCut: { original: false, perturbed: false },
      diverseCount: { original: 461, perturbed: 461 },
      raw: scores(raw),
      aligned: aligned ? scores(aligned) : null,
      validPixels: 9216,
    },
    motion: motion ?? null,
    originalClass: 1,
    perturbedClass: 1,
    gradientCheck: { passed: true, maxRelativeError: 1e-4, directions: 4 },
    parity: null,
    deadGradient: false,
    thresholds: DEFAULT_THRESHOLDS,
    lattice: null,
    ...facts,
  });
}

const one: Motion = { dx: 1, dy: 0 };
const three: Motion = { dx: 0, dy: -3 };
const eight: Motion = { dx: 8, dy: 0 };
const good: Triple = [0.9, 0.95, 0.95];
const poor: Triple = [0.3, 0.5, 0.6];
const nothing: Triple = [0.1, 0.05, -0.2];

describe('decideVerdict', () => {
  const failed = { passed: false, maxRelativeError: 0.3, directions: 4 };
  const sameMap = {
    passed: true,
    maxDifference: 1e-6,
    relativeError: 1e-6,
    sharedStrongest: 100,
    strongest: 100,
  };
  const otherMap = { ...sameMap, passed: false, maxDifference: 0.02 };

  it.each<[string, Short, string, string]>([
    [
      '1 before all',
      { raw: good, facts: { gradientCheck: failed, deadGradient: true, perturbedClass: 2 } },
      'cannotTell',
      'gradient-check-failed',
    ],
    [
      '1 on another backend it is another map',
      { raw: good, facts: { parity: otherMap, deadGradient: true } },
      'cannotTell',
      'backends-disagree',
    ],
    ['1 the same map there', { raw: good, facts: { parity: sameMap } }, 'stable', 'same-pixels'],
    [
      '2 before 3',
      { raw: good, facts: { deadGradient: true, perturbedClass: 2 } },
      'cannotTell',
      'dead-gradient',
    ],
    ['3 before any score', { raw: good, facts: { perturbedClass: 2 } }, 'void', 'decision-changed'],
    ['4 the same pixels', { raw: good }, 'stable', 'same-pixels'],
    ['4 exactly at the threshold', { raw: [0.7, 0, 0] }, 'stable', 'same-pixels'],
    [
      '4 after a small motion, aligned or not',
      { raw: good, aligned: nothing, motion: one },
      'stable',
      'same-pixels',
    ],
    [
      '4 when all else is missing',
      { raw: [0.8, null, null], aligned: [null, null, null], motion: one },
      'stable',
      'same-pixels',
    ],
    [
      '4 after a motion it followed',
      { raw: good, aligned: good, motion: three },
      'stable',
      'same-pixels',
    ],
    [
      '4 after a motion it followed within w',
      { raw: good, aligned: [0.6, 0.8, 0.8], motion: three },
      'stable',
      'same-pixels',
    ],
    [
      '5 moved with the part',
      { raw: poor, aligned: good, motion: eight },
      'movedWithPart',
      'aligned-agrees',
    ],
    [
      '5 before 6',
      { raw: [0.3, 0.9, 0.9], aligned: [0.7, 0, 0], motion: one },
      'movedWithPart',
      'aligned-agrees',
    ],
    [
      '6 within the window',
      { raw: [0.3, 0.7, 0.7], aligned: poor, motion: one },
      'movedWithPart',
      'window-agrees',
    ],
    [
      '6 the motion may be w long',
      { raw: [0.3, 0.7, 0.7], aligned: poor, motion: { dx: -2, dy: 2 } },
      'movedWithPart',
      'window-agrees',
    ],
    ['6 without motion', { raw: [0.3, 0.7, 0.7] }, 'stable', 'same-places'],
    ['6 needs recall', { raw: [0.3, 0.69, 0.9] }, 'changed', 'places-changed'],
    ['6 needs precision', { raw: [0.3, 0.9, 0.69] }, 'changed', 'places-changed'],
    [
      '7 aligned within the window',
      { raw: poor, aligned: [0.6, 0.8, 0.7], motion: three },
      'movedWithPart',
      'aligned-window-agrees',
    ],
    ['8 the window is everywhere', { raw: [0.3, null, null] }, 'cannotTell', 'score-missing'],
    ['8 one side has no room', { raw: [0.3, 0.9, null] }, 'cannotTell', 'score-missing'],
    [
      '8 no aligned comparison',
      { raw: poor, aligned: [null, null, null], motion: eight },
      'cannotTell',
      'score-missing',
    ],
    [
      '8 before chance',
      { raw: nothing, aligned: [null, null, null], motion: eight },
      'cannotTell',
      'score-missing',
    ],
    [
      '8 raw agreement after a motion needs the aligned',
      { raw: good, aligned: [null, null, null], motion: eight },
      'cannotTell',
      'score-missing',
    ],
    ['9 chance', { raw: nothing }, 'noBetterThanChance', 'chance'],
    [
      '9 chance before aliasing',
      { raw: nothing, aligned: nothing, motion: three, facts: { lattice: evidence } },
      'noBetterThanChance',
      'chance',
    ],
    [
      '9 needs the aligned too',
      { raw: nothing, aligned: [0.11, 0, 0], motion: three },
      'changed',
      'places-changed',
    ],
    [
      '10 aliasing',
      { raw: poor, aligned: poor, motion: three, facts: { lattice: evidence } },
      'changed',
      'aliasing',
    ],
    [
      '10 not at a multiple',
      { raw: poor, aligned: poor, motion: eight, facts: { lattice: evidence } },
      'changed',
      'places-changed',
    ],
    [
      '10 not on weak evidence',
      {
        raw: poor,
        aligned: poor,
        motion: three,
        facts: { lattice: { ...evidence, alignedAtMultiples: 0.69 } },
      },
      'changed',
      'places-changed',
    ],
    [
      '10 not without motion',
      { raw: poor, facts: { lattice: evidence } },
      'changed',
      'places-changed',
    ],
    [
      '10 before 11',
      { raw: good, aligned: poor, motion: three, facts: { lattice: evidence } },
      'changed',
      'aliasing',
    ],
    [
      '11 stayed behind',
      { raw: good, aligned: poor, motion: eight, facts: { lattice: evidence } },
      'changed',
      'stayed-behind',
    ],
    [
      '11 stayed behind within the window',
      { raw: [0.5, 0.8, 0.8], aligned: poor, motion: three },
      'changed',
      'stayed-behind',
    ],
    ['12 changed', { raw: poor }, 'changed', 'places-changed'],
  ])('rule %s', (_, short, id, reason) => {
    const verdict = decide(short);
    expect(verdict).toMatchObject({ id, reason });
    expect(verdict.lattice).toEqual(reason === 'aliasing' ? evidence : null);
  });

  it('never gets worse when one corrected score rises', () => {
    const goodness = {
      stable: 3,
      movedWithPart: 2,
      cannotTell: 1,
      void: 1,
      changed: 1,
      noBetterThanChance: 0,
    };
    const value = fc.double({ min: -1, max: 1, noNaN: true });
    const triple = fc.tuple(value, value, value);
    fc.assert(
      fc.property(triple, triple, value, fc.nat(5), (raw, aligned, rise, which) => {
        const before = [...raw, ...aligned];
        const after = before.with(which, Math.max(before[which], rise));
        const at = (v: number[]) =>
          goodness[
            decide({ raw: [v[0], v[1], v[2]], aligned: [v[3], v[4], v[5]], motion: three }).id
          ];
        expect(at(after)).toBeGreaterThanOrEqual(at(before));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('latticeEvidence', () => {
  const point = (dx: number, dy: number, corrected: number | null) => ({
    motion: { dx, dy },
    alignedTopK: corrected === null ? null : score(corrected),
  });

  it('is the mean over the non-zero multiples of the stride', () => {
    const points = [
      point(0, 0, 1),
      point(8, 0, 0.9),
      point(-8, 16, 0.7),
      point(4, 0, 0),
      point(8, 1, 0),
    ];
    const found = latticeEvidence(points, 8);
    expect(found).toMatchObject({ stride: 8, shifts: 2 });
    expect(found?.alignedAtMultiples).toBeCloseTo(0.8, 15);
  });

  it('leaves out what has no score, and is null when nothing is left', () => {
    const points = [point(8, 8, null), { motion: { dx: 0, dy: 8 }, alignedTopK: score(null) }];
    expect(latticeEvidence(points, 8)).toBeNull();
    expect(latticeEvidence([...points, point(0, -8, 0.5)], 8)?.shifts).toBe(1);
    expect(latticeEvidence([], 8)).toBeNull();
    expect(latticeEvidence([point(0, 0, 1)], 8)).toBeNull();
  });
});
