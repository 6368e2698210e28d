import type { Random } from '../random.ts';
import type { MapClimb, Sight } from './attackGoal.ts';
import { type Ball, inBall } from './ball.ts';
import type { Walker } from './walker.ts';

/** Share of the picture that the first squares cover. */
const FIRST_SHARE = 0.1;
/** It halves at these shares of the steps: those of the source, stretched to a short search. */
const HALVINGS = [0.02, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8] as const;

/**
 * A search without gradients: a square of the picture is set to ±ε, one sign a channel; where the height over the
 * network's own map rose and the decision stayed, the next square is put on top, else it is taken back. Squares shrink as
 * the search goes on.
 * Andriushchenko, Croce, Flammarion, Hein, "Square Attack", ECCV 2020; begun from the original and not from stripes, and
 * with fewer halvings, as a search has a hundred steps here and not ten thousand.
 */
export function squareSearch(
  ball: Ball,
  start: Float32Array<ArrayBuffer>,
  steps: number,
  climb: MapClimb,
  original: Sight,
  random: Random,
): Walker {
  let at = start;
  let tried = start;
  // Of a random start nothing is known: the first picture that keeps the decision is a beginning.
  let highest =
    start === ball.centre.values
      ? climb.height(Float64Array.from(original.map.values))
      : Number.NEGATIVE_INFINITY;
  return {
    async propose(step) {
      const { height, width } = ball.centre;
      const halved = HALVINGS.filter((share) => step > share * steps).length;
      const area = FIRST_SHARE * 2 ** -halved * height * width;
      const side = Math.max(1, Math.min(height, width, Math.round(Math.sqrt(area))));
      tried = withSquare(ball, at, side, random);
      return tried;
    },
    told({ map, predictedClass }) {
      // A map of zeros has height 0, above all that lie below: no way leads on from there.
      if (map.values.every((value) => value === 0)) return;
      const height = climb.height(Float64Array.from(map.values));
      if (height <= highest || predictedClass !== original.predictedClass) return;
      highest = height;
      at = tried;
    },
  };
}

function withSquare(
  ball: Ball,
  at: Float32Array<ArrayBuffer>,
  side: number,
  random: Random,
): Float32Array<ArrayBuffer> {
  const { height, width, channels, values } = ball.centre;
  const top = random.integer(0, height - side);
  const left = random.integer(0, width - side);
  const signs = Array.from({ length: channels }, () => random.sign());
  return inBall(ball, (i) => {
    const pixel = Math.floor(i / channels);
    const [y, x] = [Math.floor(pixel / width) - top, (pixel % width) - left];
    const inside = y >= 0 && y < side && x >= 0 && x < side;
    return inside ? values[i] + ball.epsilon * signs[i % channels] : at[i];
  });
}
