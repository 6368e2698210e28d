import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  PERTURBATION_IDS,
  PERTURBATIONS,
  type PerturbationSettings,
} from '../domain/perturbation.ts';
import { DEFAULT_PERTURBATION, LIMITS } from '../domain/settings.ts';
import { curvePlaces, shiftMapPlaces, sweepPlaces } from './places.ts';

const settings = (change: Partial<PerturbationSettings>): PerturbationSettings => ({
  ...DEFAULT_PERTURBATION,
  border: 'reflect',
  ...change,
});
const abscissae = (change: Partial<PerturbationSettings>) =>
  curvePlaces(settings(change)).map(({ at }) => at);

describe('curvePlaces of a shift', () => {
  it('goes in halves to 4 px, then in whole pixels to 10, along the current direction', () => {
    const expected = [0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 8, 9, 10];
    expect(abscissae({})).toEqual(expected);
    const up = curvePlaces(settings({ shiftX: 0, shiftY: -2 }));
    expect(up.map(({ place }) => place.shiftY)).toEqual(expected.map((at) => 0 - at));
    expect(up.every(({ place }) => Object.is(place.shiftX, 0) && place.border === 'reflect')).toBe(
      true,
    );
  });

  it('goes to the right when there is no shift yet', () => {
    const places = curvePlaces(settings({ shiftX: 0 }));
    expect(places.map(({ place }) => place.shiftX)).toEqual(places.map(({ at }) => at));
  });

  it('contains the current shift as it is, starts at 0, ascends, stays within limits and few', () => {
    const side = fc.integer({ min: -128, max: 128 }).map((quarters) => quarters / 4);
    fc.assert(
      fc.property(side, side, (shiftX, shiftY) => {
        const current = settings({ shiftX, shiftY });
        const places = curvePlaces(current);
        const distance = Math.hypot(shiftX, shiftY);
        expect(places.find(({ at }) => at === distance)?.place).toBe(current);
        expect(places[0].at).toBe(0);
        expect(places.length).toBeGreaterThanOrEqual(13);
        expect(places.length).toBeLessThanOrEqual(18);
        places.forEach(({ at, place }, i) => {
          if (i > 0) expect(at).toBeGreaterThan(places[i - 1].at ?? Number.NaN);
          expect(Math.abs(place.shiftX)).toBeLessThanOrEqual(LIMITS.shiftX.max);
          expect(Math.abs(place.shiftY)).toBeLessThanOrEqual(LIMITS.shiftY.max);
          expect(Math.hypot(place.shiftX, place.shiftY)).toBeCloseTo(at ?? Number.NaN, 9);
        });
        expect(places.at(-1)?.at).toBeGreaterThanOrEqual(Math.max(distance, 8));
      }),
    );
  });
});

