import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ellipsise, wrapText } from './wrapText.ts';

/** Latin letters are half as wide as Japanese ones. */
const measure = (text: string): number =>
  Array.from(text).reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e00 ? 10 : 5), 0);

it('breaks English at spaces only', () => {
  expect(wrapText('the quick brown fox', 45, measure)).toEqual(['the quick', 'brown fox']);
  expect(wrapText('of 98\u00a0% here', 30, measure)).toEqual(['of', '98\u00a0%', 'here']);
  expect(wrapText('one\ntwo', 400, measure)).toEqual(['one', 'two']);
});

it('breaks Japanese between characters, with closing marks kept off line starts', () => {
  expect(wrapText('判定はそのままです。', 40, measure)).toEqual(['判定はそ', 'のままで', 'す。']);
  expect(wrapText('判定は「傷」のまま', 40, measure)).toEqual(['判定は', '「傷」の', 'まま']);
  expect(wrapText('上位 461 画素のうち', 40, measure)).toEqual(['上位 461', '画素のう', 'ち']);
});

it('cuts words that are wider than the line', () => {
  expect(wrapText('sha 0123456789abcdef', 40, measure)).toEqual(['sha', '01234567', '89abcdef']);
});

it('never makes a line too wide, and loses nothing but spaces', () => {
  const words = fc.array(
    fc.constantFrom('傷', 'あ', '。', '「', '」', 'abc', 'x', ' ', '1,000', '%'),
  );
  fc.assert(
    fc.property(words, fc.integer({ min: 40, max: 120 }), (parts, width) => {
      const text = parts.join('');
      const lines = wrapText(text, width, measure);
      for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }),
  );
});

it('shortens a name in its middle', () => {
  expect(ellipsise('part.png', 100, measure)).toBe('part.png');
  expect(ellipsise('exp1_num_4727_scratch.png', 70, measure)).toBe('exp1_nu…ch.png');
});
