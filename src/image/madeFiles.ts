/** Picture files put together byte by byte, for tests. */

const ascii = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0));
const u16 = (n: number): number[] => [n >> 8, n & 255];
const u32 = (n: number): number[] => [...u16(n >>> 16), ...u16(n & 0xffff)];
const little = (bytes: number[]): number[] => [...bytes].reverse();

const bytesOf = (...parts: number[][]): Uint8Array<ArrayBuffer> => Uint8Array.from(parts.flat());

const chunk = (type: string, data: number[]): number[] => [
  ...u32(data.length),
  ...ascii(type),
  ...data,
  ...u32(0),
];

/** A TIFF structure that holds an orientation and nothing else. */
function tiffOrientation(orientation: number, order: 'II' | 'MM' = 'MM'): number[] {
  const swap = order === 'II' ? little : (bytes: number[]): number[] => bytes;
  const entry = [swap(u16(0x0112)), swap(u16(3)), swap(u32(1)), swap(u16(orientation)), [0, 0]];
  return [
    ...ascii(order),
    ...swap(u16(42)),
    ...swap(u32(8)),
    ...swap(u16(1)),
    ...entry.flat(),
    ...u32(0),
  ];
}

/** The APP1 segment that turns a JPEG. */
export function exifSegment(orientation: number, order: 'II' | 'MM' = 'MM'): number[] {
  const data = [...ascii('Exif\0\0'), ...tiffOrientation(orientation, order)];
  return [0xff, 0xe1, ...u16(data.length + 2), ...data];
}

/** A JPEG with the orientation spliced in behind its start mark. */
export function withExif(jpeg: Uint8Array, orientation: number): Uint8Array<ArrayBuffer> {
  return bytesOf([...jpeg.subarray(0, 2)], exifSegment(orientation), [...jpeg.subarray(2)]);
}

/** Header, further chunks and the end of a PNG; its picture data is missing and its CRCs are zero. */
export function pngFile(
  width: number,
  height: number,
  colourType = 2,
  chunks: readonly [type: string, data: number[]][] = [],
): Uint8Array<ArrayBuffer> {
  const header = [...u32(width), ...u32(height), 8, colourType, 0, 0, 0];
  return bytesOf(
    [0x89, ...ascii('PNG\r\n\x1a\n')],
    chunk('IHDR', header),
    ...chunks.map(([type, data]) => chunk(type, data)),
    chunk('IDAT', [1, 2, 3]),
    chunk('IEND', []),
  );
}

/** Frame header and scan of a JPEG without tables, with an end mark inside a thumbnail segment. */
export function jpegFile(width: number, height: number, end = true): Uint8Array<ArrayBuffer> {
  const thumbnail = [0xff, 0xd8, 0xff, 0xd9];
  return bytesOf(
    [0xff, 0xd8],
    [0xff, 0xe2, ...u16(2 + thumbnail.length), ...thumbnail],
    [0xff, 0xff, 0xc2, ...u16(11), 8, ...u16(height), ...u16(width), 1, 1, 0x11, 0],
    [0xff, 0xda, ...u16(8), 1, 1, 0, 0, 63, 0],
    [0x12, 0xff, 0x00, 0xff, 0xd3, 0x34],
    end ? [0xff, 0xd9] : [],
  );
}

/** A GIF of `frames` single-colour frames. */
export function gifFile(width: number, height: number, frames: number): Uint8Array<ArrayBuffer> {
  const size = [...little(u16(width)), ...little(u16(height))];
  // Minimal LZW stream: every pixel of a 1 × 1 frame.
  const data = [2, 2, 0x44, 0x01, 0];
  const frame = [...[0x21, 0xf9, 4, 0, 10, 0, 0, 0], ...[0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0], ...data];
  return bytesOf(
    ascii('GIF89a'),
    [...size, 0x80, 0, 0, 255, 0, 0, 0, 0, 255],
    ...Array.from({ length: frames }, () => frame),
    [0x3b],
  );
}

/** A 24-bit BMP, all zero, rows bottom-up (`height` < 0: top-down). */
export function bmpFile(width: number, height: number): Uint8Array<ArrayBuffer> {
  const rows = new Array<number>(4 * Math.ceil((width * 3) / 4) * Math.abs(height)).fill(0);
  return bytesOf(
    ascii('BM'),
    little(u32(54 + rows.length)),
    [0, 0, 0, 0],
    little(u32(54)),
    little(u32(40)),
    little(u32(width)),
    little(u32(height)),
    [1, 0, 24, 0],
    new Array<number>(24).fill(0),
    rows,
  );
}

/** A WebP of one chunk after the RIFF header. */
export function webpFile(type: string, data: number[]): Uint8Array<ArrayBuffer> {
  const body = [...ascii('WEBP'), ...ascii(type), ...little(u32(data.length)), ...data];
  return bytesOf(ascii('RIFF'), little(u32(body.length)), body);
}
