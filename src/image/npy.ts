import type { FloatMap, Reduction } from '../domain/attribution.ts';
import { layoutOf, mapOf } from './arrayLayout.ts';
import { excerpt, mapUnreadable } from './mapChecks.ts';
import { type NpyHeader, parseNpyHeader } from './npyHeader.ts';

/** NumPy's letters for kinds of values; those with a size are named with their bits. */
const KINDS: Readonly<Record<string, { readonly name: string; readonly sized: boolean }>> = {
  '?': { name: 'bool', sized: false },
  b: { name: 'bool', sized: false },
  i: { name: 'int', sized: true },
  u: { name: 'uint', sized: true },
  f: { name: 'float', sized: true },
  c: { name: 'complex', sized: true },
  O: { name: 'Python objects (pickle)', sized: false },
  S: { name: 'bytes', sized: false },
  U: { name: 'text', sized: false },
  M: { name: 'dates', sized: false },
  m: { name: 'time spans', sized: false },
};

/** `>f4` → `big-endian float32 (>f4)`. */
function typeName(descr: string): string {
  const [, order, letter, size] = /^([<>|=]?)([a-zA-Z?])(\d{0,4})$/.exec(descr) ?? [];
  const kind = Object.hasOwn(KINDS, letter) ? KINDS[letter] : null;
  if (!kind) return `type ${excerpt(descr) || 'without a name'}`;
  const name = kind.sized ? `${kind.name}${8 * Number(size)}` : kind.name;
  const unstated = kind.sized && Number(size) > 1 && (order === '' || order === '=');
  return `${order === '>' ? 'big-endian ' : ''}${name}${unstated ? ' of no stated byte order' : ''} (${descr})`;
}

type Values = Uint8Array<ArrayBuffer> | FloatMap['values'];

/** How values of a type come out of bytes of their own. Typed arrays are little-endian on every machine there is. */
const FLOATS = {
  '<f4': { size: 4, read: (bytes: ArrayBuffer) => new Float32Array(bytes) },
  '<f8': { size: 8, read: (bytes: ArrayBuffer) => new Float64Array(bytes) },
};
const FLAGS = {
  '|b1': { size: 1, read: (bytes: ArrayBuffer) => new Uint8Array(bytes) },
  '|u1': { size: 1, read: (bytes: ArrayBuffer) => new Uint8Array(bytes) },
};

type Types<Result> = Readonly<
  Record<string, { readonly size: number; readonly read: (bytes: ArrayBuffer) => Result }>
>;

/** One way to read the values, or a refusal that names what is allowed. */
function readerOf<Result>(
  { descr }: NpyHeader,
  name: string,
  types: Types<Result>,
  allowed: string,
) {
  if (!Object.hasOwn(types, descr)) throw mapUnreadable(name, allowed, typeName(descr));
  return types[descr];
}

/** A copy of the values' bytes, exactly as many as the shape needs. */
function dataOf(bytes: Uint8Array, header: NpyHeader, size: number, name: string): ArrayBuffer {
  const { shape, dataStart } = header;
  const needed = shape.reduce((count, side) => count * side, size);
  const there = bytes.length - dataStart;
  if (there !== needed) {
    const allowed = `.npy with ${needed} bytes of values for shape (${shape.join(', ')})`;
    throw mapUnreadable(name, allowed, `${there} bytes`);
  }
  return new Uint8Array(bytes.subarray(dataStart)).buffer;
}

/**
 * A map out of a NumPy file (formats 1.0, 2.0, 3.0; C or Fortran order): little-endian float32 or float64, `[h, w]`, or with
 * channels as `layoutOf` says. Two axes keep their type, three are reduced in float64. Not checked for NaN and ±∞.
 * @throws Problem `map-unreadable` for all else, a file longer than its shape included
 */
export function parseNpy(bytes: Uint8Array, name: string, reduction: Reduction): FloatMap {
  const header = parseNpyHeader(bytes, name);
  const allowed = 'little-endian float32 or float64';
  const { size, read } = readerOf<FloatMap['values']>(header, name, FLOATS, allowed);
  const layout = layoutOf(header.shape, header.fortran, name);
  return mapOf(read(dataOf(bytes, header, size, name)), layout, reduction);
}

/**
 * The same for a mask, which may also be bool or uint8: the largest value over the channels, negative ones as 0.
 * @throws Problem `map-unreadable`
 */
export function parseNpyMask(bytes: Uint8Array, name: string): FloatMap {
  const header = parseNpyHeader(bytes, name);
  const allowed = 'bool, uint8 or little-endian float32 or float64';
  const { size, read } = readerOf<Values>(header, name, { ...FLAGS, ...FLOATS }, allowed);
  const layout = layoutOf(header.shape, header.fortran, name);
  const stored = Float64Array.from(read(dataOf(bytes, header, size, name)), (v) => Math.max(0, v));
  return mapOf(stored, layout, 'maxAbs');
}
