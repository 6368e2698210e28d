import { describe, expect, it } from 'vitest';
import { testCard } from '../../tests/testCard.ts';
import { carriedOver, checkSettings, defaultSettings } from './settings.ts';

const strideOf = (totalStride: number) => ({ ...testCard(), totalStride });
const spun = (spins: number) => ({ ...defaultSettings(testCard()).attribution, spins });

describe('cycle spinning', () => {
  it('has as many phases as the total stride squared', () => {
    const settings = defaultSettings(testCard());
    for (const spins of [1, 2, 16])
      expect(() =>
        checkSettings({ ...settings, attribution: spun(spins) }, testCard()),
      ).not.toThrow();
    for (const spins of [0, 17, 1.5])
      expect(() => checkSettings({ ...settings, attribution: spun(spins) }, testCard())).toThrow(
        `spins must be 1…16, got ${spins}`,
      );
  });

  it.each([
    [1, 4, 8, 1],
    [16, 4, 8, 64],
    [16, 4, 2, 4],
    [9, 4, 8, 9],
    [9, 4, 2, 4],
    [1, 1, 8, 1],
  ])('of %i phases at stride %i becomes, at stride %i, %i', (spins, from, to, expected) => {
    const attribution = { ...spun(spins), targetClass: 1 };
    const carried = carriedOver(attribution, strideOf(from), strideOf(to));
    expect(carried).toEqual({ ...attribution, spins: expected, targetClass: null });
  });
});
