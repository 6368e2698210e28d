import { expect, it } from 'vitest';
import { Problem } from '../domain/problem.ts';
import { pngFile } from './madeFiles.ts';
import { jsonFile, npyFile, npyHead } from './madeMaps.ts';
import { parseMapFile } from './mapFile.ts';
import { parseNpyMask } from './npy.ts';

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const zeros = (bytes: number): Uint8Array => new Uint8Array(bytes);
const typed = (descr: string, size = 24): Uint8Array =>
  npyFile(npyHead(descr, '(2, 3)'), zeros(size));
const shaped = (shape: string, size = 0): Uint8Array => npyFile(npyHead('<f4', shape), zeros(size));
const json = (height: unknown, width: unknown, values: unknown): Uint8Array =>
  jsonFile({ height, width, values });
const hugeHeader = (): Uint8Array => {
  const file = npyFile(npyHead('<f4', '(2, 3)'), zeros(24), [2, 0]);
  file.set([255, 255, 255, 255], 8);
  return file;
};

const MAP = 'a map as .npy or as JSON of { height, width, values }';
const FLOAT = 'little-endian float32 or float64';
const WHOLE = 'a whole .npy file';
const KEYS = 'a .npy file with descr, fortran_order and shape';
const HEADER = '.npy with a header NumPy would write';
const AXES = 'an array [h, w], [h, w, c] or [c, h, w]';
const SIDES = '.npy with a shape of whole numbers up to 2⁵³';
const PIXELS = 'a map of 1…64000000 pixels';
const DATA = '.npy with 24 bytes of values for shape (2, 3)';
const JSON_MAP = 'JSON of { height, width, values }';

