import type { HeaderBytes } from './headerBytes.ts';
import type { PictureHeader } from './pictureHeader.ts';

const IMAGE = 0x2c;
const EXTENSION = 0x21;
const GRAPHIC_CONTROL = 0xf9;

/** Bytes of a colour table described by the packed field, 0 when there is none. */
const tableBytes = (packed: number): number => (packed & 0x80 ? 3 << ((packed & 7) + 1) : 0);

/** Offset after a chain of sub-blocks and its terminator; −1 when the file ends before it. */
function skipSubBlocks(bytes: HeaderBytes, from: number): number {
  let offset = from;
  while (offset < bytes.length) {
    const size = bytes.u8(offset);
    if (size === 0) return offset + 1;
    offset += size + 1;
  }
  return -1;
}

/** Offset after the block at `offset`; −1 when the file ends within it, and at the trailer. */
function skipBlock(bytes: HeaderBytes, offset: number): number {
  const kind = bytes.u8(offset);
  if (kind === EXTENSION) return skipSubBlocks(bytes, offset + 2);
  if (kind !== IMAGE || offset + 10 > bytes.length) return -1;
  return skipSubBlocks(bytes, offset + 10 + tableBytes(bytes.u8(offset + 9)) + 1);
}

/**
 * Header of a GIF (GIF89a). Complete when the first frame is: no other is used.
 * @throws Problem `image-damaged` when the file ends within the screen descriptor.
 */
export function sniffGif(bytes: HeaderBytes): PictureHeader {
  const width = bytes.u16(6, true);
  const height = bytes.u16(8, true);
  let offset = 13 + tableBytes(bytes.u8(10));
  let frames = 0;
  let complete = false;
  let mayBeTransparent = false;
  while (offset >= 0 && offset < bytes.length && frames < 2) {
    const kind = bytes.u8(offset);
    const next = skipBlock(bytes, offset);
    if (kind === IMAGE) frames++;
    if (kind === IMAGE && next >= 0) complete = true;
    const control = kind === EXTENSION && next >= 0 && bytes.u8(offset + 1) === GRAPHIC_CONTROL;
    if (control && frames === 0) mayBeTransparent = (bytes.u8(offset + 3) & 1) === 1;
    offset = next;
  }
  return {
    ...{ format: 'gif', width, height, orientation: 1 },
    ...{ animated: frames > 1, mayBeTransparent, complete },
  };
}
