import { unknownChoice } from './problem.ts';

/** What happened to a picture on its way in, told to the user beside it. */
export type PictureNote = 'first-frame-of-animation' | 'rotated-by-exif' | 'alpha-on-background';

/** File formats the page and the command line read. */
export const PICTURE_FORMATS = ['png', 'jpeg', 'bmp', 'webp', 'gif'] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

/** Size limits of a picture file, checked on its header before a single pixel is decoded. */
export const PICTURE_LIMITS = {
  /** Smallest side, pixels. */
  minSide: 8,
  /** Longest side, pixels. */
  maxSide: 16_384,
  /** Most pixels, width × height. */
  maxPixels: 40_000_000,
  /** Largest file, bytes. */
  maxBytes: 256 * 1024 * 1024,
} as const;

/** A colour a transparent picture can be laid on, sRGB 0…255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** What transparent parts are laid on: white, mid-grey, or a colour as `#rrggbb`. */
export type Background = 'white' | 'grey' | `#${string}`;

/** The colour of a background. A colour that is not `#rrggbb` throws `setting-unknown-choice`. */
export function backgroundRgb(background: string): Rgb {
  if (background === 'white') return [255, 255, 255];
  if (background === 'grey') return [128, 128, 128];
  if (!/^#[0-9a-f]{6}$/i.test(background))
    throw unknownChoice('background', ['white', 'grey', '#rrggbb'], background);
  const value = Number.parseInt(background.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** A decoded picture: 8-bit RGB, row-major, `pixels.length = 3·width·height`. Upright, opaque. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
}

/** What is known of a picture file, without its pixels. */
export interface PictureInfo {
  readonly name: string;
  readonly format: PictureFormat;
  /** Size after EXIF rotation, pixels. */
  readonly width: number;
  readonly height: number;
  /** SHA-256 of the file's bytes, lower-case hexadecimal. */
  readonly sha256: string;
  readonly notes: readonly PictureNote[];
}

/**
 * A picture as the model sees it: `[height, width, channels]`, row-major, values 0…1 (the pixel scale,
 * before the model's own input range). Perturbations act on this, and their sizes are stated on this scale.
 */
export interface ModelInput {
  readonly height: number;
  readonly width: number;
  readonly channels: 1 | 3;
  readonly values: Float32Array<ArrayBuffer>;
}
