import { describe, expect, it } from 'vitest';
import { placeText, scoreText, signedText, valueFormatter } from './numbers.ts';

describe('numbers', () => {
  it('writes scores with two decimals, a real minus and no negative zero', () => {
    expect([0.976, -0.034, -0.001, null].map(scoreText)).toEqual(['0.98', '−0.03', '0.00', '–']);
  });

  it('writes map values to three digits of the end of their scale', () => {
    expect([0.94, 0.1234, -0.5, 0].map(valueFormatter(0.94))).toEqual([
      '0.940',
      '0.123',
      '−0.500',
      '0',
    ]);
    expect([12.34, 0.04].map(valueFormatter(12.34))).toEqual(['12.3', '0.0']);
    expect([0.00012, 0.00001].map(valueFormatter(0.00012))).toEqual(['1.2e−4', '1.0e−5']);
    expect([23_456].map(valueFormatter(23_456))).toEqual(['2.3e+4']);
    expect([0].map(valueFormatter(0))).toEqual(['0']);
  });

  it('writes places without needless zeros', () => {
    expect([0, -8, 0.5, 0.25].map(placeText)).toEqual(['0', '−8', '0.5', '0.25']);
    expect([1, -2.5, 0].map(signedText)).toEqual(['+1', '−2.5', '0']);
  });
});
