import { expect, test } from 'vitest';
import { latticeOf, latticeSide, placeTruth } from './placeTruth.ts';

const LAYERS = [
  { filters: 4, kernel: 5, stride: 2 },
  { filters: 4, kernel: 3, stride: 2 },
];
const SIDE = 24;
const TASK = { label: 0, soundClass: 1, classes: 2, coverage: 0.3 };

/** A square of the mask, from (y, x). */
function mask(y: number, x: number, size: number): Float32Array {
  const values = new Float32Array(SIDE * SIDE);
  for (let row = y; row < y + size; row++) values.fill(1, row * SIDE + x, row * SIDE + x + size);
  return values;
}
const truthOf = (values: Float32Array, task = {}) =>
  placeTruth(values, SIDE, LAYERS, { ...TASK, ...task });
const sum = (values: Float32Array) => values.reduce((a, b) => a + b, 0);

test('the lattice is that of the strides, and lies where the fields are', () => {
  expect(latticeSide(SIDE, LAYERS)).toBe(6);
  expect(latticeSide(25, LAYERS)).toBe(7);
  // Field of place 0: pixels −1…7 (5×5/2 begins at −1, 3×3/2 at 0), middle 3; that of its square 2…5.
  expect(latticeOf(LAYERS)).toEqual({ stride: 4, lead: 2 });
  expect(latticeOf([{ filters: 1, kernel: 3, stride: 1 }])).toEqual({ stride: 1, lead: 0 });
});

test('half of the weight is on the defect, half on sound places, none on those hardly touched', () => {
  // Fills place (2, 2), pixels 10…13, and touches its neighbours with one row or column.
  const truth = truthOf(mask(9, 9, 6));
  const at = (row: number, column: number) => truth.slice(2 * (6 * row + column)).slice(0, 2);
  expect(Array.from(at(2, 2))).toEqual([0.5, 0]);
  expect(Array.from(at(1, 2))).toEqual([0, 0]);
  expect(at(5, 5)[1]).toBeCloseTo(0.5 / (36 - 9), 6);
  expect(sum(truth)).toBeCloseTo(1, 5);
});

test('the largest share counts when none reaches the coverage; edges belong to the places next to them', () => {
  const corner = truthOf(mask(0, 0, 1));
  expect(corner[0]).toBe(0.5);
  expect(sum(corner)).toBeCloseTo(1, 5);
});

test('sound pictures are sound everywhere; a defect without a mask teaches nothing', () => {
  const sound = truthOf(mask(0, 0, 0), { label: 1 });
  expect(Array.from(sound.slice(0, 2))).toEqual([0, Math.fround(1 / 36)]);
  expect(sum(sound)).toBeCloseTo(1, 5);
  expect(sum(truthOf(mask(0, 0, 0)))).toBe(0);
});
