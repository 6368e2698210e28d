import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reduction } from '../domain/attribution.ts';
import { Problem } from '../domain/problem.ts';
import { jsonFile, npyFile, npyHead } from './madeMaps.ts';
import { parseMapFile } from './mapFile.ts';

const read = (bytes: Uint8Array, reduction: Reduction = 'sumAbs') =>
  parseMapFile(bytes, 'map.npy', reduction);

const ROWS = [1, -2.5, 3, 0, 1 / 3, -6];
const COLUMNS = [1, 0, -2.5, 1 / 3, 3, -6];
const float32 = (...values: number[]) => Float32Array.from(values);
const float64 = (...values: number[]) => Float64Array.from(values);

describe('maps of two axes', () => {
  it.each([
    ['C order, format 1', false, ROWS, [1, 0]],
    ['Fortran order, format 2', true, COLUMNS, [2, 0]],
    ['C order, format 3', false, ROWS, [3, 0]],
  ] as const)('keep type and signs: %s', (_, fortran, stored, version) => {
    const single = npyFile(npyHead('<f4', '(2, 3)', fortran), float32(...stored), version);
    expect(read(single)).toEqual({ height: 2, width: 3, values: float32(...ROWS) });
    const double = npyFile(npyHead('<f8', '(2, 3)', fortran), float64(...stored), version);
    expect(read(double)).toEqual({ height: 2, width: 3, values: float64(...ROWS) });
  });

  it('may lie anywhere in memory', () => {
    const file = npyFile(npyHead('<f8', '(1, 2)'), float64(1, 2));
    const larger = new Uint8Array(file.length + 3);
    larger.set(file, 3);
    expect(read(larger.subarray(3)).values).toEqual(float64(1, 2));
  });

  it('are not shared with the file', () => {
    const file = npyFile(npyHead('<f8', '(1, 2)'), float64(1, 2));
    const { values } = read(file);
    file.fill(0);
    expect(values).toEqual(float64(1, 2));
  });

  it('let NaN and ±∞ through, for the metrics to name the place', () => {
    const values = float32(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY);
    expect(read(npyFile(npyHead('<f4', '(1, 3)'), values)).values).toEqual(values);
  });

  it('take headers of other writers: order, quotes, spaces, tuples', () => {
    const header = `{"shape":(1 ,2L,),"fortran_order":False,"descr":"<f4"}`;
    expect(read(npyFile(header, float32(7, 8))).values).toEqual(float32(7, 8));
  });
});

describe('maps of three axes', () => {
  const last = float32(1, -2, 3, -4, 0.5, 0.25);
  it.each([
    ['sumAbs', [6, 4.75]],
    ['sum', [2, -3.25]],
    ['maxAbs', [3, 4]],
  ] as const)('are reduced over the channels in float64: %s', (reduction, wanted) => {
    const map = { height: 1, width: 2, values: float64(...wanted) };
    expect(read(npyFile(npyHead('<f4', '(1, 2, 3)'), last), reduction)).toEqual(map);
  });

  it('sum without the rounding of float32', () => {
    const values = float32(2 ** 24, 1, 1);
    const map = read(npyFile(npyHead('<f4', '(1, 1, 3)'), values));
    expect(map.values).toEqual(float64(2 ** 24 + 2));
  });

  const ramp = float64(...Array.from({ length: 24 }, (_, i) => i));
  const pixels = (count: number, value: (i: number) => number) =>
    float64(...Array.from({ length: count }, (_, i) => value(i)));
  it.each([
    ['channels last', '(4, 2, 3)', false, 4, 2, (i: number) => 9 * i + 3],
    ['channels first, 3', '(3, 4, 2)', false, 4, 2, (i: number) => 3 * i + 24],
    ['channels first, 4', '(4, 3, 2)', false, 3, 2, (i: number) => 4 * i + 36],
    ['channels first, 1', '(1, 4, 6)', false, 4, 6, (i: number) => i],
    ['channels last, 1', '(4, 6, 1)', false, 4, 6, (i: number) => i],
    ['3 at both ends: last', '(3, 2, 4)', false, 3, 2, (i: number) => 16 * i + 6],
    ['1 at both ends: last', '(1, 24, 1)', false, 1, 24, (i: number) => i],
    ['any number at the end', '(2, 2, 6)', false, 2, 2, (i: number) => 36 * i + 15],
  ] as const)('are laid out: %s', (_, shape, fortran, height, width, value) => {
    const map = read(npyFile(npyHead('<f8', shape, fortran), ramp));
    expect(map).toEqual({ height, width, values: pixels(height * width, value) });
  });

  it('lie in Fortran order too', () => {
    // Value = 100·row + 10·column + channel of an array (2, 3, 3).
    const stored: number[] = [];
    for (let c = 0; c < 3; c++)
      for (let x = 0; x < 3; x++) for (let y = 0; y < 2; y++) stored.push(100 * y + 10 * x + c);
    const map = read(npyFile(npyHead('<f4', '(2, 3, 3)', true), float32(...stored)), 'sum');
    expect(map.values).toEqual(float64(3, 33, 63, 303, 333, 363));
  });

  it('reduce one channel like any other', () => {
    const file = npyFile(npyHead('<f4', '(1, 1, 2)'), float32(-1, 2));
    expect(read(file).values).toEqual(float64(1, 2));
    expect(read(file, 'sum').values).toEqual(float64(-1, 2));
  });
});

