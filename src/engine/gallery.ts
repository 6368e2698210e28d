import type { AttributionMap, MethodId } from '../domain/attribution.ts';
import type { GalleryEntry } from '../domain/gallery.ts';
import type { Task } from '../domain/progress.ts';
import type { Engine } from './engine.ts';
import { freshMaps } from './freshMaps.ts';
import { preparePair } from './metrics/preparePair.ts';
import { scorePair } from './metrics/scorePair.ts';
import { perturb } from './perturbation/registry.ts';
import { refusalOf } from './refusal.ts';
import { checkRequest, type PictureRequest } from './request.ts';

/** A picture with its settings, and the method to be shown in the place of theirs. */
export interface GalleryRequest extends PictureRequest {
  readonly targetClass: number;
  readonly method: MethodId;
}

/**
 * One method on the picture and its perturbed self, with the parameters that are set, scored by corrected LENS recall@k. Maps are made
 * anew, so that the time is that of the method. A method that cannot run on the model says why.
 * @throws as `analyse` when not the method but the run fails. No tensor stays behind.
 */
export async function galleryEntry(
  engine: Engine,
  request: GalleryRequest,
  task: Task,
): Promise<GalleryEntry> {
  const { input, targetClass, method } = request;
  const attribution = { ...request.settings.attribution, method };
  const settings = { ...request.settings, attribution };
  checkRequest({ input, settings }, engine.model.card);
  const checkpoint = () => task.checkpoint({ stage: 'study', done: 0, total: 1 });
  await checkpoint();
  const { input: changed, motion } = await perturb(input, settings.perturbation, settings.seed);
  const started = performance.now();
  try {
    const question = { targetClass, settings };
    const [original, perturbed] = await freshMaps(engine, [input, changed], question, checkpoint);
    const durationMs = performance.now() - started;
    const scores = scorePair(preparePair({ original, perturbed, motion }), settings.score);
    return {
      method,
      status: 'ready',
      original,
      perturbed,
      raw: scores.raw.lensRecallAtK.corrected,
      aligned: scores.aligned?.lensRecallAtK.corrected ?? null,
      dead: isZero(original) || isZero(perturbed),
      durationMs,
    };
  } catch (error) {
    return { method, status: 'refused', ...refusalOf(error) };
  }
}

const isZero = ({ values }: AttributionMap): boolean => values.every((value) => value === 0);
