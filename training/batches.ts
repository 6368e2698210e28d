import { toModelRange } from '../src/engine/model/loadedModel.ts';
import { preprocess } from '../src/engine/model/preprocess.ts';
import { createRandom, type Random } from '../src/engine/random.ts';
import { augment, cropPart } from './augment.ts';
import type { LabelledPicture, TrainingData } from './datasets/labelledPictures.ts';
import { type Defect, pasteDefect, takeDefect } from './paste.ts';
import type { Recipe } from './recipe.ts';

/** Pictures in the model's own range, `[batch, h, w, c]`, and their classes. */
export interface Batch {
  readonly values: Float32Array<ArrayBuffer>;
  readonly labels: Int32Array;
}

/**
 * The batch of a step. It depends on the recipe and the step alone, so that a run resumed goes on
 * as if it had never stopped.
 */
export type Batches = (step: number) => Batch;

/** Batches of a recipe over its training pictures. */
export function createBatches(recipe: Recipe, data: TrainingData): Batches {
  const { input, batch, seed, steps, augmentation } = recipe;
  const { crop, cropAtEnd } = augmentation;
  const length = input.height * input.width * input.channels;
  const choose = chooser(recipe, data);
  return (step) => {
    const values = new Float32Array(batch * length);
    const labels = new Int32Array(batch);
    const cropNow = crop + ((cropAtEnd - crop) * step) / steps;
    for (let b = 0; b < batch; b++) {
      const random = createRandom(seed, `picture ${step * batch + b}`);
      const { picture, mask, label } = choose(random);
      const seen = preprocess(cropPart(picture, mask ?? null, cropNow, random), input);
      const varied = augment(seen.values, seen, augmentation, random);
      values.set(toModelRange(varied, input), b * length);
      labels[b] = label;
    }
    return { values, labels };
  };
}

/** Draws a training picture, now and then with its defect shown on a sound part. */
function chooser(
  { balanced, augmentation }: Recipe,
  { train, classes, soundClass }: TrainingData,
): (random: Random) => LabelledPicture {
  const byClass = classes.map((_, label) => train.filter((one) => one.label === label));
  const sound = soundClass === null ? [] : byClass[soundClass];
  const one = (pool: readonly LabelledPicture[], random: Random) =>
    pool[random.integer(0, pool.length - 1)];
  const taken = new Map<LabelledPicture, Defect>();
  return (random) => {
    const drawn = one(balanced ? byClass[random.integer(0, classes.length - 1)] : train, random);
    const { picture, mask, label } = drawn;
    const pasting = random.uniform() < augmentation.paste && sound.length > 0;
    if (!pasting || label === soundClass || !mask || !isLocal(mask)) return drawn;
    const defect = taken.get(drawn) ?? takeDefect(picture, mask);
    taken.set(drawn, defect);
    // Without the mask, which says nothing of where the defect is now.
    return { picture: pasteDefect(one(sound, random).picture, defect, random), label };
  };
}

/** Something is under the mask, and not so much that it takes the part along with it. */
function isLocal(mask: Uint8Array): boolean {
  const area = mask.reduce((sum, value) => sum + value, 0);
  return area > 0 && area < 0.05 * mask.length;
}
