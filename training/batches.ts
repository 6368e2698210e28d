import { toModelRange } from '../src/engine/model/loadedModel.ts';
import { preprocess } from '../src/engine/model/preprocess.ts';
import { createRandom, type Random } from '../src/engine/random.ts';
import { augment, cropPart, type Masked, moved, placement } from './augment.ts';
import type { LabelledPicture, TrainingData } from './datasets/labelledPictures.ts';
import { type Defect, pasteDefect, takeDefect } from './paste.ts';
import { latticeSide, placeTruth } from './placeTruth.ts';
import type { Recipe } from './recipe.ts';

/** Pictures in the model's own range, `[batch, h, w, c]`, and their classes. */
export interface Batch {
  readonly height: number;
  readonly width: number;
  readonly values: Float32Array<ArrayBuffer>;
  readonly labels: Int32Array;
  /** What the places of the last features should say, `[batch, rows, columns, classes]`; empty where not taught. */
  readonly places: Float32Array<ArrayBuffer>;
}

/**
 * The batch of a step. It depends on the recipe and the step alone, so that a run resumed goes on
 * as if it had never stopped.
 */
export type Batches = (step: number) => Batch;

/** Batches of a recipe over its training pictures. */
export function createBatches(recipe: Recipe, data: TrainingData): Batches {
  const { batch, seed, augmentation } = recipe;
  const choose = chooser(recipe, data);
  const teach = placeTeacher(recipe, data);
  return (step) => {
    const { input, ...view } = viewAt(recipe, step);
    const { height, width } = input;
    const length = height * width * input.channels;
    const values = new Float32Array(batch * length);
    const labels = new Int32Array(batch);
    const places = new Float32Array(batch * teach.length(height));
    for (let b = 0; b < batch; b++) {
      const random = createRandom(seed, `picture ${step * batch + b}`);
      const { picture, mask, label } = choose(random);
      const part = cropPart({ picture, mask: mask ?? null }, view, random);
      const seen = preprocess(part.picture, input);
      const place = placement(seen, augmentation, random);
      values.set(
        toModelRange(augment(seen.values, seen, augmentation, random, place), input),
        b * length,
      );
      labels[b] = label;
      if (places.length > 0) {
        const shown = moved(maskValues(part, height), { height, width, channels: 1 }, place);
        places.set(teach.truth(shown, height, label), b * teach.length(height));
      }
    }
    return { height, width, values, labels, places };
  };
}

/** How much of the pictures is shown at a step, and at what size. */
function viewAt({ input, steps, augmentation, closeUps }: Recipe, step: number) {
  const { crop, cropAtEnd } = augmentation;
  if (!closeUps || step >= closeUps.steps)
    return { input, part: 1, crop: crop + ((cropAtEnd - crop) * step) / steps };
  const { side, part, crop: cropNear } = closeUps;
  return { input: { ...input, height: side, width: side }, part, crop: cropNear };
}

/** Share of every input pixel that is under the mask; 0 where the mask is not known. */
function maskValues({ picture, mask }: Masked, side: number): Float32Array {
  if (!mask?.includes(1)) return new Float32Array(side * side);
  const pixels = new Uint8ClampedArray(picture.pixels.length);
  mask.forEach((value, i) => {
    if (value > 0) pixels.fill(255, 3 * i, 3 * i + 3);
  });
  const input = { height: side, width: side, channels: 1, range: [0, 1], fit: 'stretch' } as const;
  return preprocess({ ...picture, pixels }, input).values;
}

/** Truth of the places, where a recipe teaches them. */
function placeTeacher({ locating, convolutions }: Recipe, { classes, soundClass }: TrainingData) {
  if (!locating || soundClass === null) return { length: () => 0, truth: () => [] };
  const { coverage } = locating;
  return {
    length: (side: number) => latticeSide(side, convolutions) ** 2 * classes.length,
    truth: (mask: Float32Array, side: number, label: number) =>
      placeTruth(mask, side, convolutions, {
        label,
        soundClass,
        classes: classes.length,
        coverage,
      }),
  };
}

/** Draws a training picture, now and then with its defect, or with a piece of a sound part, on a sound part. */
function chooser(
  { balanced, augmentation }: Recipe,
  { train, classes, soundClass }: TrainingData,
): (random: Random) => LabelledPicture {
  const { paste, decoys = 0 } = augmentation;
  const byClass = classes.map((_, label) => train.filter((one) => one.label === label));
  const sound = soundClass === null ? [] : byClass[soundClass];
  const small = decoys > 0 ? train.filter(({ mask }) => mask && isLocal(mask)) : [];
  const one = (pool: readonly LabelledPicture[], random: Random) =>
    pool[random.integer(0, pool.length - 1)];
  const taken = new Map<LabelledPicture, Defect>();
  const decoy = (ground: LabelledPicture, random: Random): LabelledPicture => {
    const { mask } = one(small, random);
    if (!mask) return ground;
    const piece = takeDefect(one(sound, random).picture, mask);
    return { ...ground, picture: pasteDefect(ground.picture, piece, random).picture };
  };
  return (random) => {
    const drawn = one(balanced ? byClass[random.integer(0, classes.length - 1)] : train, random);
    const { picture, mask, label } = drawn;
    const pasting = random.uniform() < paste && sound.length > 0;
    if (label === soundClass && small.length > 0)
      return random.uniform() < decoys ? decoy(drawn, random) : drawn;
    if (!pasting || label === soundClass || !mask || !isLocal(mask)) return drawn;
    const defect = taken.get(drawn) ?? takeDefect(picture, mask);
    taken.set(drawn, defect);
    return { ...pasteDefect(one(sound, random).picture, defect, random), label };
  };
}

/** Something is under the mask, and not so much that it takes the part along with it. */
function isLocal(mask: Uint8Array): boolean {
  const area = mask.reduce((sum, value) => sum + value, 0);
  return area > 0 && area < 0.05 * mask.length;
}
