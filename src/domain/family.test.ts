import { describe, expect, it } from 'vitest';
import { testCard } from '../../tests/testCard.ts';
import { familiesOf, familyKey, familyOf, isAntialiased } from './family.ts';
import type { ModelCard } from './model.ts';

const card = (id: string, change: Partial<ModelCard> = {}): ModelCard => ({
  ...testCard(id),
  ...change,
});
const layers = (convolutions: string): Partial<ModelCard> => ({
  hyperparameters: { convolutions },
});

const natural = card('natural');
const { data, input, classes } = natural;

describe('the family of a model', () => {
  it('is ordered by regime, plain strides before blurred ones', () => {
    const cards = [
      card('d', { regime: 'ig-sum-norm' }),
      card('c', { regime: 'pgd' }),
      card('b', layers('16×5×5/2 blurred 32×3×3/1')),
      card('z', layers('16×5×5/2')),
      natural,
    ];
    expect(familyOf(cards, natural).map(({ id }) => id)).toEqual(['natural', 'z', 'b', 'c', 'd']);
  });

  it('is that of a card which is not in the catalogue, too', () => {
    expect(familyOf([card('other', { regime: 'pgd' })], natural).map(({ id }) => id)).toEqual([
      'other',
    ]);
  });

  it.each([
    ['pictures', { data: { ...data, name: 'others' } }],
    ['number of pictures', { data: { ...data, trainingPictures: 9 } }],
    ['split', { data: { ...data, split: 'by tile' } }],
    ['size', { input: { ...input, width: 29 } }],
    ['range', { input: { ...input, range: [-1, 1] as const } }],
    ['fit', { input: { ...input, fit: 'crop' as const } }],
    ['order of the classes', { classes: classes.toReversed() }],
  ])('has no member with another %s', (_, change) => {
    expect(familyKey(card('other', change))).not.toBe(familyKey(natural));
    expect(familyOf([natural, card('other', change)], natural)).toEqual([natural]);
  });

  it('does not mind accuracy, seed, stride or languages', () => {
    const change = { seed: 7, totalStride: 8, data: { ...data, testPictures: 3 } };
    expect(familyKey(card('other', change))).toBe(familyKey(natural));
  });
});

describe('blurred strides', () => {
  it('are told by the layers of the card', () => {
    expect(isAntialiased(card('a', layers('16×5×5/2 blurred')))).toBe(true);
    expect(isAntialiased(card('a', layers('16×5×5/2')))).toBe(false);
    expect(isAntialiased(card('a', { hyperparameters: {} }))).toBe(false);
  });
});

it('puts models of the same pictures and input beside each other, whatever their number', () => {
  const few = card('few', { data: { ...data, trainingPictures: 9 } });
  const other = card('other', { data: { ...data, name: 'others' } });
  const larger = card('larger', { input: { ...input, width: 29 } });
  const families = familiesOf([natural, other, larger, few]);
  expect(families.map((family) => family.map(({ id }) => id))).toEqual([
    ['natural', 'few'],
    ['other'],
    ['larger'],
  ]);
});
