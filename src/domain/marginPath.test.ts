import { describe, expect, it } from 'vitest';
import { testCard } from '../../tests/testCard.ts';
import { coarseWalk, marginPath } from './marginPath.ts';
import { PERTURBATION_IDS, PERTURBATIONS } from './perturbation.ts';
import { checkSettings, defaultSettings } from './settings.ts';

const { perturbation: initial } = defaultSettings(testCard());

describe('the way of a margin', () => {
  it('stays within the limits of every card, on both sides', () => {
    const card = testCard();
    const settings = defaultSettings(card);
    for (const id of PERTURBATION_IDS)
      for (const strength of [
        PERTURBATIONS[id].strength?.min ?? 0,
        PERTURBATIONS[id].strength?.max ?? 1,
      ]) {
        const path = marginPath({ ...initial, id, strength });
        for (const index of [0, 1, path.steps])
          checkSettings({ ...settings, perturbation: path.place(index) }, card);
        expect(path.steps, id).toBeGreaterThan(0);
      }
  });

  it('follows the direction of a shift as far as its longer part may go', () => {
    const path = marginPath({ ...initial, id: 'shift', shiftX: -3, shiftY: 4 });
    expect(path.place(4)).toMatchObject({ shiftX: -0.6, shiftY: 0.8 });
    // Without rounding it would be −0.44999999999999996.
    expect(path.place(3)).toMatchObject({ shiftX: -0.45, shiftY: 0.6 });
    expect(path.at(4)).toBe(1);
    expect(path.at(path.steps)).toBe(40);
    expect(path.place(path.steps)).toMatchObject({ shiftX: -24, shiftY: 32 });
  });

  it('goes to the right where there is no shift', () => {
    const path = marginPath({ ...initial, id: 'shift', shiftX: 0, shiftY: 0 });
    expect(path.place(path.steps)).toMatchObject({ shiftX: 32, shiftY: 0 });
  });

  it('goes down where the strength is below no change', () => {
    const path = marginPath({ ...initial, id: 'brightness', strength: -3 });
    expect([path.at(0), path.at(1), path.at(path.steps)]).toEqual([0, -1, -50]);
  });
});

describe('the coarse walk', () => {
  it.each([1, 5, 64, 128])('goes from the first to the last of %i steps', (steps) => {
    const walk = coarseWalk(steps);
    expect(walk[0]).toBe(1);
    expect(walk.at(-1)).toBe(steps);
    expect(walk).toEqual([...new Set(walk)].sort((a, b) => a - b));
    expect(walk.length).toBeLessThanOrEqual(16);
  });

  it('goes nowhere without steps', () => expect(coarseWalk(0)).toEqual([]));
});
