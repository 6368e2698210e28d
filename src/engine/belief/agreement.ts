import type { FloatMap } from '../../domain/attribution.ts';
import { METHOD_IDS, type MethodId } from '../../domain/attribution.ts';
import { BELIEF_LIMITS, type MethodPair, type MethodRefusal } from '../../domain/belief.ts';
import { explain } from '../explain.ts';
import { refusalOf } from '../refusal.ts';
import { type BeliefCheck, type BeliefContext, cannotSay, judged } from './beliefCheck.ts';
import { mapLikeness } from './mapLikeness.ts';

/**
 * Agreement between methods: mean Spearman's ρ of |map| between the method in use and every other that can run on this model with the
 * parameters set, and the likeness of all pairs. −1…1; reference 0, what unrelated maps have. Methods may agree and be wrong together; where they do not,
 * at most one of them is right. Krishna et al. 2022 (the disagreement problem).
 */
export const agreement: BeliefCheck = async (context) => {
  const { settings } = context;
  const own = settings.attribution.method;
  const { maps, refusals } = await mapsOfMethods(context);
  const pairs = await likenesses(maps, context);
  const values = pairs
    .filter(({ methods }) => methods.includes(own))
    .map(({ spearman }) => spearman)
    .filter((value) => value !== null);
  const evidence = { kind: 'methods', pairs, refusals } as const;
  if (values.length === 0) return { ...cannotSay('no-other-method'), evidence };
  const value = values.reduce((sum, one) => sum + one, 0) / values.length;
  return {
    ...judged((limit) => value >= limit, BELIEF_LIMITS.agreement, [
      'methods-agree',
      'methods-partly',
      'methods-differ',
    ]),
    value,
    reference: { mean: 0, spread: null },
    evidence,
  };
};

type Maps = ReadonlyMap<MethodId, FloatMap>;

/** Every two methods held against each other. */
async function likenesses(
  maps: Maps,
  { settings, checkpoint }: BeliefContext,
): Promise<MethodPair[]> {
  const all = [...maps];
  const pairs: MethodPair[] = [];
  for (const [i, [a, first]] of all.entries())
    for (const [b, second] of all.slice(i + 1)) {
      await checkpoint();
      pairs.push({ methods: [a, b], ...mapLikeness(first, second, settings.score) });
    }
  return pairs;
}

/** The maps of all methods that can run; why the others cannot. */
async function mapsOfMethods(context: BeliefContext) {
  const { engine, input, settings, targetClass, checkpoint } = context;
  const maps = new Map<MethodId, FloatMap>();
  const refusals: MethodRefusal[] = [];
  for (const method of METHOD_IDS) {
    const attribution = { ...settings.attribution, method };
    const question = { targetClass, settings: { ...settings, attribution } };
    try {
      const [{ map }] = await explain(engine, [input], question, checkpoint);
      maps.set(method, map);
    } catch (error) {
      refusals.push({ method, ...refusalOf(error) });
    }
  }
  return { maps, refusals };
}
