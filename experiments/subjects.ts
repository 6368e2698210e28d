import type { ModelInput } from '../src/domain/picture.ts';
import type { Engine } from '../src/engine/engine.ts';
import { largest, predict } from '../src/engine/explain.ts';
import { preprocess } from '../src/engine/model/preprocess.ts';
import { loadFashion } from '../training/datasets/fashion.ts';
import type { LabelledPicture } from '../training/datasets/labelledPictures.ts';
import { loadSurfacePictures } from '../training/datasets/surfacePictures.ts';

/** A picture held out of the training, which the model decides rightly. */
export interface Subject {
  /** Position in the test part. */
  readonly index: number;
  readonly input: ModelInput;
  readonly targetClass: number;
}

/** The seed the shipped models were trained with: it decides what was held out. */
const TRAINING_SEED = 1;
/** Pictures the surface models were judged on. */
const SURFACE_TEST = 1_500;

/** Test pictures of a model's data set. @throws Problem `file-unreadable` where they are not on this machine */
function testPictures(dataName: string): readonly LabelledPicture[] {
  if (dataName === 'Fashion-MNIST') return loadFashion(null, 0).test;
  if (dataName === 'surface')
    return loadSurfacePictures({ train: 0, test: SURFACE_TEST }, TRAINING_SEED, () => {}).test;
  throw new Error(`data set must be surface or Fashion-MNIST, got ${dataName}`);
}

/** The first `count` test pictures that the model decides rightly. @throws Error where there are fewer */
export async function subjectsOf(engine: Engine, count: number): Promise<readonly Subject[]> {
  const { input: spec, data } = engine.model.card;
  const found: Subject[] = [];
  for (const [index, { picture, label }] of testPictures(data.name).entries()) {
    if (found.length === count) return found;
    const input = preprocess(picture, spec);
    const [logits] = await predict(engine, [input], () => Promise.resolve());
    if (largest(logits) === label) found.push({ index, input, targetClass: label });
  }
  if (found.length < count)
    throw new Error(`${count} pictures wanted, ${found.length} decided rightly`);
  return found;
}
