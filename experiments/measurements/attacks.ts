import { type AttackTrack, defaultAttack } from '../../src/domain/attack.ts';
import type { MethodId } from '../../src/domain/attribution.ts';
import { defaultSettings } from '../../src/domain/settings.ts';
import { attackExplanation } from '../../src/engine/attackExplanation.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { preparePair } from '../../src/engine/metrics/preparePair.ts';
import type { Measurement } from '../measurement.ts';
import { attributionBy, mapsOf, SEED } from '../pairs.ts';
import { type Reading, readingsOf, USUAL_GRID } from '../reading.ts';
import type { Subject } from '../subjects.ts';

const METHODS: readonly MethodId[] = ['gradient', 'integratedGradients'];
const ATTACKS_RUN = ['attackTopK', 'attackMassCenter', 'attackLens'] as const;
const STEPS = 12;
/** Steps together reach three times ε. */
const REACH = 3;
/** Points at which integrated gradients are differentiated for a step's direction. */
const PATH_POINTS = 2;

/** Levels of 255 at which all models are attacked: the training ε of their data. */
export const trainingEpsilon = (model: string): number => (model.startsWith('fashion') ? 25.5 : 8);

/** Natural models are attacked at smaller ε too. */
const epsilonsOf = (model: string): readonly number[] =>
  model === 'surface-natural' || model === 'fashion-natural'
    ? [2, 4, 8, ...(trainingEpsilon(model) > 8 ? [trainingEpsilon(model)] : [])]
    : [trainingEpsilon(model)];

/**
 * Three attacks on the explanation, their random control with the same budget and the same choice of the best, and one shot of
 * sign noise: all keep the decision, or the picture is left out there. ε = 0 would be the same map: every score is 1.
 */
export const attacks: Measurement = {
  id: 'attacks',
  settings: (model) => ({
    METHODS,
    ATTACKS_RUN,
    STEPS,
    REACH,
    PATH_POINTS,
    epsilons: epsilonsOf(model),
    USUAL_GRID,
    SEED,
  }),
  async measure(engine, subject) {
    const readings: Reading[] = [];
    for (const method of METHODS)
      for (const epsilon of epsilonsOf(engine.model.card.id))
        readings.push(...(await attackAll(engine, subject, method, epsilon)));
    return readings;
  },
};

async function attackAll(
  engine: Engine,
  { input, index, targetClass }: Subject,
  method: MethodId,
  epsilon: number,
): Promise<Reading[]> {
  const attribution = attributionBy(engine, { method });
  const settings = { ...defaultSettings(engine.model.card), attribution, seed: SEED };
  const [original] = await mapsOf(engine, [input], attribution, targetClass);
  const readings: Reading[] = [];
  const read = (perturbation: string, { best }: AttackTrack) => {
    if (best?.predictedClass !== targetClass) return;
    const pair = preparePair({ original, perturbed: best.map, motion: null });
    readings.push(...readingsOf(pair, { method, perturbation, epsilon }, USUAL_GRID));
  };
  for (const id of ATTACKS_RUN) {
    const result = await attackExplanation(
      engine,
      {
        input,
        settings,
        targetClass,
        attack: {
          ...defaultAttack(id, SEED + index),
          epsilon,
          steps: STEPS,
          stepSize: (REACH * epsilon) / STEPS,
          pathPoints: PATH_POINTS,
        },
        region: null,
      },
      { checkpoint: () => Promise.resolve() },
    );
    if (result.outcome === 'impossible') continue;
    read(id, result.attack);
    if (id !== 'attackTopK') continue;
    read('attackRandom', result.random);
    read('noiseSign', result.noise);
  }
  return readings;
}
