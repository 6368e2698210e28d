import type { Picture } from '../src/domain/picture.ts';
import { createRandom, type Random } from '../src/engine/random.ts';

/** How training pictures are varied. Zero switches a kind off. */
export interface Augmentation {
  /** Sensor noise: its σ is drawn evenly from 0 to this, grey levels of 255. */
  readonly noise: number;
  /** Added to every value, at most this share of the range, either way. */
  readonly brightness: number;
  /** Contrast about mid-grey, at most this share, either way. */
  readonly contrast: number;
  /** Shift, pixels of the input, either way; edges repeat. */
  readonly shift: number;
  /** Mirrored left-right and top-bottom, each in half of the pictures. */
  readonly flips: boolean;
  /** Turned by 90° in half of the pictures (square inputs). */
  readonly turns: boolean;
  /** A part of the picture is shown: its sides are shorter by a share drawn evenly from 0 to this. */
  readonly crop: number;
  /** The same at the last step; in between it changes evenly. */
  readonly cropAtEnd: number;
  /** Share of pictures with a defect in which it is shown on a sound part instead. */
  readonly paste: number;
  /** Share of sound pictures that get a piece of another sound one in the same way: a seam is no defect. */
  readonly decoys?: number;
}

/** A picture and its mask: 1 where the defect is, as large as the picture; null when not known. */
export interface Masked {
  readonly picture: Picture;
  readonly mask: Uint8Array | null;
}

/**
 * A part of a picture. Where a mask says where the defect is, the part shows some of it.
 * @param part share of each side, at most @param crop largest share taken off each side of that, drawn for each
 */
export function cropPart(
  { picture, mask }: Masked,
  { part, crop }: { readonly part: number; readonly crop: number },
  random: Random,
): Masked {
  if (part === 1 && crop === 0) return { picture, mask };
  const seen = mask && randomDefectPixel(mask, random);
  const row = seen === null ? null : Math.floor(seen / picture.width);
  const column = seen === null ? null : seen % picture.width;
  const share = () => part * (1 - crop * random.uniform());
  return cut(
    { picture, mask },
    partOf(picture.height, share(), row, random),
    partOf(picture.width, share(), column, random),
  );
}

/** A stretch of an axis, pixels. */
interface Stretch {
  readonly from: number;
  readonly size: number;
}

function cut({ picture, mask }: Masked, rows: Stretch, columns: Stretch): Masked {
  const pixels = new Uint8ClampedArray(3 * rows.size * columns.size);
  const partMask = mask && new Uint8Array(rows.size * columns.size);
  for (let y = 0; y < rows.size; y++) {
    const start = (rows.from + y) * picture.width + columns.from;
    const end = start + columns.size;
    pixels.set(picture.pixels.subarray(3 * start, 3 * end), 3 * y * columns.size);
    if (mask) partMask?.set(mask.subarray(start, end), y * columns.size);
  }
  return { picture: { width: columns.size, height: rows.size, pixels }, mask: partMask };
}

/** A stretch of an axis, with pixel `inside` in it. */
function partOf(length: number, share: number, inside: number | null, random: Random): Stretch {
  const size = Math.max(1, Math.round(length * share));
  const first = inside === null ? 0 : Math.max(0, inside - size + 1);
  const last = inside === null ? length - size : Math.min(length - size, inside);
  return { size, from: random.integer(first, last) };
}

function randomDefectPixel(mask: Uint8Array, random: Random): number | null {
  const pixels: number[] = [];
  mask.forEach((value, i) => {
    if (value > 0) pixels.push(i);
  });
  return pixels.length > 0 ? pixels[random.integer(0, pixels.length - 1)] : null;
}

/** The size of a one-channel or three-channel picture as the model sees it. */
export interface Size {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
}

/**
 * A varied copy of a picture on the pixel scale 0…1, clipped to it.
 * @param place where its pixels come from
 */
export function augment(
  values: Float32Array,
  size: Size,
  settings: Augmentation,
  random: Random,
  place: Placement = placement(size, settings, random),
): Float32Array {
  const gain = 1 + settings.contrast * (2 * random.uniform() - 1);
  const offset = settings.brightness * (2 * random.uniform() - 1);
  const sigma = (settings.noise / 255) * random.uniform();
  const noise = noiseReader(random);
  const { height, width, channels } = size;
  const varied = new Float32Array(values.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const from = place(y, x) * channels;
      const to = (y * width + x) * channels;
      for (let c = 0; c < channels; c++) {
        const value = 0.5 + gain * (values[from + c] - 0.5) + offset;
        const noisy = sigma > 0 ? value + sigma * noise() : value;
        varied[to + c] = Math.min(1, Math.max(0, noisy));
      }
    }
  return varied;
}

/** Standard normals, drawn once: drawing them afresh would take longer than a training step. */
const NORMALS = (() => {
  const random = createRandom(0, 'table of normals');
  return Float32Array.from({ length: 2 ** 16 }, () => random.normal());
})();

/** Walks the table from a place and by an odd step of its own, so that no two pictures get the same noise. */
function noiseReader(random: Random): () => number {
  let at = random.integer(0, NORMALS.length - 1);
  const step = 2 * random.integer(0, NORMALS.length / 2 - 1) + 1;
  return () => {
    at = (at + step) & (NORMALS.length - 1);
    return NORMALS[at];
  };
}

/** Index of the pixel that the pixel at (y, x) comes from. */
export type Placement = (y: number, x: number) => number;

/** Values of one channel, moved as the picture they belong to. */
export function moved(
  values: Float32Array,
  { height, width }: Size,
  place: Placement,
): Float32Array {
  const result = new Float32Array(values.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) result[y * width + x] = values[place(y, x)];
  return result;
}

/** Draws how a picture is shifted, mirrored and turned. */
export function placement(
  { height, width }: Size,
  { shift, flips, turns }: Augmentation,
  random: Random,
): Placement {
  const dy = shift > 0 ? random.integer(-shift, shift) : 0;
  const dx = shift > 0 ? random.integer(-shift, shift) : 0;
  const mirrorY = flips && random.sign() > 0;
  const mirrorX = flips && random.sign() > 0;
  const turn = turns && height === width && random.sign() > 0;
  const inside = (at: number, length: number) => Math.min(length - 1, Math.max(0, at));
  return (y, x) => {
    const row = inside((mirrorY ? height - 1 - y : y) - dy, height);
    const column = inside((mirrorX ? width - 1 - x : x) - dx, width);
    return turn ? column * width + row : row * width + column;
  };
}
