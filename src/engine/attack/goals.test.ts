import { describe, expect, it } from 'vitest';
import { ATTACK_IDS, type AttackId } from '../../domain/attack.ts';
import { createRandom } from '../random.ts';
import type { Sight, Target } from './attackGoal.ts';
import { ATTACK } from './registry.ts';

const SIDE = 6;
const PIXELS = SIDE * SIDE;

const sightOf = (values: readonly number[], logits: readonly number[] = [2, 1]): Sight => ({
  map: { height: SIDE, width: SIDE, values: Float32Array.from(values) },
  logits: Float32Array.from(logits),
  probabilities: new Float32Array(logits.length),
  predictedClass: 0,
});

function drawn(seed: number): number[] {
  const random = createRandom(seed, 'goal');
  return Array.from({ length: PIXELS }, () => random.uniform() + 0.1);
}

/** 1 in the rectangle from (0, 0) to row and column `last`. */
const corner = (last: number) =>
  Uint8Array.from({ length: PIXELS }, (_, p) =>
    Math.floor(p / SIDE) <= last && p % SIDE <= last ? 1 : 0,
  );

const target = (values: readonly number[], k = 4, windowRadius = 1): Target => ({
  original: sightOf(values),
  score: { k, windowRadius },
  region: { height: SIDE, width: SIDE, flags: corner(1) },
});

const climbOf = (id: AttackId, of: Target) => {
  const { climb } = ATTACK[id](of);
  if (climb.of !== 'map') throw new Error(`${id} climbs no map`);
  return climb;
};

const MAP_ATTACKS = ATTACK_IDS.filter((id) => id !== 'attackDecision');

describe.each(MAP_ATTACKS)('%s', (id) => {
  const climb = climbOf(id, target(drawn(1)));
  const map = Float64Array.from(drawn(2));

  it('climbs along the slope that differences show', () => {
    const slope = climb.slope(map);
    const step = 1e-6;
    for (let p = 0; p < PIXELS; p++) {
      const up = climb.height(map.with(p, map[p] + step));
      const down = climb.height(map.with(p, map[p] - step));
      expect(slope[p]).toBeCloseTo((up - down) / (2 * step), 6);
    }
    expect(Math.max(...slope)).toBeGreaterThan(1e-3);
  });

  it('does not see the scale of a map', () => {
    const scaled = map.map((value) => 7 * value);
    expect(climb.height(scaled)).toBeCloseTo(climb.height(map), 10);
  });

  it('has no slope, and no score, on a map that is zero', () => {
    expect(climb.slope(new Float64Array(PIXELS)).every((value) => value === 0)).toBe(true);
    const zero = sightOf(Array.from({ length: PIXELS }, () => 0));
    expect(ATTACK[id](target(drawn(1))).measure(zero)).toBeNaN();
  });
});

describe('heights by hand', () => {
  /** 3 at the first pixel, 1 at the last: the sum 4 becomes 36. */
  const two = Float64Array.from({ length: PIXELS }, (_, p) => (p === 0 ? 3 : p === 35 ? 1 : 0));
  const peak = Array.from({ length: PIXELS }, (_, p) => (p === 0 ? 9 : p / 1000));

  it('attackTopK: minus the mass on the strongest pixels', () => {
    expect(climbOf('attackTopK', target(peak, 1)).height(two)).toBeCloseTo(-27, 10);
  });

  it('attackLens: minus the mass within the window of them', () => {
    const climb = climbOf('attackLens', target(peak, 1));
    expect(climb.height(two)).toBeCloseTo(-27, 10);
    // (1, 1) is next to (0, 0), (1, 2) is not.
    expect(climb.height(two.with(0, 0).with(7, 3))).toBeCloseTo(-27, 10);
    expect(climb.height(two.with(0, 0).with(8, 3))).toBeCloseTo(0, 10);
  });

  it('attackTarget: the mass in the region', () => {
    expect(climbOf('attackTarget', target(peak)).height(two)).toBeCloseTo(27, 10);
  });

  it('attackMassCenter: the squared way of the centre', () => {
    const atFirst = Array.from({ length: PIXELS }, (_, p) => (p === 0 ? 1 : 0));
    // A quarter of the mass lies 5 to the right and 5 below.
    expect(climbOf('attackMassCenter', target(atFirst)).height(two)).toBeCloseTo(2 * 1.25 ** 2, 10);
  });
});

describe('scores', () => {
  const original = drawn(1);

  it.each([
    ['attackTopK', 1, 4 / PIXELS],
    ['attackLens', 1, null],
    ['attackMassCenter', 0, null],
  ] as const)('%s: the original scores %d', (id, score, chance) => {
    const goal = ATTACK[id](target(original));
    expect(goal.measure(sightOf(original))).toBe(score);
    if (chance !== null) expect(goal.chance).toBe(chance);
  });

  it('attackTarget: the share of the map in the region', () => {
    const goal = ATTACK.attackTarget(target(original));
    const flat = sightOf(Array.from({ length: PIXELS }, () => 2));
    expect(goal.measure(flat)).toBeCloseTo(4 / PIXELS, 12);
    expect(goal.chance).toBe(4 / PIXELS);
  });

  it('attackDecision: the lead over the largest other logit', () => {
    const goal = ATTACK.attackDecision(target(original));
    expect(goal.measure(sightOf(original, [2, 1.5, -3]))).toBe(0.5);
    expect(goal.measure(sightOf(original, [2, 1, 5]))).toBe(-3);
  });
});

describe('a region', () => {
  const painted = (flags: Uint8Array<ArrayBuffer>, side = SIDE): Target => ({
    ...target(drawn(1)),
    region: { height: side, width: side, flags },
  });

  it.each([
    ['none', { ...target(drawn(1)), region: null }, 'setting-out-of-range'],
    ['empty', painted(new Uint8Array(PIXELS)), 'setting-out-of-range'],
    ['the whole picture', painted(corner(5)), 'setting-out-of-range'],
    ['of another size', painted(new Uint8Array(25).fill(1), 5), 'map-size-mismatch'],
  ])('%s is refused', (_, of, code) => {
    expect(() => ATTACK.attackTarget(of)).toThrow(expect.objectContaining({ code }));
  });
});
