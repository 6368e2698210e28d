import { excerpt, mapUnreadable } from './mapChecks.ts';

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
/** Longest header that is read; NumPy itself writes some 120 bytes for a plain array. */
const MOST_HEADER_BYTES = 65_536;

/** One `'key': value` of the header: text, True or False, a flat tuple or list. Sticky, so that no input takes long. */
const ENTRY =
  /\s*['"](\w+)['"]\s*:\s*('[^']*'|"[^"]*"|True|False|None|\([^()]*\)|\[[^[\]]*\])\s*,?/y;

/** What a NumPy file says of its array. */
export interface NpyHeader {
  /** Type as NumPy writes it, such as `<f4`. */
  readonly descr: string;
  /** First index fastest. */
  readonly fortran: boolean;
  /** Length of each axis, whole numbers ≥ 0. */
  readonly shape: readonly number[];
  /** Where the values begin, bytes. */
  readonly dataStart: number;
}

/** Does the file start as NumPy files do? True also for one that ends within those first six bytes. */
export function isNpy(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, MAGIC.length);
  return start.length > 0 && start.every((byte, i) => byte === MAGIC[i]);
}

/**
 * Header of a NumPy file of format 1.0, 2.0 or 3.0.
 * @throws Problem `map-unreadable` when it is cut short, too long, of another format, or lacks type, order or shape
 */
export function parseNpyHeader(bytes: Uint8Array, name: string): NpyHeader {
  const { text, dataStart } = headerText(bytes, name);
  const entries = entriesOf(text, name);
  const needed = (key: string): string => {
    const value = entries.get(key);
    if (value !== undefined) return value;
    throw mapUnreadable(name, 'a .npy file with descr, fortran_order and shape', `no ${key}`);
  };
  const descr = needed('descr');
  return {
    descr: /^['"]/.test(descr) ? descr.slice(1, -1) : descr,
    fortran: flagOf(needed('fortran_order'), name),
    shape: shapeOf(needed('shape'), name),
    dataStart,
  };
}

function headerText(bytes: Uint8Array, name: string): { text: string; dataStart: number } {
  const whole = 'a whole .npy file';
  if (bytes.length < 10) throw mapUnreadable(name, whole, `${bytes.length} bytes`);
  const [major, minor] = [bytes[6], bytes[7]];
  if (major < 1 || major > 3 || minor !== 0)
    throw mapUnreadable(name, '.npy of format 1.0, 2.0 or 3.0', `format ${major}.${minor}`);
  const start = major === 1 ? 10 : 12;
  if (bytes.length < start) throw mapUnreadable(name, whole, `${bytes.length} bytes`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = major === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  if (length > MOST_HEADER_BYTES)
    throw mapUnreadable(name, `.npy with a header ≤ ${MOST_HEADER_BYTES} B`, `${length} B`);
  const dataStart = start + length;
  if (dataStart > bytes.length)
    throw mapUnreadable(name, whole, `${bytes.length - start} of ${length} header bytes`);
  return { text: new TextDecoder('latin1').decode(bytes.subarray(start, dataStart)), dataStart };
}

function entriesOf(text: string, name: string): Map<string, string> {
  const damaged = (): Error =>
    mapUnreadable(name, '.npy with a header NumPy would write', excerpt(text) || 'an empty one');
  const whole = text.trim();
  if (!whole.startsWith('{') || !whole.endsWith('}')) throw damaged();
  const body = whole.slice(1, -1).trimEnd();
  const entries = new Map<string, string>();
  let at = 0;
  while (at < body.length) {
    ENTRY.lastIndex = at;
    const found = ENTRY.exec(body);
    if (!found || entries.has(found[1])) throw damaged();
    entries.set(found[1], found[2]);
    at = ENTRY.lastIndex;
  }
  return entries;
}

function flagOf(text: string, name: string): boolean {
  if (text === 'True' || text === 'False') return text === 'True';
  throw mapUnreadable(name, '.npy with fortran_order True or False', excerpt(text));
}

function shapeOf(text: string, name: string): number[] {
  const sides = text.slice(1, -1).split(',');
  // `(3,)` is a tuple, and so is `(2, 3,)`.
  if (sides.at(-1)?.trim() === '') sides.pop();
  const shape = sides.map((side) => (/^\s*\d+L?\s*$/.test(side) ? Number.parseInt(side, 10) : -1));
  if (text.startsWith('(') && shape.every((side) => side >= 0 && Number.isSafeInteger(side)))
    return shape;
  const allowed = '.npy with a shape of whole numbers up to 2⁵³';
  throw mapUnreadable(name, allowed, excerpt(text));
}
