import type { Sight } from './attackGoal.ts';

/** A way through the ball: it proposes a picture a step, and is told what the network said of it. */
export interface Walker {
  /** @param step 1… @returns a picture of the ball, pixel scale, `[h, w, c]` */
  propose(step: number): Promise<Float32Array<ArrayBuffer>>;
  told(sight: Sight): void;
}
