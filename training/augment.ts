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
}

/**
 * A part of a picture, with its proportions. Where a mask says where the defect is, the part shows some of it.
 * @param mask 1 where the defect is, as large as the picture; null when not known
 * @param crop largest share taken off each side
 */
export function cropPart(
  picture: Picture,
  mask: Uint8Array | null,
  crop: number,
  random: Random,
): Picture {
  if (crop === 0) return picture;
  const share = 1 - crop * random.uniform();
  const seen = mask && randomDefectPixel(mask, random);
  const row = seen === null ? null : Math.floor(seen / picture.width);
  const column = seen === null ? null : seen % picture.width;
  const rows = partOf(picture.height, share, row, random);
  const columns = partOf(picture.width, share, column, random);
  const pixels = new Uint8ClampedArray(3 * rows.size * columns.size);
  for (let y = 0; y < rows.size; y++) {
    const start = 3 * ((rows.from + y) * picture.width + columns.from);
    pixels.set(picture.pixels.subarray(start, start + 3 * columns.size), 3 * y * columns.size);
  }
  return { width: columns.size, height: rows.size, pixels };
}

/** A stretch of an axis, with pixel `inside` in it. */
function partOf(length: number, share: number, inside: number | null, random: Random) {
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

/** A varied copy of a picture on the pixel scale 0…1, clipped to it. */
export function augment(
  values: Float32Array,
  size: Size,
  settings: Augmentation,
  random: Random,
): Float32Array {
  const place = placement(size, settings, random);
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

/** Where the pixel at (y, x) comes from. */
function placement(
  { height, width }: Size,
  { shift, flips, turns }: Augmentation,
  random: Random,
): (y: number, x: number) => number {
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
