import type { MethodId } from '../../src/domain/attribution.ts';
import type { BeliefId } from '../../src/domain/belief.ts';
import { defaultSettings } from '../../src/domain/settings.ts';
import { BELIEF } from '../../src/engine/belief/registry.ts';
import { explain } from '../../src/engine/explain.ts';
import type { Measurement } from '../measurement.ts';
import { attributionBy, pairsOf, perturbationBy, SEED } from '../pairs.ts';
import { type Reading, readingsOf, type ScoreGrid } from '../reading.ts';

/** Those that need few evaluations: 200 pictures shall not take a day. */
const METHODS: readonly MethodId[] = [
  'gradient',
  'inputXGradient',
  'integratedGradients',
  'smoothGrad',
  'guidedBackprop',
  'deepLift',
  'lrp',
  'gradCam',
  'gradCamPlusPlus',
];
/** Agreement is what the methods beside each other show; pointing needs a mask. */
const CHECKS: readonly BeliefId[] = [
  'completeness',
  'latticeShare',
  'noiseFloor',
  'deletion',
  'insertion',
  'randomisation',
];
const GRID: ScoreGrid = { ks: [0.05], ws: [2] };
/** Levels of 255. */
const NOISE = 8;

/** Every method under noise and under a shift by one pixel, and beside it whether its map can be believed. */
export const methods: Measurement = {
  id: 'methods',
  settings: () => ({ METHODS, CHECKS, GRID, NOISE, SEED }),
  async measure(engine, subject) {
    const readings: Reading[] = [];
    for (const method of METHODS) {
      const attribution = attributionBy(engine, { method });
      const changes = [
        perturbationBy(engine, { id: 'noiseSign', strength: NOISE }),
        perturbationBy(engine, { id: 'shift', shiftX: 1, shiftY: 0 }),
      ];
      const pairs = await pairsOf(engine, subject, attribution, changes);
      pairs.forEach((pair, i) => {
        readings.push(...readingsOf(pair, { method, perturbation: changes[i].id }, GRID));
      });
      const { input, targetClass } = subject;
      const settings = { ...defaultSettings(engine.model.card), attribution, seed: SEED };
      const checkpoint = () => Promise.resolve();
      const [original] = await explain(engine, [input], { targetClass, settings }, checkpoint);
      const context = { engine, input, settings, targetClass, original, mask: null, checkpoint };
      for (const id of CHECKS) {
        const { value, reference } = await BELIEF[id](context);
        if (value === null) continue;
        const chance = reference?.mean ?? null;
        readings.push({ at: { method, score: id }, value, chance, corrected: null });
      }
    }
    return readings;
  },
};
