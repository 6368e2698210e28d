import type { HeaderBytes } from './headerBytes.ts';
import { cutShort } from './headerBytes.ts';
import type { PictureHeader } from './pictureHeader.ts';

const FIRST_CHUNK = 12;
const ANIMATION = 0x02;
const ALPHA = 0x10;

const u24 = (bytes: HeaderBytes, at: number): number =>
  bytes.u16(at, true) + bytes.u8(at + 2) * 65_536;

type Facts = Pick<PictureHeader, 'width' | 'height' | 'animated' | 'mayBeTransparent'>;

/** Size and flags out of the first chunk; its type says which of the three kinds of WebP it is. */
function firstChunk(bytes: HeaderBytes, name: string): Facts {
  const type = bytes.text(FIRST_CHUNK, 4);
  const data = FIRST_CHUNK + 8;
  if (type === 'VP8X') {
    const flags = bytes.u8(data);
    const size = { width: u24(bytes, data + 4) + 1, height: u24(bytes, data + 7) + 1 };
    const animated = (flags & ANIMATION) !== 0;
    return { ...size, animated, mayBeTransparent: (flags & ALPHA) !== 0 };
  }
  if (type === 'VP8L') {
    const packed = bytes.u32(data + 1, true);
    const size = { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
    return { ...size, animated: false, mayBeTransparent: ((packed >>> 28) & 1) === 1 };
  }
  if (type !== 'VP8 ') throw cutShort(name, 'VP8, VP8L, VP8X', bytes.length);
  const size = {
    width: bytes.u16(data + 6, true) & 0x3fff,
    height: bytes.u16(data + 8, true) & 0x3fff,
  };
  return { ...size, animated: false, mayBeTransparent: false };
}

/**
 * Header of a WebP (RFC 9649). An EXIF orientation is left alone: viewers do not agree on it. Complete when the file is as long as its RIFF header says.
 * @throws Problem `image-damaged` when the file ends within the first chunk's header.
 */
export function sniffWebp(bytes: HeaderBytes, name: string): PictureHeader {
  const facts = firstChunk(bytes, name);
  const complete = bytes.u32(4, true) + 8 <= bytes.length;
  return { format: 'webp', ...facts, orientation: 1, complete };
}
