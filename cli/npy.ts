import { Problem } from '../src/domain/problem.ts';
import type { ScoreMap } from '../src/engine/metrics/scoreMap.ts';

const MAGIC = '\x93NUMPY';
const ALIGNMENT = 64;

const unreadable = (name: string, got: string): Problem => {
  const allowed = '.npy of float32 or float64 with two dimensions';
  const detail = { what: name, allowed, got };
  return new Problem('map-unreadable', detail, `${name} must be a ${allowed}, got ${got}`);
};

interface Header {
  readonly type: string;
  readonly fortran: boolean;
  readonly height: number;
  readonly width: number;
  readonly dataStart: number;
}

function parseHeader(bytes: Uint8Array, name: string): Header {
  if (Buffer.from(bytes.subarray(0, 6)).toString('latin1') !== MAGIC)
    throw unreadable(name, 'a file of another kind');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12) throw unreadable(name, `${bytes.length} bytes`);
  const wide = bytes[6] > 1;
  const start = wide ? 12 : 10;
  const dataStart = start + (wide ? view.getUint32(8, true) : view.getUint16(8, true));
  const text = Buffer.from(bytes.subarray(start, dataStart)).toString('latin1');
  const type = /'descr':\s*'([^']*)'/.exec(text)?.[1] ?? 'no type';
  const shape = /'shape':\s*\(([^)]*)\)/.exec(text)?.[1] ?? '';
  const sides = shape.split(',').filter((side) => side.trim() !== '');
  if (sides.length !== 2) throw unreadable(name, `shape (${shape})`);
  const [height, width] = sides.map(Number);
  return { type, fortran: /'fortran_order':\s*True/.test(text), height, width, dataStart };
}

/** Values as they lie in the file, in float64, which holds both types exactly. */
function readValues(bytes: Uint8Array, { type, dataStart }: Header, count: number): Float64Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset + dataStart);
  const little = !type.startsWith('>');
  return type.endsWith('4')
    ? Float64Array.from({ length: count }, (_, i) => view.getFloat32(4 * i, little))
    : Float64Array.from({ length: count }, (_, i) => view.getFloat64(8 * i, little));
}

/**
 * A map out of a NumPy file (format 1-3): float32 or float64, either byte order, C or Fortran order; row-major after.
 * @throws Problem `map-unreadable`
 */
export function parseNpy(bytes: Uint8Array, name: string): ScoreMap {
  const header = parseHeader(bytes, name);
  const { type, fortran, height, width, dataStart } = header;
  if (!/^[<>=]f[48]$/.test(type)) throw unreadable(name, `type ${type}`);
  const count = height * width;
  const room = (bytes.length - dataStart) / Number(type.at(-1));
  if (!Number.isSafeInteger(count) || room < count)
    throw unreadable(name, `${Math.floor(Math.max(0, room))} values for ${height}×${width}`);
  const stored = readValues(bytes, header, count);
  if (!fortran) return { height, width, values: stored };
  const values = stored.map((_, i) => stored[(i % width) * height + Math.floor(i / width)]);
  return { height, width, values };
}

/** A map as a NumPy file: format 1.0, little-endian float32, C order. */
export function formatNpy(map: {
  readonly height: number;
  readonly width: number;
  readonly values: Float32Array;
}): Uint8Array {
  const shape = `(${map.height}, ${map.width})`;
  const text = `{'descr': '<f4', 'fortran_order': False, 'shape': ${shape}, }`;
  const used = 10 + text.length + 1;
  const header = `${text}${' '.repeat(Math.ceil(used / ALIGNMENT) * ALIGNMENT - used)}\n`;
  const bytes = Buffer.alloc(10 + header.length + 4 * map.values.length);
  bytes.write(MAGIC, 0, 'latin1');
  bytes[6] = 1;
  bytes.writeUInt16LE(header.length, 8);
  bytes.write(header, 10, 'latin1');
  map.values.forEach((value, i) => bytes.writeFloatLE(value, 10 + header.length + 4 * i));
  return bytes;
}
