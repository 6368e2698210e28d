import { expect, it } from 'vitest';
import { backgroundRgb } from './picture.ts';

it('reads a background by name or as #rrggbb, and nothing else', () => {
  expect(backgroundRgb('white')).toEqual([255, 255, 255]);
  expect(backgroundRgb('grey')).toEqual([128, 128, 128]);
  expect(backgroundRgb('#0A1bff')).toEqual([10, 27, 255]);
  for (const wrong of ['#12', '#gggggg', '#1234567', 'pink'])
    expect(() => backgroundRgb(wrong)).toThrow('background must be one of white, grey, #rrggbb');
});
