import type { MethodId } from '../../src/domain/attribution.ts';
import type { Measurement } from '../measurement.ts';
import { attributionBy, pairsOf, perturbationBy, SEED } from '../pairs.ts';
import { meanByPlace, type Reading, readingsOf, USUAL_GRID } from '../reading.ts';

const REACH = 5;
const METHODS: readonly MethodId[] = ['gradient', 'integratedGradients'];

/** Every whole shift but none, dx and dy each in −5…5. */
const SHIFTS = Array.from({ length: (2 * REACH + 1) ** 2 }, (_, i) => ({
  shiftX: (i % (2 * REACH + 1)) - REACH,
  shiftY: Math.floor(i / (2 * REACH + 1)) - REACH,
})).filter(({ shiftX, shiftY }) => shiftX !== 0 || shiftY !== 0);

/** The part moves by dx, dy of −5…5 pixels; `shift` is the larger of both without sign. */
export const shifts: Measurement = {
  id: 'shifts',
  settings: () => ({ METHODS, SHIFTS, USUAL_GRID, SEED }),
  async measure(engine, subject) {
    const readings: Reading[] = [];
    for (const method of METHODS) {
      const attribution = attributionBy(engine, { method });
      const changes = SHIFTS.map((shift) => perturbationBy(engine, { id: 'shift', ...shift }));
      const pairs = await pairsOf(engine, subject, attribution, changes);
      pairs.forEach((pair, i) => {
        const shift = Math.max(Math.abs(SHIFTS[i].shiftX), Math.abs(SHIFTS[i].shiftY));
        readings.push(...readingsOf(pair, { method, perturbation: 'shift', shift }, USUAL_GRID));
      });
    }
    return meanByPlace(readings);
  },
};
