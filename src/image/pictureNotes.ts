import type { Picture, PictureInfo, PictureNote } from '../domain/picture.ts';
import type { PictureHeader } from './pictureHeader.ts';

/** What happened on the way in, in the order of the steps. `transparent`: some pixel really was. */
export function pictureNotes(header: PictureHeader, transparent: boolean): PictureNote[] {
  const notes: PictureNote[] = [];
  if (header.animated) notes.push('first-frame-of-animation');
  if (header.orientation !== 1) notes.push('rotated-by-exif');
  if (transparent) notes.push('alpha-on-background');
  return notes;
}

/** True when a pixel of RGBA bytes is not opaque. */
export function hasTransparency(rgba: Uint8ClampedArray): boolean {
  for (let i = 3; i < rgba.length; i += 4) if (rgba[i] < 255) return true;
  return false;
}

/** RGBA bytes laid on a background already, as a `Picture`: alpha is dropped. */
export function withoutAlpha(rgba: Uint8ClampedArray, width: number, height: number): Picture {
  const pixels = new Uint8ClampedArray(width * height * 3);
  for (let from = 0, to = 0; to < pixels.length; from += 4, to += 3) {
    pixels[to] = rgba[from];
    pixels[to + 1] = rgba[from + 1];
    pixels[to + 2] = rgba[from + 2];
  }
  return { width, height, pixels };
}

/** A picture with the facts of its file. */
export interface DecodedPicture {
  readonly info: PictureInfo;
  readonly picture: Picture;
}