describe('curvePlaces of a strength', () => {
  it('covers the range of the card on the side of the sign, with 0 and the current one', () => {
    expect(abscissae({ id: 'noiseSign' })).toEqual([0, 0.5, 2, 4, 4.5, 8, 12.5, 18, 24.5, 32]);
    expect(abscissae({ id: 'brightness', strength: 10 })).toEqual([
      0, 1, 3, 7, 10, 13, 20, 28, 38, 50,
    ]);
    expect(abscissae({ id: 'brightness', strength: -7 })).toEqual([
      0, -1, -3, -7, -13, -20, -28, -38, -50,
    ]);
    expect(abscissae({ id: 'noiseGaussian', strength: 0 })[0]).toBe(0);
  });

  it.each([
    [{ id: 'jpeg', strength: 80 }, [100, 99, 94, 87, 80, 77, 65, 49, 31, 10]],
    [{ id: 'jpeg', strength: 100 }, [100, 99, 94, 87, 77, 65, 49, 31, 10]],
    [{ id: 'gamma', strength: 1.2 }, [1, 1.05, 1.15, 1.2, 1.3, 1.5, 1.8, 2.15, 2.55, 3]],
    [{ id: 'gamma', strength: 0.8 }, [1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.6, 0.45, 0.3]],
    [{ id: 'rotate', strength: -2 }, [0, -0.5, -2, -3, -6.5, -11.5, -17.5, -25.5, -34.5, -45]],
    [{ id: 'rotate', strength: 90 }, [0, 1.5, 5.5, 12.5, 22.5, 35, 50.5, 69, 90]],
    [{ id: 'scale', strength: 97 }, [100, 99, 97, 93, 87, 80, 72, 62, 50]],
    [{ id: 'blurMotion', strength: 3 }, [1, 3, 5, 9, 13, 18, 24, 31]],
    [{ id: 'occluder', strength: 80 }, [0, 1, 5, 11, 20, 31, 45, 61, 80]],
  ] as const)('%j goes from no change outwards', (change, expected) => {
    const places = curvePlaces(settings(change));
    const found = places.map(({ at }) => at);
    expect(found).toEqual(expected);
    expect(places.map(({ place }) => place.strength)).toEqual(found);
    expect(places.every(({ place }) => place.id === change.id)).toBe(true);
  });

  it('keeps every strength of every perturbation within its card, without a digit too many', () => {
    const ids = PERTURBATION_IDS.filter((id) => PERTURBATIONS[id].strength);
    fc.assert(
      fc.property(
        fc.constantFrom(...ids),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (id, part) => {
          const card = PERTURBATIONS[id].strength;
          if (!card) return;
          const steps = Math.round((part * (card.max - card.min)) / card.step);
          const strength = Number((card.min + steps * card.step).toFixed(6));
          const places = curvePlaces(settings({ id, strength }));
          const found = places.map(({ at }) => at ?? Number.NaN);
          expect(found[0]).toBe(card.neutral);
          expect(found).toContain(strength);
          expect(found.every((at) => at >= card.min && at <= card.max)).toBe(true);
          const far = found.map((at) => Math.abs(at - card.neutral));
          expect([...new Set(far)].sort((a, b) => a - b)).toEqual(far);
          for (const at of found) expect(String(at).length).toBeLessThanOrEqual(6);
        },
      ),
    );
  });

  it('stays within the card for any strength of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -50, max: 50 }), (strength) => {
        for (const { at, place } of curvePlaces(settings({ id: 'brightness', strength }))) {
          expect(place.strength).toBe(at);
          expect(Math.abs(place.strength)).toBeLessThanOrEqual(
            PERTURBATIONS.brightness.strength?.max ?? 0,
          );
        }
      }),
    );
  });
});

describe('shiftMapPlaces', () => {
  it('holds every whole shift within reach once: centre, lattice, then ring after ring', () => {
    const places = shiftMapPlaces(settings({ id: 'noiseSign' }), 8, 4);
    expect(new Set(places.map(({ shiftX, shiftY }) => `${shiftX} ${shiftY}`)).size).toBe(289);
    expect(places).toHaveLength(289);
    expect(places[0]).toMatchObject({ shiftX: 0, shiftY: 0 });
    const lattice = places.slice(1, 25);
    expect(lattice.every(({ shiftX, shiftY }) => shiftX % 4 === 0 && shiftY % 4 === 0)).toBe(true);
    for (const part of [lattice, places.slice(25)]) {
      const rings = part.map(({ shiftX, shiftY }) => Math.max(Math.abs(shiftX), Math.abs(shiftY)));
      expect(rings).toEqual(rings.toSorted((x, y) => x - y));
    }
    expect(places.every(({ id, border }) => id === 'shift' && border === 'reflect')).toBe(true);
  });

  it('walks each ring step by step', () => {
    const [, ...ring] = shiftMapPlaces(settings({}), 1, 8);
    expect(ring.map(({ shiftX, shiftY }) => [shiftX, shiftY])).toEqual([
      [-1, -1],
      [0, -1],
      [1, -1],
      [1, 0],
      [1, 1],
      [0, 1],
      [-1, 1],
      [-1, 0],
    ]);
  });
});

describe('sweepPlaces', () => {
  it('gives the curve its abscissae and the map none', () => {
    expect(sweepPlaces('curve', settings({}), 8)).toEqual(curvePlaces(settings({})));
    expect(sweepPlaces('shiftMap', settings({}), 8).every(({ at }) => at === null)).toBe(true);
    expect(sweepPlaces('shiftMap', settings({}), 16)).toHaveLength(33 * 33);
  });
});
