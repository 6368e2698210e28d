import { phaseCount } from '../../src/domain/attributionRules.ts';
import { latticeShareOf } from '../../src/engine/belief/latticeShare.ts';
import type { Measurement } from '../measurement.ts';
import { attributionBy, mapsOf, pairsOf, perturbationBy, SEED } from '../pairs.ts';
import { type Reading, readingsOf, type ScoreGrid } from '../reading.ts';

/** Beyond two total strides, with every phase of one. */
const SHIFTS = [1, 2, 3, 4, 5, 6, 7, 8, 12, 16];
const GRID: ScoreGrid = { ks: [0.05], ws: [2] };

/** The part moves along x, out to two total strides; the map by itself and spun over every phase of the stride; and how much of it is the network's grid. */
export const longShifts: Measurement = {
  id: 'longShifts',
  settings: () => ({ SHIFTS, GRID, SEED }),
  async measure(engine, subject) {
    const { totalStride } = engine.model.card;
    const readings: Reading[] = [];
    for (const spins of [1, phaseCount(totalStride)]) {
      const attribution = attributionBy(engine, { method: 'gradient', spins });
      const changes = SHIFTS.map((shiftX) =>
        perturbationBy(engine, { id: 'shift', shiftX, shiftY: 0 }),
      );
      const pairs = await pairsOf(engine, subject, attribution, changes);
      const at = { method: 'gradient', spins };
      pairs.forEach((pair, i) => {
        readings.push(...readingsOf(pair, { ...at, shift: SHIFTS[i] }, GRID));
      });
      const [original] = await mapsOf(engine, [subject.input], attribution, subject.targetClass);
      const share = latticeShareOf(original, totalStride);
      if (share !== null)
        readings.push({
          at: { ...at, score: 'latticeShare' },
          value: share,
          chance: null,
          corrected: null,
        });
    }
    return readings;
  },
};
