import { BELIEF_LIMITS } from '../../domain/belief.ts';
import { draws } from '../attribution/attributionMethod.ts';
import { explain } from '../explain.ts';
import { type BeliefCheck, cannotSay, judged } from './beliefCheck.ts';
import { mapLikeness } from './mapLikeness.ts';

/** Other seeds. */
const SEEDS = 3;
/** Seeds are 32 bits wide. */
const SEED_RANGE = 2 ** 32;

/**
 * The method against itself with another seed: mean corrected top-k intersection with the maps of the three seeds after the one in use. No change
 * of the picture can be told from chance above this. 1 same, 0 chance, higher is better; reference 1, the map again with its own seed. Cannot be said of a method that draws nothing.
 */
export const noiseFloor: BeliefCheck = async (context) => {
  const { engine, input, settings, targetClass, original, checkpoint } = context;
  if (!draws(settings.attribution, engine.model.card.totalStride))
    return cannotSay('draws-nothing');
  const values: number[] = [];
  for (let i = 1; i <= SEEDS; i++) {
    const seed = (settings.seed + i) % SEED_RANGE;
    const question = { targetClass, settings: { ...settings, seed } };
    const [{ map }] = await explain(engine, [input], question, checkpoint);
    const { topK } = mapLikeness(original.map, map, settings.score);
    if (topK !== null) values.push(topK);
  }
  if (values.length === 0) return cannotSay('flat-map');
  const value = values.reduce((sum, one) => sum + one, 0) / values.length;
  return {
    ...judged((limit) => value >= limit, BELIEF_LIMITS.noiseFloor, [
      'seed-agrees',
      'seed-partly',
      'seed-differs',
    ]),
    value,
    reference: { mean: 1, spread: null },
    evidence: null,
  };
};
