import { describe, expect, it } from 'vitest';
import { chooseTestGroups } from './splitGroups.ts';

/** Forty groups of one to six pictures; class 2 is rare and every fifth group mixes two classes. */
const items = Array.from({ length: 40 }, (_, group) =>
  Array.from({ length: 1 + (group % 6) }, (__, i) => ({
    group,
    label: group % 5 === 0 && i === 0 ? 1 : group < 8 ? 2 : 0,
  })),
).flat();

describe('chooseTestGroups', () => {
  it('keeps about the wanted share of every class', () => {
    const test = chooseTestGroups(items, 0.28, 3);
    for (const label of [0, 1, 2]) {
      const ofClass = items.filter((item) => item.label === label);
      const share = ofClass.filter(({ group }) => test.has(group)).length / ofClass.length;
      expect(share).toBeGreaterThan(0.2);
      expect(share).toBeLessThan(0.36);
    }
  });

  it('depends on nothing but the seed', () => {
    expect(chooseTestGroups(items, 0.28, 3)).toEqual(chooseTestGroups(items, 0.28, 3));
    expect(chooseTestGroups(items, 0.28, 4)).not.toEqual(chooseTestGroups(items, 0.28, 3));
  });

  it('chooses nothing from nothing', () => {
    expect(chooseTestGroups([], 0.28, 1).size).toBe(0);
  });
});
