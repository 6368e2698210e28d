import { expect, test } from 'vitest';
import type { InputSpec } from '../../domain/model.ts';
import { fitMask } from './fitMask.ts';

const spec = (height: number, width: number, fit: InputSpec['fit']): InputSpec => ({
  height,
  width,
  channels: 1,
  range: [0, 1],
  fit,
});

const rows = (...lines: readonly string[]) => ({
  height: lines.length,
  width: lines[0]?.length ?? 0,
  flags: Uint8Array.from(lines.join(''), Number),
});

test('a mask of the input’s size is kept, whatever the fit', () => {
  const mask = rows('0110', '0010');
  for (const fit of ['stretch', 'letterbox', 'crop'] as const)
    expect(fitMask(mask, spec(2, 4, fit))).toEqual(mask);
});

test('a pixel counts from a quarter of its area', () => {
  const quarter = rows('1000', '0000', '0011', '0000');
  expect(fitMask(quarter, spec(2, 2, 'stretch'))).toEqual(rows('10', '01'));
  const ninth = rows('100', '000', '000');
  expect(fitMask(ninth, spec(1, 1, 'stretch'))).toEqual(rows('0'));
});

test('fractions of pixels are weighed: 4 columns on 3 pixels', () => {
  // Of the pixels, 4/3 columns wide, the marked column covers a quarter, half and nothing.
  expect(fitMask(rows('0100'), spec(1, 3, 'stretch'))).toEqual(rows('110'));
});

test('the bars of a letterbox are no defect, and the rest lies between them', () => {
  const wide = rows('11111111', '11111111', '11111111', '11111111');
  expect(fitMask(wide, spec(4, 4, 'letterbox'))).toEqual(rows('0000', '1111', '1111', '0000'));
});

test('a crop leaves out what the model does not see', () => {
  expect(fitMask(rows('100001', '100001'), spec(2, 2, 'crop'))).toEqual(rows('00', '00'));
});

test('a small mask grows with its picture', () => {
  const { flags } = fitMask(rows('10', '00'), spec(4, 4, 'stretch'));
  expect([...flags.subarray(0, 4)]).toEqual([1, 1, 1, 0]);
});
