import type { Picture } from '../src/domain/picture.ts';
import type { Random } from '../src/engine/random.ts';

/** How a defect is changed on its way to another part. */
const SCALE = 1.5;
const TURN = Math.PI / 10;
/** Defects are moved at most this share of the side: some belong to the edges of a part. */
const MOVE = 0.35;
/** Width of the seam, pixels. */
const FEATHER = 3;

/** A defect ready to be shown elsewhere. */
export interface Defect {
  readonly picture: Picture;
  /** 1 on the defect, falling to 0 over the seam. */
  readonly soft: Float32Array;
  readonly centre: { readonly x: number; readonly y: number };
  /** Mean grey around the defect. */
  readonly around: number;
}

/** A part with a defect on it. */
export interface Pasted {
  readonly picture: Picture;
  /** 1 where the defect is now. */
  readonly mask: Uint8Array;
}

/** @param picture grey @param mask 1 where its defect is, not all 0 */
export const takeDefect = (picture: Picture, mask: Uint8Array): Defect => ({
  picture,
  soft: feather(mask, picture.width, picture.height),
  centre: centreOf(mask, picture.width),
  around: brightness(picture, mask),
});

/**
 * A defect on another, sound part: what is seen under the mask, relative to the brightness around
 * it, scaled, turned, mirrored and moved, and blended in over a soft seam. Few parts have defects; on
 * many grounds the network cannot know a defect by its part. (Copy and paste: Ghiasi et al. 2021.)
 * @param ground as large as the picture of the defect
 */
export function pasteDefect(ground: Picture, defect: Defect, random: Random): Pasted {
  const { width, height } = ground;
  const { picture, soft, centre, around } = defect;
  const back = inverseMap(random, centre, width, height);
  const gain = brightness(ground, null) / around;
  const pixels = new Uint8ClampedArray(ground.pixels);
  const mask = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const from = back(x, y);
      const share = from < 0 ? 0 : soft[from];
      if (share === 0) continue;
      if (share === 1) mask[y * width + x] = 1;
      const at = 3 * (y * width + x);
      const value = (1 - share) * ground.pixels[at] + share * gain * picture.pixels[3 * from];
      pixels[at] = value;
      pixels[at + 1] = value;
      pixels[at + 2] = value;
    }
  return { picture: { width, height, pixels }, mask };
}

/** Target pixel → index of the source pixel, −1 outside. */
function inverseMap(
  random: Random,
  centre: { x: number; y: number },
  width: number,
  height: number,
): (x: number, y: number) => number {
  const spread = () => SCALE ** (2 * random.uniform() - 1);
  const [sx, sy] = [spread() * random.sign(), spread() * random.sign()];
  const angle = TURN * (2 * random.uniform() - 1);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const inside = (at: number, length: number) => Math.min(0.95, Math.max(0.05, at)) * length;
  const tx = inside(centre.x / width + MOVE * (2 * random.uniform() - 1), width);
  const ty = inside(centre.y / height + MOVE * (2 * random.uniform() - 1), height);
  return (x, y) => {
    const [dx, dy] = [x - tx, y - ty];
    const column = Math.round(centre.x + sx * (cos * dx + sin * dy));
    const row = Math.round(centre.y + sy * (cos * dy - sin * dx));
    const valid = column >= 0 && column < width && row >= 0 && row < height;
    return valid ? row * width + column : -1;
  };
}

function centreOf(mask: Uint8Array, width: number): { x: number; y: number } {
  let [x, y, count] = [0, 0, 0];
  mask.forEach((value, i) => {
    if (value === 0) return;
    x += i % width;
    y += Math.floor(i / width);
    count++;
  });
  return { x: x / count, y: y / count };
}

/** Mean grey where the mask is 0. */
function brightness({ pixels }: Picture, mask: Uint8Array | null): number {
  let [sum, count] = [0, 0];
  for (let i = 0; i < pixels.length / 3; i++) {
    if (mask && mask[i] > 0) continue;
    sum += pixels[3 * i];
    count++;
  }
  return count > 0 ? Math.max(1, sum / count) : 1;
}

/** 1 on the mask, falling to 0 over the seam around it. */
function feather(mask: Uint8Array, width: number, height: number): Float32Array {
  const soft = new Float32Array(mask.length);
  mask.forEach((value, i) => {
    if (value === 0) return;
    const [x, y] = [i % width, Math.floor(i / width)];
    for (let dy = -FEATHER; dy <= FEATHER; dy++)
      for (let dx = -FEATHER; dx <= FEATHER; dx++) {
        const [row, column] = [y + dy, x + dx];
        if (row < 0 || row >= height || column < 0 || column >= width) continue;
        const share = 1 - Math.max(Math.abs(dx), Math.abs(dy)) / (FEATHER + 1);
        const at = row * width + column;
        soft[at] = Math.max(soft[at], share);
      }
  });
  return soft;
}
