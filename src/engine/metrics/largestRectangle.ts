import type { Area } from './rankedArea.ts';

/** A run of columns that reach at least `tall` rows up. */
interface Step {
  readonly left: number;
  readonly tall: number;
}

const NOTHING: Area = { top: 0, left: 0, height: 0, width: 0 };

/**
 * The rectangle of most pixels that all hold; of equal ones the one that ends first in row-major
 * order. Height and width 0 where no pixel holds. O(height·width): for every row the largest
 * rectangle under the columns that stand on it, kept as rising steps.
 */
export function largestRectangle(
  height: number,
  width: number,
  holds: (y: number, x: number) => boolean,
): Area {
  const tall = new Uint32Array(width);
  let best = NOTHING;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) tall[x] = holds(y, x) ? tall[x] + 1 : 0;
    const found = standingOn(y, tall);
    if (found.height * found.width > best.height * best.width) best = found;
  }
  return best;
}

/** The largest rectangle whose lowest row is y. */
function standingOn(y: number, tall: Uint32Array): Area {
  let best = NOTHING;
  const steps: Step[] = [];
  for (let x = 0; x <= tall.length; x++) {
    const here = x < tall.length ? tall[x] : 0;
    let left = x;
    for (let step = steps.at(-1); step && step.tall >= here; step = steps.at(-1)) {
      const width = x - step.left;
      if (step.tall * width > best.height * best.width)
        best = { top: y - step.tall + 1, left: step.left, height: step.tall, width };
      left = step.left;
      steps.pop();
    }
    steps.push({ left, tall: here });
  }
  return best;
}
