import type { PictureFormat } from '../domain/picture.ts';
import { PICTURE_LIMITS } from '../domain/picture.ts';
import { Problem } from '../domain/problem.ts';
import { foreignType } from './foreignType.ts';
import type { HeaderBytes } from './headerBytes.ts';
import { headerBytes } from './headerBytes.ts';
import type { PictureHeader } from './pictureHeader.ts';
import { sniffBmp } from './sniffBmp.ts';
import { sniffGif } from './sniffGif.ts';
import { sniffJpeg } from './sniffJpeg.ts';
import { sniffPng } from './sniffPng.ts';
import { sniffWebp } from './sniffWebp.ts';

/** Formats as named to a person. */
const READ = 'PNG, JPEG, BMP, WebP';

function formatOf(bytes: HeaderBytes): PictureFormat | null {
  const start = bytes.text(0, Math.min(16, bytes.length));
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (start.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (start.startsWith('GIF87a') || start.startsWith('GIF89a')) return 'gif';
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return 'webp';
  // "BM" alone also starts ordinary words: the two reserved fields of the header must be zero.
  if (start.startsWith('BM') && start.slice(6, 10) === '\0\0\0\0') return 'bmp';
  return null;
}

function headerOf(bytes: Uint8Array, name: string): PictureHeader {
  const header = headerBytes(bytes, name);
  const format = formatOf(header);
  if (format === 'png') return sniffPng(header);
  if (format === 'jpeg') return sniffJpeg(bytes, header, name);
  if (format === 'gif') return sniffGif(header);
  if (format === 'webp') return sniffWebp(header, name);
  if (format === 'bmp') return sniffBmp(header);
  const detail = { what: name, allowed: READ, got: foreignType(bytes) };
  throw new Problem(
    'image-not-recognised',
    detail,
    `${name} must be a picture (${READ}), got ${detail.got}`,
  );
}

/**
 * Format, size, orientation and the like of a picture file, by its content; the name only serves the messages.
 * @throws Problem `file-empty`, `image-not-recognised`, or `image-damaged` when the file ends before its size is told or tells
 * a size of 0.
 */
export function sniffPicture(bytes: Uint8Array, name: string): PictureHeader {
  if (bytes.length === 0)
    throw new Problem(
      'file-empty',
      { what: name, allowed: READ, got: '0 B' },
      `${name} must be a picture (${READ}), got an empty file`,
    );
  const header = headerOf(bytes, name);
  if (header.width <= 0 || header.height <= 0) {
    const detail = {
      what: name,
      allowed: '≥ 1 × 1 px',
      got: `${header.width} × ${header.height} px`,
    };
    throw new Problem('image-damaged', detail);
  }
  return header;
}

/** @throws Problem `image-too-large` when a file of so many bytes is not read at all. */
export function checkFileSize(bytes: number, name: string): void {
  const { maxBytes } = PICTURE_LIMITS;
  if (bytes <= maxBytes) return;
  const mega = (n: number): string => `${(n / 1024 / 1024).toFixed(0)} MiB`;
  const detail = { what: name, allowed: `≤ ${mega(maxBytes)}`, got: mega(bytes) };
  const message = `${name} must be at most ${mega(maxBytes)}, got ${detail.got}`;
  throw new Problem('image-too-large', detail, message);
}

/**
 * Holds a header against `PICTURE_LIMITS` and its own end.
 * @throws Problem `image-too-large`, `image-too-small`, `image-damaged` (cut short).
 */
export function checkPicture(header: PictureHeader, name: string, bytes: number): void {
  const { minSide, maxSide, maxPixels } = PICTURE_LIMITS;
  const { width, height } = header;
  const got = `${width} × ${height} px`;
  if (Math.max(width, height) > maxSide || width * height > maxPixels) {
    const allowed = `≤ ${maxSide} px, ≤ ${maxPixels / 1e6} Mpx`;
    const message = `${name} must have sides up to ${maxSide} px and up to ${maxPixels / 1e6} million pixels, got ${got}`;
    throw new Problem('image-too-large', { what: name, allowed, got }, message);
  }
  if (Math.min(width, height) < minSide) {
    const allowed = `≥ ${minSide} × ${minSide} px`;
    const message = `${name} must be at least ${minSide} × ${minSide} px, got ${got}`;
    throw new Problem('image-too-small', { what: name, allowed, got }, message);
  }
  if (!header.complete) {
    const detail = { what: name, allowed: '', got: `${bytes} B` };
    const message = `${name} must be a whole ${header.format} file, got one that is cut short after ${bytes} bytes`;
    throw new Problem('image-damaged', detail, message);
  }
}
