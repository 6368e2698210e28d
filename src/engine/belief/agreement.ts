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
  const ids = [...maps.keys()];
  const pairs: MethodPair[] = ids.flatMap((a, i) =>
    ids.slice(i + 1).map((b) => ({ methods: [a, b] as const, ...likeness(maps, a, b, context) })),
  );
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

function likeness(maps: Maps, a: MethodId, b: MethodId, { settings, original }: BeliefContext) {
  const [first, second] = [maps.get(a) ?? original.map, maps.get(b) ?? original.map];
  return mapLikeness(first, second, settings.score);
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
