import { type Ball, stepInBall } from './ball.ts';
import type { Walker } from './walker.ts';

/** Where a picture should go, after `done` steps. @returns `[h, w, c]`, of which the signs count */
export type Direction = (values: Float32Array<ArrayBuffer>, done: number) => Promise<Float64Array>;

/** What leads a walk. */
interface Guide {
  readonly ahead: Direction;
  /** Back to a decision; null where none has to be kept. */
  readonly home: { readonly decision: number; readonly direction: Direction } | null;
}

/**
 * Projected steps along the signs of a direction. A picture that lost the decision is followed by a step that
 * wins it back, so that a walk does not end where no picture counts (ours: Ghorbani et al. walk on).
 */
export function gradientWalk(
  ball: Ball,
  start: Float32Array<ArrayBuffer>,
  stepSize: number,
  { ahead, home }: Guide,
): Walker {
  let at = start;
  let lost = false;
  return {
    async propose(step) {
      const direction = lost && home ? home.direction : ahead;
      at = stepInBall(ball, at, stepSize, await direction(at, step - 1));
      return at;
    },
    told({ predictedClass }) {
      lost = home !== null && predictedClass !== home.decision;
    },
  };
}
