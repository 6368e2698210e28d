import type { Motion, PerturbationSettings } from './perturbation.ts';

/** Height and width of a picture or map, pixels. */
interface Sides {
  readonly height: number;
  readonly width: number;
}

/** How a motion is spoken of. */
export const MOTION_KINDS = ['shift', 'turn', 'zoom'] as const;
export type MotionKind = (typeof MOTION_KINDS)[number];

/** The motion a perturbation gives the part; null where it does not move it. */
export function motionOf({
  id,
  shiftX,
  shiftY,
  strength,
}: Pick<PerturbationSettings, 'id' | 'shiftX' | 'shiftY' | 'strength'>): Motion | null {
  if (id === 'shift') return { dx: shiftX, dy: shiftY };
  if (id === 'rotate') return { dx: 0, dy: 0, turn: strength };
  return id === 'scale' ? { dx: 0, dy: 0, zoom: strength / 100 } : null;
}

/** Its kind, by what it can do: a turn by 0° is a turn. */
export function motionKind({ turn, zoom }: Motion): MotionKind {
  if (turn !== undefined) return 'turn';
  return zoom === undefined ? 'shift' : 'zoom';
}

/** Neither turned nor zoomed: whole turns count as none. */
export const isShift = ({ turn = 0, zoom = 1 }: Motion): boolean => turn % 360 === 0 && zoom === 1;

/**
 * cos and sin of an angle in degrees, exact at multiples of 90°. Elsewhere Taylor's series in plain
 * arithmetic, to the last bit but one: every machine gets the same number, which `Math.cos` does not promise.
 */
export function unitVector(degrees: number): { readonly cos: number; readonly sin: number } {
  const quarters = Math.round(degrees / 90);
  const rest = ((degrees - 90 * quarters) * Math.PI) / 180;
  const square = rest * rest;
  let [cos, sin] = [1, 1];
  for (let n = 18; n > 0; n -= 2) {
    cos = 1 - (square * cos) / ((n - 1) * n);
    sin = 1 - (square * sin) / (n * (n + 1));
  }
  sin *= rest;
  const turned = [
    { cos, sin },
    { cos: 0 - sin, sin: cos },
    { cos: 0 - cos, sin: 0 - sin },
    { cos: sin, sin: 0 - cos },
  ];
  return turned[((quarters % 4) + 4) % 4];
}

/** x′ = a·x − b·y + x0, y′ = b·x + a·y + y0; x to the right, y downwards. */
interface Similarity {
  readonly a: number;
  readonly b: number;
  readonly x0: number;
  readonly y0: number;
}

/**
 * Where a motion takes the pixels of a picture: c + zoom·R(turn)·(p − c) + (dx, dy), c its centre
 * ((width − 1)/2, (height − 1)/2). A shift gives a = 1, b = 0 and adds exactly (dx, dy).
 */
export function similarityOf(
  { dx, dy, turn = 0, zoom = 1 }: Motion,
  { height, width }: Sides,
): Similarity {
  const { cos, sin } = unitVector(turn);
  const [a, b] = [zoom * cos, zoom * sin];
  const [x, y] = [(width - 1) / 2, (height - 1) / 2];
  return { a, b, x0: x - a * x + b * y + dx, y0: y - b * x - a * y + dy };
}

/** The motion that takes every pixel back. */
export function inverseOf({ dx, dy, turn, zoom }: Motion): Motion {
  const { cos, sin } = unitVector(-(turn ?? 0));
  const scale = zoom ?? 1;
  // 0 − v: no −0, which number formats print.
  return {
    dx: 0 - (cos * dx - sin * dy) / scale,
    dy: 0 - (sin * dx + cos * dy) / scale,
    ...(turn === undefined ? {} : { turn: 0 - turn }),
    ...(zoom === undefined ? {} : { zoom: 1 / zoom }),
  };
}

/** How far the pixel that moves most goes in x or in y, pixels: one of the corners does. */
export function largestStep(motion: Motion, sides: Sides): number {
  const { a, b, x0, y0 } = similarityOf(motion, sides);
  const steps = [0, sides.height - 1].flatMap((y) =>
    [0, sides.width - 1].flatMap((x) => [(a - 1) * x - b * y + x0, b * x + (a - 1) * y + y0]),
  );
  return Math.max(...steps.map(Math.abs));
}
