import { basename } from 'node:path';
import { createCanvas, type Image, loadImage } from '@napi-rs/canvas';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Rgb } from '../src/domain/picture.ts';
import { Problem } from '../src/domain/problem.ts';
import { type PictureHeader, uprightSize } from '../src/image/pictureHeader.ts';
import {
  type DecodedPicture,
  hasTransparency,
  pictureNotes,
  withoutAlpha,
} from '../src/image/pictureNotes.ts';
import { checkPicture, sniffPicture } from '../src/image/sniffPicture.ts';
import { readBytes } from './readFiles.ts';

async function decode(bytes: Uint8Array, header: PictureHeader, name: string): Promise<Image> {
  const damaged = (got: string): Problem => {
    const message = `${name} must be a ${header.format} picture that can be decoded, got ${got}`;
    return new Problem('image-damaged', { what: name, allowed: '', got }, message);
  };
  const image = await loadImage(bytes).catch((error: unknown) => {
    throw damaged(error instanceof Error ? error.message : String(error));
  });
  const { width, height } = uprightSize(header);
  if (image.width !== width || image.height !== height)
    throw damaged(`${image.width} × ${image.height} px`);
  return image;
}

/**
 * A picture file as the page decodes it: same checks, same limits, EXIF applied, transparent parts on `background`. Pictures with an embedded
 * colour profile are converted to sRGB here, where the page takes their values as stored.
 * @throws Problem as `decodePicture`
 */
export async function readPicture(path: string, background: Rgb): Promise<DecodedPicture> {
  const bytes = await readBytes(path);
  const name = basename(path);
  const header = sniffPicture(bytes, name);
  checkPicture(header, name, bytes.length);
  const image = await decode(bytes, header, name);
  const { width, height } = image;
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  const drawn = context.getImageData(0, 0, width, height).data;
  const transparent = header.mayBeTransparent && hasTransparency(drawn);
  context.globalCompositeOperation = 'destination-over';
  context.fillStyle = `rgb(${background.join(', ')})`;
  context.fillRect(0, 0, width, height);
  const rgba = context.getImageData(0, 0, width, height).data;
  const notes = pictureNotes(header, transparent);
  const facts = { name, format: header.format, width, height, notes };
  return {
    info: { ...facts, sha256: bytesToHex(sha256(bytes)) },
    picture: withoutAlpha(rgba, width, height),
  };
}
