import type { PictureFormat } from '../domain/picture.ts';

/** EXIF orientation: 1 upright, 2 mirrored, 3 turned by 180°, 4 flipped, 5-8 with rows and columns exchanged. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** What the bytes of a picture file say before a single pixel is decoded. */
export interface PictureHeader {
  readonly format: PictureFormat;
  /** As stored, before the orientation is applied; pixels. */
  readonly width: number;
  readonly height: number;
  readonly orientation: Orientation;
  /** More than one frame. */
  readonly animated: boolean;
  /** The file can hold transparent pixels; whether it does, only decoding tells. */
  readonly mayBeTransparent: boolean;
  /** The file goes on to its end: not cut in a copy or a download. */
  readonly complete: boolean;
}

/** Size after the orientation was applied. */
export function uprightSize({
  width,
  height,
  orientation,
}: Pick<PictureHeader, 'width' | 'height' | 'orientation'>): { width: number; height: number } {
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}