describe('JSON maps', () => {
  const map = { height: 2, width: 3, values: float64(...ROWS) };
  it.each([
    ['one list', ROWS],
    ['a list of rows', [ROWS.slice(0, 3), ROWS.slice(3)]],
  ])('are read from %s', (_, values) => {
    expect(read(jsonFile({ height: 2, width: 3, values, tool: 'x' }))).toEqual(map);
  });

  it('may begin with white space and a byte order mark, and hold null', () => {
    const text = '\ufeff \r\n{"height":1,"width":2,"values":[[1e400,null]]}';
    const { values } = read(new TextEncoder().encode(text));
    expect(values).toEqual(float64(Number.POSITIVE_INFINITY, Number.NaN));
  });
});

describe('hostile bytes', () => {
  const onlyProblems = (bytes: Uint8Array): void => {
    try {
      const { height, width, values } = read(bytes);
      expect(values).toHaveLength(height * width);
    } catch (error) {
      expect(error).toBeInstanceOf(Problem);
      expect(error).toMatchObject({ code: 'map-unreadable' });
      expect((error as Problem).message).not.toMatch(/\n/);
    }
  };
  const token = fc.constantFrom(
    ...["{'descr': ", "'<f4'", "'shape': ", '(', ')', '[', ']', '1', ',', ' ', "'", '"', ':'],
    ...["'fortran_order': ", 'False', 'True', '}', '-', '9999999999', '\n', '\0', '\\'],
  );
  const entry = fc.tuple(
    fc.constantFrom('descr', 'shape', 'fortran_order', '__proto__', ''),
    fc.constantFrom("'<f4'", "'<f8'", '(2, 3)', '(3,1,2)', '()', 'False', '[(1,)]', "'O'", '-1'),
  );
  const header = fc.oneof(
    fc.string(),
    fc.array(token, { maxLength: 30 }).map((parts) => parts.join('')),
    fc
      .array(entry, { maxLength: 5 })
      .map((entries) => `{${entries.map(([key, value]) => `'${key}': ${value}`).join(', ')}}`),
  );

  it('never throw anything but a Problem', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 80 }), onlyProblems), { numRuns: 500 });
    const file = fc.tuple(header, fc.uint8Array({ maxLength: 30 }), fc.nat(4), fc.nat(1));
    const made = file.map(([text, data, major, minor]) => npyFile(text, data, [major, minor]));
    fc.assert(fc.property(made, onlyProblems), { numRuns: 3000 });
    fc.assert(
      fc.property(fc.json(), (text) => onlyProblems(new TextEncoder().encode(text))),
      { numRuns: 500 },
    );
    const side = fc.oneof(fc.nat(4), fc.double());
    const json = fc.record({ height: side, width: side, values: fc.array(fc.jsonValue()) });
    fc.assert(
      fc.property(json, (value) => onlyProblems(jsonFile(value))),
      { numRuns: 500 },
    );
  });

  it('never throw it for a cut file', () => {
    const file = npyFile(npyHead('<f8', '(2, 3)'), float64(...ROWS));
    for (let end = 0; end < file.length; end++)
      expect(() => read(file.subarray(0, end))).toThrow(Problem);
  });

  it.each([
    ['spaces', ' '.repeat(60_000)],
    ['braces', `{${'}'.repeat(60_000)}`],
    ['quotes', `{${"'".repeat(60_000)}}`],
    ['brackets', `{'descr': ${'['.repeat(60_000)}}`],
    ['keys', `{${Array.from({ length: 6000 }, (_, i) => `'${i}':()`).join(',')}}`],
    ['digits', npyHead('<f4', `(1, ${'9'.repeat(60_000)})`)],
    ['nested JSON', ''],
  ])('are done with at once: %s', (name, text) => {
    const nested = new TextEncoder().encode('['.repeat(2_000_000));
    const started = performance.now();
    onlyProblems(name === 'nested JSON' ? nested : npyFile(text));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

it('brings every map back as it was saved', () => {
  const side = fc.integer({ min: 1, max: 6 });
  const map = fc.tuple(side, side, fc.boolean(), fc.boolean()).chain(([height, width, single, f]) =>
    fc
      .array(single ? fc.float() : fc.double(), {
        minLength: height * width,
        maxLength: height * width,
      })
      .map((rows) => ({ height, width, single, fortran: f, rows })),
  );
  fc.assert(
    fc.property(map, ({ height, width, single, fortran, rows }) => {
      const at = (i: number) => rows[(i % height) * width + Math.floor(i / height)];
      const typed = single ? float32(...rows) : float64(...rows);
      const stored = fortran ? typed.map((_, i) => at(i)) : typed;
      const head = npyHead(single ? '<f4' : '<f8', `(${height}, ${width})`, fortran);
      expect(read(npyFile(head, stored))).toEqual({ height, width, values: typed });
      if (rows.every(Number.isFinite))
        expect(Array.from(read(jsonFile({ height, width, values: rows })).values)).toEqual(
          // JSON has no −0.
          rows.map((value) => value + 0),
        );
    }),
  );
});