const REFUSED: readonly [bytes: Uint8Array, allowed: string, got: string][] = [
  [zeros(0), MAP, 'an empty file'],
  [text('hello'), MAP, 'text/plain'],
  [text('12'), MAP, 'text/plain'],
  [pngFile(8, 8), MAP, 'image/png'],
  [text('PK\x03\x04 an .npz'), MAP, 'application/zip'],
  [zeros(5), MAP, '00 00 00 00 00'],
  // Header.
  [typed('<f4').subarray(0, 3), WHOLE, '3 bytes'],
  [typed('<f4').subarray(0, 9), WHOLE, '9 bytes'],
  [hugeHeader().subarray(0, 11), WHOLE, '11 bytes'],
  [typed('<f4').subarray(0, 40), WHOLE, '30 of 60 header bytes'],
  [hugeHeader(), '.npy with a header ≤ 65536 B', '4294967295 B'],
  [npyFile('', [], [4, 0]), '.npy of format 1.0, 2.0 or 3.0', 'format 4.0'],
  [npyFile('', [], [1, 1]), '.npy of format 1.0, 2.0 or 3.0', 'format 1.1'],
  [npyFile(''), HEADER, 'an empty one'],
  [npyFile("{'descr': '<f4'"), HEADER, "{'descr': '<f4'"],
  [npyFile("{'a': 1\x1b[31m}"), HEADER, "{'a': 1 [31m}"],
  [npyFile("{'shape': (1,), 'shape': (2,)}"), HEADER, "{'shape': (1,), 'shape': (2,)}"],
  [npyFile("{'fortran_order': False, 'shape': (2, 3)}"), KEYS, 'no descr'],
  [npyFile("{'descr': '<f4', 'fortran_order': False}"), KEYS, 'no shape'],
  [npyFile("{'descr': '<f4', 'shape': (2, 3)}"), KEYS, 'no fortran_order'],
  [
    npyFile("{'descr': '<f4', 'fortran_order': (), 'shape': ()}"),
    '.npy with fortran_order True or False',
    '()',
  ],
  // Type.
  [typed('>f4'), FLOAT, 'big-endian float32 (>f4)'],
  [typed('>f8'), FLOAT, 'big-endian float64 (>f8)'],
  [typed('=f4'), FLOAT, 'float32 of no stated byte order (=f4)'],
  [typed('<f2'), FLOAT, 'float16 (<f2)'],
  [typed('<f16'), FLOAT, 'float128 (<f16)'],
  [typed('<i8'), FLOAT, 'int64 (<i8)'],
  [typed('|u1'), FLOAT, 'uint8 (|u1)'],
  [typed('|b1'), FLOAT, 'bool (|b1)'],
  [typed('<c8'), FLOAT, 'complex64 (<c8)'],
  [typed('|O'), FLOAT, 'Python objects (pickle) (|O)'],
  [typed('<U3'), FLOAT, 'text (<U3)'],
  [typed('constructor'), FLOAT, 'type constructor'],
  [
    npyFile("{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (2, 3)}"),
    FLOAT,
    "type [('a', '<f4')]",
  ],
  // Shape.
  [shaped('()', 4), AXES, '0-D ()'],
  [shaped('(6,)', 24), AXES, '1-D (6)'],
  [shaped('(1, 1, 2, 3)', 24), AXES, '4-D (1, 1, 2, 3)'],
  [shaped(`(${'1, '.repeat(1000)})`, 4), AXES, `1000-D (${'1, '.repeat(20).slice(0, 59)}…)`],
  [shaped('(-2, 3)', 24), SIDES, '(-2, 3)'],
  [shaped('(2.5, 3)', 24), SIDES, '(2.5, 3)'],
  [shaped('(1e2, 3)', 24), SIDES, '(1e2, 3)'],
  [shaped('(, 3)', 24), SIDES, '(, 3)'],
  [shaped('[2, 3]', 24), SIDES, '[2, 3]'],
  [shaped('(9007199254740993, 3)'), SIDES, '(9007199254740993, 3)'],
  [shaped('(0, 3)'), PIXELS, '0 (0×3)'],
  [shaped('(8001, 8000)'), PIXELS, '64008000 (8001×8000)'],
  [shaped('(4294967296, 4294967296)'), PIXELS, '18446744073709552000 (4294967296×4294967296)'],
  [shaped('(2, 3, 0)'), 'a map of 1 channel or more', '0'],
  // Values.
  [typed('<f4', 20), DATA, '20 bytes'],
  [typed('<f4', 25), DATA, '25 bytes'],
  // JSON.
  [text('[1, 2]'), JSON_MAP, 'no object'],
  [text('{"height":1'), JSON_MAP, "Expected ',' or '}' after property value in JSON at positio…"],
  [json(0, 3, []), JSON_MAP, 'no height and width ≥ 1'],
  [json(2, 1.5, [1, 2, 3]), JSON_MAP, 'no height and width ≥ 1'],
  [json('1', 2, [1, 2]), JSON_MAP, 'no height and width ≥ 1'],
  [json(8001, 8000, []), PIXELS, '64008000 (8001×8000)'],
  [json(1, 2, 'ab'), JSON_MAP, 'no list of values'],
  [json(2, 2, [1, 2, 3]), JSON_MAP, '3 values for 2×2'],
  [json(2, 2, [1, 2, 3, 4, 5]), JSON_MAP, '5 values for 2×2'],
  [json(2, 2, [[1, 2]]), JSON_MAP, '1 rows for 2×2'],
  [json(2, 2, [[1, 2, 3], [4]]), JSON_MAP, '3 values in row 0 for 2×2'],
  [json(2, 2, [[1, 2], 3]), JSON_MAP, 'no list as row 1'],
  [json(1, 2, [1, '2']), JSON_MAP, 'no number as value 1'],
  [json(1, 2, [[[1], 2]]), JSON_MAP, 'no number as value 0'],
  [json(1, 2, [1, { a: 1 }]), JSON_MAP, 'no number as value 1'],
];

it.each(REFUSED.map(([bytes, allowed, got]) => ({ bytes, allowed, got })))(
  'is refused: $got instead of $allowed',
  ({ bytes, allowed, got }) => {
    const read = (): unknown => parseMapFile(bytes, 'map.npy', 'sumAbs');
    expect(read).toThrow(Problem);
    expect(read).toThrow(
      expect.objectContaining({
        code: 'map-unreadable',
        detail: { what: 'map.npy', allowed, got },
        message: `map.npy must be ${allowed}, got ${got}`,
      }),
    );
  },
);

it('says what a mask may be', () => {
  expect(() => parseNpyMask(typed('<i4'), 'mask.npy')).toThrow(
    'mask.npy must be bool, uint8 or little-endian float32 or float64, got int32 (<i4)',
  );
});

it('reads masks of flags and bytes, largest channel first', () => {
  const flags = npyFile(npyHead('|b1', '(1, 3)'), [0, 1, 1]);
  expect(parseNpyMask(flags, 'm').values).toEqual(Float64Array.of(0, 1, 1));
  const colours = npyFile(npyHead('|u1', '(1, 2, 3)'), [0, 0, 0, 0, 255, 7]);
  expect(parseNpyMask(colours, 'm').values).toEqual(Float64Array.of(0, 255));
  const signed = npyFile(npyHead('<f4', '(1, 2)'), Float32Array.of(-1, 0.5));
  expect(parseNpyMask(signed, 'm').values).toEqual(Float64Array.of(0, 0.5));
});
