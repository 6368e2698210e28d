import { descendingOrder } from '../metrics/descendingOrder.ts';
import { createRandom } from '../random.ts';
import { type BeliefAnswer, type BeliefContext, cannotSay, referenceOf } from './beliefCheck.ts';
import { areaUnder, type Filling, fillingCurve } from './fillingCurve.ts';

/** Random rankings that the reference stands on. */
const RANKINGS = 9;
/** A probability that falls less as the picture goes, or rises less as it comes, has nothing to show. */
const LEAST_DIFFERENCE = 0.1;

/**
 * The area under the filling curve of the map's own ranking, strongest first, against those of seeded random rankings.
 * Better than all nine: that is a chance of at most 1 in 10 for a ranking that knows nothing.
 * @param better which area is the better one: the smaller when the picture is taken away, the larger when it is brought in
 */
export async function judgeFilling(
  context: BeliefContext,
  filling: Filling,
  better: 'smaller' | 'larger',
): Promise<BeliefAnswer> {
  const { original, settings, checkpoint } = context;
  const own = await fillingCurve(filling, descendingOrder(original.map.values), checkpoint);
  const [first, last] = [own[0], own[own.length - 1]];
  const lost = better === 'smaller' ? first - last : last - first;
  if (lost < LEAST_DIFFERENCE) return cannotSay('nothing-to-lose');
  const curves: number[][] = [];
  for (let i = 0; i < RANKINGS; i++) {
    const order = randomOrder(original.map.values.length, settings.seed, i);
    curves.push(await fillingCurve(filling, order, checkpoint));
  }
  const value = areaUnder(own);
  const areas = curves.map(areaUnder);
  return {
    ...rankedAmong(
      better === 'smaller' ? -value : value,
      areas.map((area) => (better === 'smaller' ? -area : area)),
    ),
    value,
    reference: referenceOf(areas),
    evidence: { kind: 'curves', own, random: meanCurve(curves) },
  };
}

/** Better than every random ranking, than their mean only, or not even that. Higher is better here. */
function rankedAmong(
  value: number,
  others: readonly number[],
): Pick<BeliefAnswer, 'verdict' | 'reason'> {
  if (others.every((other) => value > other))
    return { verdict: 'pass', reason: 'better-than-random' };
  return value > referenceOf(others).mean
    ? { verdict: 'doubtful', reason: 'near-random' }
    : { verdict: 'fail', reason: 'worse-than-random' };
}

/** All pixels in a seeded random order (Fisher and Yates). */
function randomOrder(pixels: number, seed: number, ranking: number): Uint32Array {
  const random = createRandom(seed, `random ranking ${ranking}`);
  const order = Uint32Array.from({ length: pixels }, (_, i) => i);
  for (let i = pixels - 1; i > 0; i--) {
    const other = random.integer(0, i);
    [order[i], order[other]] = [order[other], order[i]];
  }
  return order;
}

const meanCurve = (curves: readonly (readonly number[])[]): number[] =>
  curves[0].map((_, step) => curves.reduce((sum, curve) => sum + curve[step], 0) / curves.length);
