import { BELIEF_LIMITS, type CascadeStage } from '../../domain/belief.ts';
import { freshMaps } from '../freshMaps.ts';
import { type BeliefCheck, cannotSay, judged } from './beliefCheck.ts';
import { mapLikeness } from './mapLikeness.ts';
import { type KeptWeights, shuffleWeights, weightedLayers } from './shuffledWeights.ts';

/** The map is made anew this often at most: a deep network is randomised several layers at a time. */
const STAGES = 10;

/**
 * Cascading weight randomisation: layer by layer from the logits down the weights are shuffled within their tensors (seeded), and the map is made
 * anew after each, or after every few in a network of more than ten. Number: Spearman's ρ of |map| before and after the last stage that has a map; it must drop.
 * A map that stays shows the picture, not what the network has learnt. Reference 0, what unrelated maps have.
 * The weights are put back bit for bit, whatever happens. Cannot be said of a model that is not made of layers.
 * Adebayo, Gilmer, Muelly, Goodfellow, Hardt, Kim 2018; they draw weights anew from the initialiser, which a saved model no longer tells.
 */
export const randomisation: BeliefCheck = async (context) => {
  const { network } = context.engine.model;
  const cascade = network ? weightedLayers(network) : [];
  if (cascade.length === 0) return cannotSay('no-layers');
  const every = Math.ceil(cascade.length / STAGES);
  const kept: KeptWeights[] = [];
  const stages: CascadeStage[] = [];
  try {
    for (const [i, layer] of cascade.entries()) {
      await context.checkpoint();
      kept.push(await shuffleWeights(layer, context.settings.seed));
      const layers = i + 1;
      if (layers % every !== 0 && layers !== 1 && layers !== cascade.length) continue;
      const [map] = await freshMaps(context.engine, [context.input], context, context.checkpoint);
      const likeness = mapLikeness(context.original.map, map, context.settings.score);
      stages.push({ layer: layer.name, layers, ...likeness });
    }
  } finally {
    for (const weights of kept.reverse()) weights.restore();
  }
  return judgedCascade(stages);
};

function judgedCascade(stages: readonly CascadeStage[]) {
  const evidence = { kind: 'stages', stages } as const;
  const value = stages.findLast(({ spearman }) => spearman !== null)?.spearman ?? null;
  if (value === null) return { ...cannotSay('map-vanished'), evidence };
  return {
    ...judged((limit) => value <= limit, BELIEF_LIMITS.randomisation, [
      'map-changed',
      'map-partly',
      'map-stayed',
    ]),
    value,
    reference: { mean: 0, spread: null },
    evidence,
  };
}
