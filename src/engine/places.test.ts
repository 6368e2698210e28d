import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PERTURBATIONS, type PerturbationSettings } from '../domain/perturbation.ts';
import { LIMITS } from '../domain/settings.ts';
import { curvePlaces, shiftMapPlaces, sweepPlaces } from './places.ts';

const settings = (change: Partial<PerturbationSettings>): PerturbationSettings => ({
  id: 'shift',
  shiftX: 1,
  shiftY: 0,
  border: 'reflect',
  strength: 4,
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
