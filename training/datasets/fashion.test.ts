import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { FASHION_CLASSES, loadFashion } from './fashion.ts';

const folder = (files: Readonly<Record<string, readonly number[]>>): URL => {
  const place = mkdtempSync(join(tmpdir(), 'fashion-'));
  for (const [name, bytes] of Object.entries(files))
    writeFileSync(join(place, `${name}.gz`), gzipSync(Uint8Array.from(bytes)));
  return pathToFileURL(join(place, '/'));
};
const size = (value: number) => [0, 0, 0, value];
/** Pictures of one row and two columns. */
const pictures = (...values: number[]) =>
  [0, 0, 8, 3, size(values.length / 2), size(1), size(2), values].flat();
const labels = (...values: number[]) => [0, 0, 8, 1, size(values.length), values].flat();

const WHOLE = {
  'train-images-idx3-ubyte': pictures(1, 2, 3, 4, 5, 6),
  'train-labels-idx1-ubyte': labels(9, 0, 4),
  't10k-images-idx3-ubyte': pictures(7, 8),
  't10k-labels-idx1-ubyte': labels(2),
};

test('pictures are grey and keep their labels; the first of them are a smaller set', () => {
  const { train, test: held, classes } = loadFashion(folder(WHOLE), 2);
  expect(classes).toBe(FASHION_CLASSES);
  expect(train.map(({ label }) => label)).toEqual([9, 0]);
  expect(train[1].picture).toEqual({
    width: 2,
    height: 1,
    pixels: Uint8ClampedArray.of(3, 3, 3, 4, 4, 4),
  });
  expect(held).toHaveLength(1);
});

test('a file that is missing, cut short or of another kind is named', () => {
  const rest = Object.entries(WHOLE).filter(([name]) => !name.startsWith('t10k-labels'));
  expect(() => loadFashion(folder(Object.fromEntries(rest)), 2)).toThrow(
    /t10k-labels.*github\.com/s,
  );
  const short = { ...WHOLE, 't10k-labels-idx1-ubyte': labels(2).slice(0, -1) };
  expect(() => loadFashion(folder(short), 2)).toThrow(/allowed IDX, bytes, 1 axes/);
  const other = { ...WHOLE, 't10k-labels-idx1-ubyte': pictures(1, 2) };
  expect(() => loadFashion(folder(other), 2)).toThrow(/t10k-labels/);
});
