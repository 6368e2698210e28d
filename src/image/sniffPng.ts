import type { HeaderBytes } from './headerBytes.ts';
import type { PictureHeader } from './pictureHeader.ts';

const FIRST_CHUNK = 8;
/** Length, type and CRC around a chunk's data. */
const CHUNK_FRAME = 12;
const GREY_ALPHA = 4;
const RGB_ALPHA = 6;

/**
 * Header of a PNG (W3C PNG, third edition; `acTL` announces animation). An `eXIf` orientation is left alone: viewers
 * do not agree on it. Complete when `IEND` is reached. CRCs are left to the decoder.
 * @throws Problem `image-damaged` when the file ends within `IHDR`.
 */
export function sniffPng(bytes: HeaderBytes): PictureHeader {
  const width = bytes.u32(16);
  const height = bytes.u32(20);
  const colourType = bytes.u8(25);
  let mayBeTransparent = colourType === GREY_ALPHA || colourType === RGB_ALPHA;
  let animated = false;
  let complete = false;
  let offset = FIRST_CHUNK;
  while (!complete && offset + CHUNK_FRAME <= bytes.length) {
    const length = bytes.u32(offset);
    const type = bytes.text(offset + 4, 4);
    const end = offset + CHUNK_FRAME + length;
    if (end > bytes.length) break;
    if (type === 'tRNS') mayBeTransparent = true;
    if (type === 'acTL') animated = bytes.u32(offset + 8) > 1;
    complete = type === 'IEND';
    offset = end;
  }
  return { format: 'png', width, height, orientation: 1, animated, mayBeTransparent, complete };
}
