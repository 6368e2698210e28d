import { Problem } from '../domain/problem.ts';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Length, type and CRC around a chunk's data. */
const FRAME = 12;

function makeTable(): Uint32Array {
  const table = new Uint32Array(256);
  for (let n = 0; n < 256; n++) {
    let c = n;
    for (let bit = 0; bit < 8; bit++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
    table[n] = c;
  }
  return table;
}
const TABLE = makeTable();

/** CRC-32 of a chunk's type and data (W3C PNG, annex D), unsigned. */
export function crc32(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (const byte of bytes) c = TABLE[(c ^ byte) & 255] ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}

/** A chunk of a PNG file. */
export interface PngChunk {
  /** Four letters. */
  readonly type: string;
  readonly data: Uint8Array;
  /** Offset of the chunk's length field in the file. */
  readonly offset: number;
  /** Computed when asked for: a picture of many megabytes is walked through without. */
  readonly crcMatches: boolean;
}

const damaged = (got: string): Problem =>
  new Problem('image-damaged', { what: 'PNG', allowed: '', got }, `PNG: ${got}`);

function chunkAt(png: Uint8Array, view: DataView, offset: number): PngChunk {
  if (offset + FRAME > png.length) throw damaged(`${png.length} B`);
  const length = view.getUint32(offset);
  const end = offset + FRAME + length;
  if (end > png.length) throw damaged(`${png.length} B`);
  const body = png.subarray(offset + 4, end - 4);
  return {
    type: String.fromCharCode(...body.subarray(0, 4)),
    data: body.subarray(4),
    offset,
    get crcMatches() {
      return crc32(body) === view.getUint32(end - 4);
    },
  };
}

/**
 * Chunks of a PNG in file order, up to and with `IEND`, one at a time: a hostile file may have millions.
 * @throws Problem `image-not-recognised` when it is no PNG, `image-damaged` when it ends early.
 */
export function* walkChunks(png: Uint8Array): Generator<PngChunk> {
  if (SIGNATURE.some((byte, i) => png[i] !== byte))
    throw new Problem('image-not-recognised', { what: 'PNG', allowed: 'PNG', got: '' });
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  for (let offset = SIGNATURE.length, type = ''; type !== 'IEND'; ) {
    const chunk = chunkAt(png, view, offset);
    yield chunk;
    type = chunk.type;
    offset += FRAME + chunk.data.length;
  }
}

/** All chunks of a PNG. @throws Problem as `walkChunks`. */
export const readChunks = (png: Uint8Array): PngChunk[] => [...walkChunks(png)];

function encodeChunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(FRAME + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

/**
 * The PNG with a chunk put in: `pHYs` right behind `IHDR` (it must precede the picture data), anything else
 * before `IEND`. The other chunks stay as they are, byte for byte.
 * @throws Problem as `readChunks`.
 */
export function insertChunk(
  png: Uint8Array,
  type: string,
  data: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const chunks = readChunks(png);
  const before = type === 'pHYs' ? chunks[1] : chunks[chunks.length - 1];
  const chunk = encodeChunk(type, data);
  const joined = new Uint8Array(png.length + chunk.length);
  joined.set(png.subarray(0, before.offset));
  joined.set(chunk, before.offset);
  joined.set(png.subarray(before.offset), before.offset + chunk.length);
  return joined;
}

/** Data of `pHYs`: so many pixels per inch both ways, so that print programs choose the right size. */
export function physicalSize(pixelsPerInch: number): Uint8Array {
  const perMetre = Math.round(pixelsPerInch / 0.0254);
  const data = new Uint8Array(9);
  const view = new DataView(data.buffer);
  view.setUint32(0, perMetre);
  view.setUint32(4, perMetre);
  data[8] = 1;
  return data;
}
