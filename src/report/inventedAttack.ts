import { inventedInput, inventedMap, inventedScores } from '../charts/inventedFigures.ts';
import {
  ATTACKS,
  type AttackFinished,
  type AttackId,
  type AttackTrack,
  defaultAttack,
} from '../domain/attack.ts';

/** An invented but plausible attack for tests. Never shown to a user. */

function track(score: number, predictedClass: number): AttackTrack {
  return {
    best: {
      step: 3,
      input: inventedInput(96, 2, 0),
      map: inventedMap(96, 2, 0),
      probabilities: Float32Array.of(0.1, 0.8, 0.04, 0.03, 0.02, 0.01),
      predictedClass,
      size: { linf: 8 / 255, l2: 2.9 },
      score,
      overlaps: inventedScores(2, 0),
    },
    scores: Float64Array.of(Number.NaN, 0.6, score),
    kept: 2,
  };
}

/** An attack that did what it wanted, its scores 0.125 against 0.5 and 0.75. */
export function inventedAttack(id: AttackId = 'attackTopK'): AttackFinished {
  const { score, wants, keepsDecision } = ATTACKS[id];
  return {
    outcome: 'succeeded',
    settings: { ...defaultAttack(id, 42), steps: 3 },
    method: 'integratedGradients',
    score,
    wants,
    targetClass: 1,
    decision: 1,
    durationMs: 5200,
    search: { kind: 'gradient' },
    untouched: 1,
    chance: 0.05,
    attack: track(0.125, keepsDecision ? 1 : 2),
    random: track(0.5, 1),
    noise: track(0.75, 1),
    advantage: { overRandom: 0.375, overNoise: 0.625, overUntouched: 0.875, least: 0.375 },
  };
}
