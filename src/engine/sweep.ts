import type { Explanation, SweepKind, SweepPoint, SweepShare } from '../domain/analysis.ts';
import type { Task } from '../domain/progress.ts';
import { evaluationsPerInput } from './attribution/evaluationsPerInput.ts';
import { microBatchSize } from './attribution/microBatches.ts';
import type { Engine } from './engine.ts';
import { explain, isExplained } from './explain.ts';
import { type Perturbed, perturb } from './perturbation/registry.ts';
import { type SweepPlace, sweepPlaces } from './places.ts';
import { checkRequest, type PictureRequest } from './request.ts';

/** A picture, the class its original was explained for, and which places to visit. */
export interface SweepRequest extends PictureRequest {
  readonly targetClass: number;
  readonly kind: SweepKind;
  /** Places to visit; all of them unless said otherwise. */
  readonly share?: SweepShare;
}

const ALL: SweepShare = { index: 0, of: 1 };

/** A place made, waiting to be explained. */
interface Visit extends SweepPlace, Perturbed {
  readonly index: number;
}

/**
 * Explains one picture at many places, in order. Places share micro-batches where a method needs
 * few gradients; a place the cache holds is handed over without computing.
 * @param onPoint called once for each place, as soon as its micro-batches are through
 * @returns the number of places of the whole sweep
 * @throws as `analyse`; points handed over before stay good
 */
export async function sweep(
  engine: Engine,
  request: SweepRequest,
  task: Task,
  onPoint: (point: SweepPoint) => void,
): Promise<{ readonly total: number }> {
  const { input, settings, targetClass, kind, share = ALL } = request;
  const attribution = { ...settings.attribution, targetClass };
  checkRequest({ input, settings: { ...settings, attribution } }, engine.model.card);
  const places = sweepPlaces(kind, settings.perturbation, engine.model.card.totalStride);
  const each = evaluationsPerInput(settings.attribution, input);
  const together = Math.max(1, Math.floor(microBatchSize(input) / each));
  const total = places.length;
  const own = [...places.entries()].filter(([index]) => index % share.of === share.index);
  let done = 0;
  const report = () => task.checkpoint({ stage: kind, done, total: own.length });

  const visit = async (visits: readonly Visit[]) => {
    const inputs = visits.map((place) => place.input);
    const explanations = await explain(engine, inputs, request, report);
    visits.forEach((place, i) => {
      onPoint(pointOf(place, total, explanations[i]));
    });
    done += visits.length;
  };

  let waiting: Visit[] = [];
  for (const [index, place] of own) {
    await report();
    const changed = await perturb(input, place.place, settings.seed);
    const next = { index, ...place, ...changed };
    waiting.push(next);
    // A place the cache holds costs nothing: whoever waits with it is handed over at once, in order.
    if (waiting.length < together && !isExplained(engine, next.input, request)) continue;
    await visit(waiting);
    waiting = [];
  }
  await visit(waiting);
  await report();
  return { total };
}

function pointOf(
  { index, at, place, size, motion }: Visit,
  total: number,
  { probabilities, predictedClass, map, deadGradient }: Explanation,
): SweepPoint {
  return {
    index,
    total,
    at,
    perturbation: place,
    size,
    motion,
    probabilities,
    predictedClass,
    map,
    deadGradient,
  };
}
