import type { FloatMap } from '../src/domain/attribution.ts';

const MAGIC = '\x93NUMPY';
const ALIGNMENT = 64;

/** A map as a NumPy file: format 1.0, C order, little-endian float32 or float64 as its values are. */
export function formatNpy({ height, width, values }: FloatMap): Uint8Array {
  const descr = values instanceof Float32Array ? '<f4' : '<f8';
  const text = `{'descr': '${descr}', 'fortran_order': False, 'shape': (${height}, ${width}), }`;
  const used = 10 + text.length + 1;
  const header = `${text}${' '.repeat(Math.ceil(used / ALIGNMENT) * ALIGNMENT - used)}\n`;
  const start = 10 + header.length;
  const bytes = Buffer.alloc(start + values.byteLength);
  bytes.write(MAGIC, 0, 'latin1');
  bytes[6] = 1;
  bytes.writeUInt16LE(header.length, 8);
  bytes.write(header, 10, 'latin1');
  bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), start);
  return bytes;
}
