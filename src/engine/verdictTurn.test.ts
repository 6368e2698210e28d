import { describe, expect, it } from 'vitest';
import type { Motion } from '../domain/perturbation.ts';
import { DEFAULT_THRESHOLDS, type OverlapScores, type Score } from '../domain/score.ts';
import { latticeEvidence, onLattice } from './lattice.ts';
import { decideVerdict } from './verdict.ts';

const score = (corrected: number): Score => ({
  value: corrected,
  chance: 0,
  corrected,
  pValue: null,
  reason: null,
});

function all(corrected: number): OverlapScores {
  const same = score(corrected);
  return {
    topKIntersection: same,
    lensRecallAtK: same,
    lensPrecisionAtK: same,
    topKDivIntersection: same,
    lensRecallAtKDiv: same,
    lensPrecisionAtKDiv: same,
  };
}

const still = { dx: 0, dy: 0 };

function reasonOf(raw: number, aligned: number, motion: Motion): string {
  const none = { original: false, perturbed: false };
  const { id, reason } = decideVerdict({
    scores: {
      height: 96,
      width: 96,
      k: 461,
      windowRadius: 2,
      tiedAtCut: none,
      diverseCount: { original: 461, perturbed: 461 },
      raw: all(raw),
      aligned: all(aligned),
      validPixels: 8000,
    },
    motion,
    originalClass: 1,
    perturbedClass: 1,
    gradientCheck: { passed: true, maxRelativeError: 1e-4, directions: 4 },
    parity: null,
    deadGradient: false,
    thresholds: DEFAULT_THRESHOLDS,
    lattice: { stride: 8, alignedAtMultiples: 0.9, shifts: 8 },
  });
  return `${id} ${reason}`;
}

describe('the verdict on a turned or scaled part', () => {
  it('says that the heatmap moved along where only the aligned maps agree', () => {
    expect(reasonOf(0.2, 0.9, { ...still, turn: 20 })).toBe('movedWithPart aligned-agrees');
    expect(reasonOf(0.2, 0.9, { ...still, zoom: 1.3 })).toBe('movedWithPart aligned-agrees');
  });

  it('takes agreement in place for stable only while no corner goes further than w', () => {
    // The corners of 96 × 96 go 1.7 px at 2°, 2.6 px at 3°, 1.9 px at 104 % and 2.4 px at 105 %; w is 2.
    expect(reasonOf(0.9, 0.2, { ...still, turn: 2 })).toBe('stable same-pixels');
    expect(reasonOf(0.9, 0.2, { ...still, turn: 3 })).toBe('changed stayed-behind');
    expect(reasonOf(0.9, 0.2, { ...still, zoom: 1.04 })).toBe('stable same-pixels');
    expect(reasonOf(0.9, 0.2, { ...still, zoom: 1.05 })).toBe('changed stayed-behind');
  });

  it('never blames the sampling grid, for which shifts are the evidence', () => {
    expect(reasonOf(0.2, 0.2, { dx: 3, dy: 0 })).toBe('changed aliasing');
    expect(reasonOf(0.2, 0.2, { ...still, turn: 20 })).toBe('changed places-changed');
    expect(reasonOf(0.2, 0.2, { ...still, zoom: 1.3 })).toBe('changed places-changed');
  });

  it('finds no multiple of the stride in a turn', () => {
    expect(onLattice({ dx: 8, dy: 0, turn: 5 }, 8)).toBe(false);
    expect(onLattice({ dx: 8, dy: 0, zoom: 0.9 }, 8)).toBe(false);
    expect(onLattice({ dx: 8, dy: 0, turn: 360 }, 8)).toBe(true);
    const motion = { dx: 8, dy: 0, turn: 5 };
    expect(latticeEvidence([{ motion, alignedTopK: score(1) }], 8)).toBeNull();
  });
});
