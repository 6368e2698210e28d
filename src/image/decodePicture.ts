import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { PictureInfo, Rgb } from '../domain/picture.ts';
import { Problem } from '../domain/problem.ts';
import type { PictureHeader } from './pictureHeader.ts';
import { uprightSize } from './pictureHeader.ts';
import type { DecodedPicture } from './pictureNotes.ts';
import { hasTransparency, pictureNotes, withoutAlpha } from './pictureNotes.ts';
import { checkFileSize, checkPicture, sniffPicture } from './sniffPicture.ts';

async function readBytes(file: Blob, name: string): Promise<Uint8Array<ArrayBuffer>> {
  checkFileSize(file.size, name);
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    const got = error instanceof Error ? error.name : String(error);
    const detail = { what: name, allowed: '', got };
    throw new Problem('file-unreadable', detail, `${name} could not be read: ${got}`);
  }
}

function undecodable(name: string, header: PictureHeader, error: unknown): Problem {
  const got = error instanceof Error ? error.message : String(error);
  const detail = { what: name, allowed: '', got: `${header.format.toUpperCase()}: ${got}` };
  return new Problem(
    'image-damaged',
    detail,
    `${name} must be a ${header.format} picture this browser can decode, got: ${got}`,
  );
}

async function bitmapOf(
  bytes: Uint8Array<ArrayBuffer>,
  header: PictureHeader,
  name: string,
): Promise<ImageBitmap> {
  try {
    // Numbers as stored in the file, as training tools read them: no colour management.
    return await createImageBitmap(new Blob([bytes], { type: `image/${header.format}` }), {
      imageOrientation: header.format === 'jpeg' ? 'from-image' : 'none',
      colorSpaceConversion: 'none',
    });
  } catch (error) {
    throw undecodable(name, header, error);
  }
}

type Context = OffscreenCanvasRenderingContext2D;

function canvasFor({ width, height }: ImageBitmap, name: string): Context {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context)
    throw new Problem('out-of-memory', { what: name, allowed: '', got: `${width} × ${height} px` });
  return context;
}

function pixelsOf(context: Context, name: string): Uint8ClampedArray {
  const { width, height } = context.canvas;
  try {
    return context.getImageData(0, 0, width, height).data;
  } catch {
    throw new Problem('out-of-memory', { what: name, allowed: '', got: `${width} × ${height} px` });
  }
}

/** Draws the bitmap over the background, closes it, and says whether anything of it shows through. */
function paint(
  bitmap: ImageBitmap,
  header: PictureHeader,
  name: string,
  background: Rgb,
): { rgba: Uint8ClampedArray; transparent: boolean } {
  const context = canvasFor(bitmap, name);
  const { canvas } = context;
  try {
    context.drawImage(bitmap, 0, 0);
    bitmap.close();
    const rgba = pixelsOf(context, name);
    const transparent = header.mayBeTransparent && hasTransparency(rgba);
    if (!transparent) return { rgba, transparent };
    // Read-back of half-transparent pixels loses colour: the canvas lays them on the background itself.
    context.globalCompositeOperation = 'destination-over';
    context.fillStyle = `rgb(${background.join(' ')})`;
    context.fillRect(0, 0, canvas.width, canvas.height);
    return { rgba: pixelsOf(context, name), transparent };
  } finally {
    // Else its pixels stay until it is collected: of a large picture 50 MB and more.
    canvas.width = 0;
  }
}

/** A picture file, read and found worth decoding. */
export interface PictureBytes {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly header: PictureHeader;
}

/**
 * The bytes of a picture file whose header is whole and within the limits.
 * @throws Problem `file-empty`, `file-unreadable`, `image-not-recognised`, `image-damaged`, `image-too-large`, `image-too-small`.
 */
export async function readPicture(file: Blob, name: string): Promise<PictureBytes> {
  const bytes = await readBytes(file, name);
  const header = sniffPicture(bytes, name);
  checkPicture(header, name, bytes.length);
  return { name, bytes, header };
}

/**
 * A picture file as upright, opaque 8-bit RGB with the facts of the file. Transparent pixels are laid on `background`; of an animation the
 * first frame is taken; the notes of the info say so. Colour profiles are not applied: values as stored. Runs where
 * `createImageBitmap` and `OffscreenCanvas` are, in a worker or a page.
 * @throws Problem `image-damaged`, `out-of-memory`.
 */
export async function decodePicture(
  { name, bytes, header }: PictureBytes,
  background: Rgb,
): Promise<DecodedPicture> {
  const bitmap = await bitmapOf(bytes, header, name);
  try {
    const { width, height } = uprightSize(header);
    if (bitmap.width !== width || bitmap.height !== height)
      throw undecodable(name, header, `${bitmap.width} × ${bitmap.height} px`);
    const { rgba, transparent } = paint(bitmap, header, name, background);
    const notes = pictureNotes(header, transparent);
    const facts = { name, format: header.format, width, height, notes };
    const info: PictureInfo = { ...facts, sha256: bytesToHex(sha256(bytes)) };
    return { info, picture: withoutAlpha(rgba, width, height) };
  } finally {
    bitmap.close();
  }
}
