import { encode } from 'fast-png';

/** A picture file as Playwright's file input takes it. */
export interface UploadFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A grey ramp with a dark stroke, as PNG: a picture the app has never seen. */
export function strokePicture(name: string, width = 200, height = 120): UploadFile {
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const ground = 120 + ((x * 7 + y * 13) % 23);
      data[y * width + x] = Math.abs(y - height / 2 - (x - width / 2) / 4) < 2 ? 20 : ground;
    }
  const buffer = Buffer.from(encode({ width, height, data, channels: 1, depth: 8 }));
  return { name, mimeType: 'image/png', buffer };
}

/** A PNG header that claims a size; its pixels are never reached. */
export function hugePng(width: number, height: number): UploadFile {
  const png = Buffer.from(encode({ width: 8, height: 8, data: new Uint8Array(64), channels: 1 }));
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return { name: 'huge.png', mimeType: 'image/png', buffer: png };
}

function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** Two frames of 8×8, one red and one green, as a GIF. */
export function animatedGif(): UploadFile {
  const frame = (colour: number) => {
    const image = [0x2c, 0, 0, 0, 0, 16, 0, 16, 0, 0];
    const control = [0x21, 0xf9, 4, 0, 10, 0, 0, 0];
    return [...control, ...image, ...lzwOfOneColour(colour, 256)];
  };
  const palette = [255, 0, 0, 0, 255, 0];
  const screen = [16, 0, 16, 0, 0x80, 0, 0];
  const bytes = [...Buffer.from('GIF89a'), ...screen, ...palette, ...frame(0), ...frame(1), 0x3b];
  return { name: 'moving.gif', mimeType: 'image/gif', buffer: Buffer.from(bytes) };
}

/** Uncompressed LZW codes: a clear code before every second pixel keeps the code size at 3 bits. */
function lzwOfOneColour(colour: number, pixels: number): number[] {
  const codes: number[] = [];
  for (let i = 0; i < pixels; i++) codes.push(...(i % 2 === 0 ? [4, colour] : [colour]));
  codes.push(5);
  const bytes: number[] = [];
  codes.forEach((code, index) => {
    for (let bit = 0; bit < 3; bit++) {
      const at = index * 3 + bit;
      bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (((code >> bit) & 1) << (at & 7));
    }
  });
  const blocks: number[] = [2];
  for (let at = 0; at < bytes.length; at += 255)
    blocks.push(Math.min(255, bytes.length - at), ...bytes.slice(at, at + 255));
  return [...blocks, 0];
}

/** The first half of a file, as after a broken copy. */
export function cut(file: UploadFile): UploadFile {
  return { ...file, buffer: file.buffer.subarray(0, Math.floor(file.buffer.length / 2)) };
}

/**
 * A map of 24×32 as float32 `.npy`: waves, their content moved right by whole pixels; a shift that is no number leaves
 * one value that is none.
 */
export function mapFile(name: string, shift: number): UploadFile {
  const [height, width] = [24, 32];
  const values = Float32Array.from({ length: height * width }, (_, i) => {
    const [y, x] = [Math.floor(i / width), (i % width) - (shift || 0)];
    return Math.sin(0.9 * x + 0.1 * y * y) + Math.sin(0.35 * y * x) + 0.001 * x;
  });
  if (Number.isNaN(shift)) values[40] = Number.NaN;
  const shape = `{'descr': '<f4', 'fortran_order': False, 'shape': (${height}, ${width}), }`;
  const header = `${shape.padEnd(117)}\n`;
  const magic = Buffer.from([0x93, ...Buffer.from('NUMPY'), 1, 0, header.length, 0]);
  const buffer = Buffer.concat([magic, Buffer.from(header), Buffer.from(values.buffer)]);
  return { name, mimeType: 'application/octet-stream', buffer };
}
