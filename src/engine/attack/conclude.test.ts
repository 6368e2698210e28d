import { expect, it } from 'vitest';
import type { AttackPicture, AttackTrack } from '../../domain/attack.ts';
import { conclude } from './conclude.ts';

const picture = (score: number, predictedClass = 0): AttackPicture => ({
  step: 1,
  input: { height: 1, width: 1, channels: 1, values: new Float32Array(1) },
  map: { height: 1, width: 1, values: new Float32Array(1) },
  probabilities: new Float32Array(2),
  predictedClass,
  size: { linf: 0, l2: 0 },
  score,
  overlaps: {
    height: 1,
    width: 1,
    k: 1,
    windowRadius: 0,
    tiedAtCut: { original: false, perturbed: false },
    diverseCount: { original: 1, perturbed: 1 },
    raw: {} as AttackPicture['overlaps']['raw'],
    aligned: null,
    validPixels: 1,
  },
});

const track = (score: number | null, predictedClass = 0): AttackTrack => ({
  best: score === null ? null : picture(score, predictedClass),
  scores: new Float64Array(1),
  kept: 0,
});

const tracks = (attack: number | null, random: number | null, noise: number | null) => ({
  attack: track(attack),
  random: track(random),
  noise: track(noise),
});

it('an advantage is over the stronger of the controls', () => {
  expect(conclude('attackTopK', 1, 0, tracks(0.25, 0.5, 0.75))).toEqual({
    outcome: 'succeeded',
    advantage: { overRandom: 0.25, overNoise: 0.5, overUntouched: 0.75, least: 0.25 },
  });
});

it('more is better where the attacker wants more', () => {
  const { advantage } = conclude('attackMassCenter', 0, 0, tracks(5, 1, 2));
  expect(advantage).toEqual({ overRandom: 4, overNoise: 3, overUntouched: 5, least: 3 });
});

it('no better than a control is no gain, however low the score', () => {
  expect(conclude('attackTopK', 1, 0, tracks(0.5, 0.25, 0.75)).outcome).toBe('byChance');
  expect(conclude('attackTopK', 1, 0, tracks(0.5, 0.75, 0.5)).outcome).toBe('byChance');
  expect(conclude('attackTopK', 1, 0, tracks(1, null, null)).outcome).toBe('withstood');
});

it('what chance does as well is told from an explanation that nothing moves', () => {
  expect(conclude('attackTopK', 1, 0, tracks(0.05, 0.03, 0.04)).outcome).toBe('byChance');
  expect(conclude('attackTopK', 1, 0, tracks(0, 0, 0)).outcome).toBe('byChance');
  expect(conclude('attackTopK', 1, 0, tracks(0.97, 0.96, 0.98)).outcome).toBe('withstood');
  expect(conclude('attackMassCenter', 0, 0, tracks(0.5, 0.8, 0.2)).outcome).toBe('withstood');
});

it('a decision that a control changes, too, takes no attack', () => {
  const byNoise = { ...tracks(-4, 2, -12), noise: track(-12, 1) };
  expect(conclude('attackDecision', 3, 0, byNoise).outcome).toBe('byChance');
  const both = { ...byNoise, attack: track(-4, 1) };
  expect(conclude('attackDecision', 3, 0, both).outcome).toBe('byChance');
});

it('a control without a picture does not count', () => {
  expect(conclude('attackTopK', 1, 0, tracks(0.5, null, 0.75))).toEqual({
    outcome: 'succeeded',
    advantage: { overRandom: null, overNoise: 0.25, overUntouched: 0.5, least: 0.25 },
  });
});

it('no picture is a failure, not robustness', () => {
  expect(conclude('attackTopK', 1, 0, tracks(null, 0.5, 0.5))).toEqual({
    outcome: 'failed',
    advantage: null,
  });
});

it('a decision that stayed is a failure of the attack on it', () => {
  expect(conclude('attackDecision', 3, 0, tracks(1, 2, 2)).outcome).toBe('failed');
  const changed = { ...tracks(-1, 2, 2), attack: track(-1, 1) };
  expect(conclude('attackDecision', 3, 0, changed).outcome).toBe('succeeded');
});
