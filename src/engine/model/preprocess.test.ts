import { expect, test } from 'vitest';
import type { InputSpec } from '../../domain/model.ts';
import type { Picture } from '../../domain/picture.ts';
import { preprocess } from './preprocess.ts';

const spec = (change: Partial<InputSpec>): InputSpec => ({
  height: 4,
  width: 4,
  channels: 1,
  range: [0, 1],
  fit: 'stretch',
  ...change,
});

/** A grey picture from rows of values 0…255. */
function grey(rows: readonly (readonly number[])[]): Picture {
  return {
    height: rows.length,
    width: rows[0]?.length ?? 0,
    pixels: Uint8ClampedArray.from(rows.flat().flatMap((v) => [v, v, v])),
  };
}

const values = (picture: Picture, change: Partial<InputSpec>) =>
  Array.from(preprocess(picture, spec(change)).values, (v) => Math.round(v * 255 * 1000) / 1000);

test('a picture of the right size keeps every pixel', () => {
  const picture = grey([
    [0, 10, 20, 255],
    [1, 11, 21, 254],
    [2, 12, 22, 253],
    [3, 13, 23, 252],
  ]);
  for (const fit of ['stretch', 'letterbox', 'crop'] as const)
    expect(values(picture, { fit })).toEqual(
      Array.from(picture.pixels).filter((_, i) => i % 3 === 0),
    );
});

test('shrinking averages by area, with fractional pixels', () => {
  expect(values(grey([[0, 100, 200, 40]]), { height: 1, width: 2 })).toEqual([50, 120]);
  expect(values(grey([[0, 90, 210]]), { height: 1, width: 2 })).toEqual([30, 170]);
});

test('growing interpolates between pixel centres and repeats the edge', () => {
  expect(values(grey([[0, 100]]), { height: 1, width: 4 })).toEqual([0, 25, 75, 100]);
});

test('the two axes are on their own: one may shrink while the other grows', () => {
  expect(values(grey([[0], [100], [50], [70]]), { height: 2, width: 2 })).toEqual([50, 50, 60, 60]);
});

test('a letterbox keeps the proportions and fills with mid-grey', () => {
  const picture = grey([[10, 20, 30, 40]]);
  expect(values(picture, { fit: 'letterbox' })).toEqual([
    ...[127.5, 127.5, 127.5, 127.5],
    ...[10, 20, 30, 40],
    ...[127.5, 127.5, 127.5, 127.5, 127.5, 127.5, 127.5, 127.5],
  ]);
});

test('a crop keeps the proportions and takes the centre', () => {
  const picture = grey([
    [1, 2, 3, 4],
    [5, 6, 7, 8],
  ]);
  expect(values(picture, { fit: 'crop', height: 2, width: 2 })).toEqual([2, 3, 6, 7]);
});

test('colour becomes luminance, or stays', () => {
  const red: Picture = { height: 1, width: 1, pixels: new Uint8ClampedArray([255, 0, 0]) };
  const size = { height: 1, width: 1 };
  expect(preprocess(red, spec(size)).values[0]).toBeCloseTo(0.299, 6);
  expect(Array.from(preprocess(red, spec({ ...size, channels: 3 })).values)).toEqual([1, 0, 0]);
});

test('a constant picture stays constant at any size and fit', () => {
  const picture = grey(Array.from({ length: 37 }, () => new Array<number>(53).fill(77)));
  for (const fit of ['stretch', 'crop'] as const)
    for (const [height, width] of [
      [5, 5],
      [64, 20],
      [96, 96],
    ] as const)
      for (const value of preprocess(picture, spec({ fit, height, width })).values)
        expect(value).toBeCloseTo(77 / 255, 6);
});
