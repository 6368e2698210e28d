import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import type { Sight } from './attackGoal.ts';
import { attackRandom } from './attackRandom.ts';
import { type Ball, stepInBall } from './ball.ts';
import { gradientWalk } from './gradientWalk.ts';
import { massClimb } from './mass.ts';
import { squareSearch } from './squareSearch.ts';

const SIDE = 4;
const values = new Float32Array(SIDE * SIDE).fill(0.5);
const ball: Ball = {
  centre: { height: SIDE, width: SIDE, channels: 1, values },
  epsilon: 0.25,
};

/** A network that shows the picture itself as its map. */
const seen = (picture: Float32Array<ArrayBuffer>, predictedClass = 0): Sight => ({
  map: { height: SIDE, width: SIDE, values: picture },
  logits: new Float32Array(2),
  probabilities: new Float32Array(2),
  predictedClass,
});

const STEPS = 200;
const ones = () => Promise.resolve(new Float64Array(SIDE * SIDE).fill(1));
const minusOnes = () => Promise.resolve(new Float64Array(SIDE * SIDE).fill(-1));

describe('a step in the ball', () => {
  it('goes by the signs alone, and stops at ε and at the pixel range', () => {
    const dark: Ball = {
      centre: { height: 1, width: 4, channels: 1, values: Float32Array.of(0.5, 0.5, 0.1, 0.5) },
      epsilon: 0.25,
    };
    const from = Float32Array.of(0.5, 0.7, 0.1, 0.5);
    const to = stepInBall(dark, from, 0.125, [1e-9, 5, -7, 0]);
    [0.625, 0.75, 0, 0.5].forEach((value, i) => expect(to[i]).toBeCloseTo(value, 6));
  });
});

describe('a walk along a direction', () => {
  it('goes on from where it is, and back when the decision is lost', async () => {
    const guide = { ahead: ones, home: { decision: 0, direction: minusOnes } };
    const walk = gradientWalk(ball, values, 0.125, guide);
    const first = await walk.propose(1);
    expect(first[0]).toBe(0.625);
    walk.told(seen(first, 1));
    const second = await walk.propose(2);
    expect(second[0]).toBe(0.5);
    walk.told(seen(second, 0));
    expect((await walk.propose(3))[0]).toBe(0.625);
  });

  it('never turns back where no decision has to be kept', async () => {
    const walk = gradientWalk(ball, values, 0.125, { ahead: ones, home: null });
    walk.told(seen(await walk.propose(1), 1));
    expect((await walk.propose(2))[0]).toBe(0.75);
  });
});

describe('the random control', () => {
  it('goes by full steps of both signs, another way each time', async () => {
    const walk = attackRandom(ball, values, 0.125, createRandom(1));
    const first = await walk.propose(1);
    const second = await walk.propose(2);
    const ways = (to: Float32Array, from: Float32Array) => to.map((value, i) => value - from[i]);
    expect(new Set(ways(first, values))).toEqual(new Set([0.125, -0.125]));
    expect(ways(second, first)).not.toEqual(ways(first, values));
  });
});

describe('the search by squares', () => {
  /** Wants mass at the first pixel. */
  const climb = massClimb(Float64Array.from({ length: SIDE * SIDE }, (_, p) => (p === 0 ? 1 : 0)));
  const search = () =>
    squareSearch(ball, values, STEPS, climb, seen(values), createRandom(2, 'squares'));

  it('keeps what raised the height, and only that', async () => {
    const walk = search();
    let best = climb.height(Float64Array.from(values));
    let kept = values;
    for (let step = 1; step <= STEPS; step++) {
      const tried = await walk.propose(step);
      const changed = tried.filter((value, i) => value !== kept[i]).length;
      // Squares of at most four pixels on top of what was kept.
      expect(changed).toBeLessThanOrEqual(4);
      for (const value of tried) expect([0.25, 0.5, 0.75]).toContain(value);
      const height = climb.height(Float64Array.from(tried));
      if (height > best) [best, kept] = [height, tried];
      walk.told(seen(tried));
    }
    expect(kept[0]).toBe(0.75);
    expect(kept.slice(1).filter((value) => value === 0.25).length).toBeGreaterThan(2);
  });

  it('keeps nothing that lost the decision', async () => {
    const walk = search();
    for (let step = 1; step <= STEPS; step++) {
      const tried = await walk.propose(step);
      expect(tried.filter((value) => value !== 0.5).length).toBeLessThanOrEqual(4);
      walk.told(seen(tried, 1));
    }
  });

  it('does not settle on a map of zeros, whose height lies above all that are below 0', async () => {
    const walk = squareSearch(
      ball,
      values,
      STEPS,
      massClimb(new Float64Array(SIDE * SIDE).fill(-1)),
      seen(values),
      createRandom(2, 'squares'),
    );
    const zeros = new Float32Array(SIDE * SIDE);
    for (let step = 1; step <= STEPS; step++) {
      const tried = await walk.propose(step);
      expect(tried.filter((value) => value !== 0.5).length).toBeLessThanOrEqual(4);
      walk.told(seen(zeros));
    }
  });
});
