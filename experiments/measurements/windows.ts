import type { MethodId } from '../../src/domain/attribution.ts';
import { preparePair } from '../../src/engine/metrics/preparePair.ts';
import { createRandom } from '../../src/engine/random.ts';
import type { Measurement } from '../measurement.ts';
import { attributionBy, mapsOf, pairsOf, perturbationBy, SEED } from '../pairs.ts';
import { type Reading, readingsOf, type ScoreGrid } from '../reading.ts';

const GRID: ScoreGrid = { ks: [0.005, 0.01, 0.02, 0.05, 0.1, 0.2], ws: [0, 1, 2, 3, 4, 5, 6, 7] };
const METHODS: readonly MethodId[] = ['gradient', 'integratedGradients'];
/** Levels of 255. */
const NOISE = 8;

/**
 * Harmless noise, and beside it a heatmap that has nothing to do with the original: that of a picture of noise alone. What a
 * score gives the second is its chance.
 */
export const windows: Measurement = {
  id: 'windows',
  settings: () => ({ METHODS, GRID, NOISE, SEED }),
  async measure(engine, subject) {
    const readings: Reading[] = [];
    const random = createRandom(SEED + subject.index, 'unrelated picture');
    const unrelated = {
      ...subject.input,
      values: subject.input.values.map(() => random.uniform()),
    };
    for (const method of METHODS) {
      const attribution = attributionBy(engine, { method });
      const noise = perturbationBy(engine, { id: 'noiseSign', strength: NOISE });
      const [pair] = await pairsOf(engine, subject, attribution, [noise]);
      readings.push(...readingsOf(pair, { method, perturbation: 'noiseSign' }, GRID));
      const [map] = await mapsOf(engine, [unrelated], attribution, subject.targetClass);
      const other = preparePair({ original: pair.originalMap, perturbed: map, motion: null });
      readings.push(...readingsOf(other, { method, perturbation: 'unrelated' }, GRID));
    }
    return readings;
  },
};
