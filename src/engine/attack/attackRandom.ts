import type { Random } from '../random.ts';
import { type Ball, stepInBall } from './ball.ts';
import type { Walker } from './walker.ts';

/**
 * The control: each step goes along the signs of a fresh N(0, 1) direction. It has the same ball, step size, number of
 * steps and choice of best picture as the attack it stands beside, and knows nothing of the network.
 * Ghorbani, Abid, Zou, AAAI 2019 (their random perturbation is one shot; this one has the attack's budget).
 */
export function attackRandom(
  ball: Ball,
  start: Float32Array<ArrayBuffer>,
  stepSize: number,
  random: Random,
): Walker {
  let at = start;
  return {
    async propose() {
      const direction = Float64Array.from(at, () => random.normal());
      at = stepInBall(ball, at, stepSize, direction);
      return at;
    },
    told: () => {},
  };
}
