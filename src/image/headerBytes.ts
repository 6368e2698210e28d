import { Problem } from '../domain/problem.ts';

/** Bounds-checked reading of a picture's header: a read beyond the end is an `image-damaged`, never `undefined`. */
export interface HeaderBytes {
  readonly length: number;
  u8(offset: number): number;
  u16(offset: number, littleEndian?: boolean): number;
  u32(offset: number, littleEndian?: boolean): number;
  i32(offset: number, littleEndian?: boolean): number;
  /** `length` bytes as Latin-1 text. */
  text(offset: number, length: number): string;
}

/** `image-damaged`: the file ends before `what` is complete. */
export function cutShort(name: string, what: string, bytes: number): Problem {
  const detail = { what: name, allowed: what, got: `${bytes} B` };
  return new Problem(
    'image-damaged',
    detail,
    `${name}: the picture is cut short; expected ${what}, got ${bytes} bytes`,
  );
}

/** Reader over `bytes`; big-endian unless told. @throws Problem `image-damaged` on a read beyond the end. */
export function headerBytes(bytes: Uint8Array, name: string): HeaderBytes {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const within = (offset: number, size: number): number => {
    if (offset < 0 || offset + size > bytes.length)
      throw cutShort(name, `≥ ${offset + size} B`, bytes.length);
    return offset;
  };
  return {
    length: bytes.length,
    u8: (offset) => view.getUint8(within(offset, 1)),
    u16: (offset, littleEndian = false) => view.getUint16(within(offset, 2), littleEndian),
    u32: (offset, littleEndian = false) => view.getUint32(within(offset, 4), littleEndian),
    i32: (offset, littleEndian = false) => view.getInt32(within(offset, 4), littleEndian),
    text: (offset, length) => {
      within(offset, length);
      return String.fromCharCode(...bytes.subarray(offset, offset + length));
    },
  };
}
