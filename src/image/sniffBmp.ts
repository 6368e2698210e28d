import type { HeaderBytes } from './headerBytes.ts';
import type { PictureHeader } from './pictureHeader.ts';

const CORE_HEADER = 12;
const UNCOMPRESSED = [0, 3, 6];

/**
 * Header of a BMP, from OS/2's 12 bytes to version 5. Complete when the pixel rows (the stated data size for the
 * compressed kinds) fit into the file; the file size the header states is often wrong and not looked at.
 * @throws Problem `image-damaged` when the file ends within the header.
 */
export function sniffBmp(bytes: HeaderBytes): PictureHeader {
  const dataStart = bytes.u32(10, true);
  const core = bytes.u32(14, true) === CORE_HEADER;
  const width = core ? bytes.u16(18, true) : bytes.i32(18, true);
  const height = Math.abs(core ? bytes.u16(20, true) : bytes.i32(22, true));
  const bits = bytes.u16(core ? 24 : 28, true);
  const compression = core ? 0 : bytes.u32(30, true);
  const rowBytes = 4 * Math.ceil((width * bits) / 32);
  const dataBytes = UNCOMPRESSED.includes(compression) ? rowBytes * height : bytes.u32(34, true);
  return {
    ...{ format: 'bmp', width, height, orientation: 1, animated: false },
    mayBeTransparent: bits === 32 || bits === 16,
    complete: dataStart + dataBytes <= bytes.length,
  };
}
