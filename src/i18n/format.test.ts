import { describe, expect, it } from 'vitest';
import { formatFor } from './format.ts';

const en = formatFor('en');
const ja = formatFor('ja');

describe('share', () => {
  it.each([
    [0, '0\u00a0%'],
    [0.0004, '<0.1\u00a0%'],
    [0.004, '0.4\u00a0%'],
    [0.234, '23\u00a0%'],
    [0.996, '99.6\u00a0%'],
    [0.9999, '>99.9\u00a0%'],
    [1, '100\u00a0%'],
    [-0.042, '−4\u00a0%'],
    [null, '–'],
    [Number.NaN, '–'],
  ])('%d is written %s', (value, text) => {
    expect(en.share(value)).toBe(text);
  });

  it('has no gap before the sign in Japanese', () => {
    expect(ja.share(0.234)).toBe('23%');
  });
});

describe('score', () => {
  it.each([
    [0.5, '0.50'],
    [-0.04, '−0.04'],
    [-0.001, '0.00'],
    [1, '1.00'],
    [null, '–'],
  ])('%d is written %s', (value, text) => {
    expect(en.score(value)).toBe(text);
  });
});

describe('numbers', () => {
  it('groups, and signs with a true minus', () => {
    expect(en.integer(9216)).toBe('9,216');
    expect(en.signed(1)).toBe('+1');
    expect(en.signed(-0.25)).toBe('−0.25');
    expect(en.signed(0)).toBe('0');
    expect(en.number(Number.POSITIVE_INFINITY)).toBe('–');
  });

  it('writes lengths of time', () => {
    expect(en.duration(300)).toBe('1\u00a0s');
    expect(en.duration(80_000)).toBe('1\u00a0min 20\u00a0s');
    expect(ja.duration(80_000)).toBe('1分20秒');
  });
});
