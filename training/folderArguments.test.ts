import { describe, expect, it } from 'vitest';
import { folderArguments } from './folderArguments.ts';

const refusal = (...args: string[]): string => {
  try {
    folderArguments(args);
  } catch (error) {
    if (error instanceof Error) return error.message;
  }
  throw new Error('was not refused');
};

describe('the arguments of a folder', () => {
  it('are those of a small natural model called like the folder', () => {
    expect(folderArguments(['/data/gears/'])).toEqual({
      folder: '/data/gears',
      name: 'gears',
      size: 128,
      regime: 'natural',
      epochs: null,
      testShare: 0.2,
      seed: 1,
      mirror: true,
      fresh: false,
    });
  });

  it('are taken as given', () => {
    const given =
      '--size 64 --regime ig-sum-norm --epochs 12.5 --test-share 0.3 --seed 9 --no-mirror --fresh';
    expect(folderArguments(['/data/gears', '--name', '歯車 A', ...given.split(' ')])).toEqual({
      folder: '/data/gears',
      name: '歯車 A',
      size: 64,
      regime: 'ig-sum-norm',
      epochs: 12.5,
      testShare: 0.3,
      seed: 9,
      mirror: false,
      fresh: true,
    });
  });

  it.each([
    [[], 'folder must be one folder, got none'],
    [['a', 'b'], 'folder must be one folder, got a b'],
    [['a', '--size', '31'], '--size must be 32…512, got 31'],
    [['a', '--size', '64.5'], '--size must be 32…512, got 64.5'],
    [['a', '--size', ''], '--size must be 32…512, got NaN'],
    [
      ['a', '--regime', 'robust'],
      '--regime must be one of natural, pgd, ig-norm, ig-sum-norm, got robust',
    ],
    [['a', '--epochs', 'many'], '--epochs must be 1…10000, got NaN'],
    [['a', '--test-share', '0.9'], '--test-share must be 0.05…0.5, got 0.9'],
    [['a', '--seed', '-1'], /seed/],
    [['a', '--name', ' '], '--name must have 1…60 characters, got 0'],
    [['a', '--speed', '9'], /--speed/],
  ])('%j are refused with what is allowed', (args, message) => {
    expect(refusal(...args)).toMatch(message);
  });
});
