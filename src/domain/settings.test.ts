import { describe, expect, it } from 'vitest';
import { testCard } from '../../tests/testCard.ts';
import { withParameter } from './attributionRules.ts';
import { carriedOver, checkSettings, defaultSettings } from './settings.ts';

const strideOf = (totalStride: number) => ({ ...testCard(), totalStride });
const spun = (spins: number) => ({ ...defaultSettings(testCard()).attribution, spins });

describe('numbers of methods', () => {
  const small = { ...testCard('small', 8), totalStride: 4 };
  const settings = { ...defaultSettings(testCard()), score: defaultSettings(small).score };
  const asked = (change: Partial<typeof settings.attribution>) => () =>
    checkSettings({ ...settings, attribution: { ...settings.attribution, ...change } }, small);

  it('start no larger than the picture', () => {
    expect(defaultSettings(small).attribution).toMatchObject({
      occlusionPatch: 8,
      occlusionStride: 6,
      cells: 8,
    });
    expect(defaultSettings(testCard('tiny', 4)).attribution).toMatchObject({
      occlusionPatch: 4,
      occlusionStride: 4,
      cells: 4,
    });
  });

  it('must fit the picture and each other where the method has them', () => {
    expect(asked({ method: 'occlusion', occlusionPatch: 9 })).toThrow(
      'occlusionPatch must be 1…8, got 9',
    );
    expect(asked({ method: 'occlusion', occlusionPatch: 4, occlusionStride: 5 })).toThrow(
      'occlusionStride must be 1…4, got 5',
    );
    expect(asked({ method: 'rise', cells: 9 })).toThrow('cells must be 2…8, got 9');
    expect(asked({ method: 'gradient', occlusionPatch: 9, cells: 9 })).not.toThrow();
    expect(asked({ method: 'gradient', occlusionPatch: 65 })).toThrow(
      'occlusionPatch must be 1…64, got 65',
    );
  });

  it('shrink with the pictures of another model', () => {
    const attribution = {
      ...settings.attribution,
      occlusionPatch: 20,
      occlusionStride: 12,
      cells: 10,
    };
    expect(carriedOver(attribution, testCard(), small)).toMatchObject({
      occlusionPatch: 8,
      occlusionStride: 8,
      cells: 8,
    });
  });

  it('a smaller patch takes its stride along', () => {
    const { attribution } = settings;
    expect(withParameter(attribution, 'occlusionPatch', 4)).toEqual({
      occlusionPatch: 4,
      occlusionStride: 4,
    });
    expect(withParameter(attribution, 'occlusionPatch', 9)).toEqual({
      occlusionPatch: 9,
      occlusionStride: 6,
    });
    expect(withParameter(attribution, 'masks', 32)).toEqual({ masks: 32 });
  });
});

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
    const attribution = { ...spun(spins), targetClass: 1, layer: 'conv' };
    const carried = carriedOver(attribution, strideOf(from), strideOf(to));
    expect(carried).toEqual({ ...attribution, spins: expected, targetClass: null, layer: '' });
  });
});
