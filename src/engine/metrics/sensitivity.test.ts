import { describe, expect, it } from 'vitest';
import { mapFrom } from '../../../tests/mapArbitraries.ts';
import { distance, norm } from './distance.ts';
import { localLipschitz } from './localLipschitz.ts';
import { maxSensitivity } from './maxSensitivity.ts';

const row = (...values: readonly number[]) => mapFrom(1, values.length, (_, x) => values[x]);

describe('distance', () => {
  it('is Euclidean, and the norm is that from zero', () => {
    expect(distance(row(1, 2, 3), row(1, -1, 7))).toBe(5);
    expect(distance(row(1, 2), row(1, 2))).toBe(0);
    expect(norm(row(3, -4))).toBe(5);
    expect(norm(row(0, -0))).toBe(0);
  });

  it('squares of huge and tiny values do not get lost', () => {
    expect(norm(row(3e200, 4e200))).toBeCloseTo(5e200, -190);
    expect(norm(row(3e-200, -4e-200)) / 5e-200).toBeCloseTo(1, 12);
  });
});

describe('maxSensitivity', () => {
  it('is the largest relative change over the set', () => {
    const original = row(3, 4);
    expect(maxSensitivity(original, [row(3, 4)])).toBe(0);
    expect(maxSensitivity(original, [row(3, 5), row(0, 0), row(6, 4)])).toBe(1);
    expect(maxSensitivity(original, [row(-3, -4)])).toBe(2);
  });

  it('does not change with the unit of the maps', () => {
    expect(maxSensitivity(row(3e-9, 4e-9), [row(3e-9, 0)])).toBeCloseTo(0.8, 12);
  });

  it('is null for a zero map and for an empty set', () => {
    expect(maxSensitivity(row(0, 0), [row(1, 1)])).toBeNull();
    expect(maxSensitivity(row(1, 0), [])).toBeNull();
  });
});

describe('localLipschitz', () => {
  it('is the largest change of the map per change of the picture', () => {
    const original = row(0, 0);
    const perturbed = [
      { map: row(3, 4), change: 10 },
      { map: row(1, 0), change: 0.5 },
      { map: row(0, 1), change: 4 },
    ];
    expect(localLipschitz(original, perturbed)).toBe(2);
    expect(localLipschitz(original, perturbed.slice(0, 1))).toBe(0.5);
  });

  it('leaves out pictures that did not change, and is null without any other', () => {
    const original = row(0, 0);
    const same = { map: row(1, 1), change: 0 };
    expect(localLipschitz(original, [same, { map: row(0, 2), change: 1 }])).toBe(2);
    expect(localLipschitz(original, [same])).toBeNull();
    expect(localLipschitz(original, [])).toBeNull();
  });
});
