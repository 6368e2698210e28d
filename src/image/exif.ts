import type { HeaderBytes } from './headerBytes.ts';
import type { Orientation } from './pictureHeader.ts';

const ORIENTATION_TAG = 0x0112;
const SHORT = 3;
const ENTRY_BYTES = 12;

const isOrientation = (value: number): value is Orientation => value >= 1 && value <= 8;

/**
 * Orientation out of a TIFF structure in `[start, end)`. EXIF is an aside of the picture: anything
 * missing, cut or out of range there means 1 (as stored), never a failure.
 */
export function exifOrientation(bytes: HeaderBytes, start: number, end: number): Orientation {
  if (end > bytes.length || end - start < 14) return 1;
  const order = bytes.text(start, 2);
  if (order !== 'II' && order !== 'MM') return 1;
  const little = order === 'II';
  if (bytes.u16(start + 2, little) !== 42) return 1;
  const directory = start + bytes.u32(start + 4, little);
  if (directory + 2 > end) return 1;
  const entries = bytes.u16(directory, little);
  for (let i = 0; i < entries; i++) {
    const entry = directory + 2 + i * ENTRY_BYTES;
    if (entry + ENTRY_BYTES > end) return 1;
    if (bytes.u16(entry, little) !== ORIENTATION_TAG) continue;
    const value = bytes.u16(entry + 8, little);
    return bytes.u16(entry + 2, little) === SHORT && isOrientation(value) ? value : 1;
  }
  return 1;
}
