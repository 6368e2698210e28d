import { expect, test } from 'vitest';
import { isAllowed, readNumber, stepFrom } from './readNumber.ts';

test.each([
  ['12', 12],
  [' −3.5 ', -3.5],
  ['１２．５', 12.5],
  ['1,234', 1234],
  ['+.5', 0.5],
  ['1,23', null],
  ['1e3', null],
  ['', null],
  ['-', null],
  ['0x10', null],
  ['NaN', null],
])('“%s” is read as %s', (text, value) => {
  expect(readNumber(text)).toBe(value);
});

test('limits hold at both ends, whole where it must be', () => {
  const limits = { min: 1, max: 4, step: 1, integer: true };
  expect([0, 1, 4, 5, 2.5].map((value) => isAllowed(value, limits))).toEqual([
    false,
    true,
    true,
    false,
    false,
  ]);
});

test('steps add up without the dust of binary fractions', () => {
  const limits = { min: 0, max: 0.5, step: 0.01, integer: false };
  expect(stepFrom(0.05, 1, limits)).toBe(0.06);
  expect(stepFrom(0.28, 1, limits)).toBe(0.29);
  expect(stepFrom(0.5, 1, limits)).toBe(0.5);
});
