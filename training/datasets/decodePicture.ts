import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Picture } from '../../src/domain/picture.ts';

/**
 * The pixels of a picture file: upright, transparent parts on white.
 * @throws Error of the decoder
 */
export async function decodePicture(bytes: Uint8Array): Promise<Picture> {
  const image = await loadImage(bytes);
  const { width, height } = image;
  const context = createCanvas(width, height).getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const pixels = new Uint8ClampedArray(3 * width * height);
  for (let from = 0, to = 0; to < pixels.length; from += 4, to += 3) {
    pixels[to] = data[from] ?? 0;
    pixels[to + 1] = data[from + 1] ?? 0;
    pixels[to + 2] = data[from + 2] ?? 0;
  }
  return { width, height, pixels };
}

/** Marks of a JPEG's last scan and its end, and the name of a PNG's last chunk. */
const SCAN = Buffer.of(0xff, 0xda);
const END = Buffer.of(0xff, 0xd9);
const PNG_END = Buffer.from('IEND');

/** Whether a PNG or JPEG goes on to its end; decoders fill what is missing with grey and say nothing. True for other formats. */
export function isWhole(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file[0] === 0x89) return file.includes(PNG_END);
  if (file[0] !== 0xff) return true;
  return file.lastIndexOf(END) > file.lastIndexOf(SCAN);
}
