import type { UnderPgd } from '../src/domain/model.ts';
import { tf } from '../src/engine/backend/tf.ts';
import { type LoadedModel, toModelRange } from '../src/engine/model/loadedModel.ts';
import { preprocess } from '../src/engine/model/preprocess.ts';
import { createRandom } from '../src/engine/random.ts';
import type { LabelledPicture } from './datasets/labelledPictures.ts';
import type { Adversary } from './regimes/adversary.ts';
import { crossEntropies } from './regimes/crossEntropy.ts';
import { innerMaximum } from './regimes/innerMaximum.ts';
import { truthRows } from './regimes/natural.ts';

/** More than in training: the measure must not profit from what the training got used to. */
const STEPS = 20;
/** Steps together reach two and a half times ε (Madry et al. 2018). */
const REACH = 2.5;
/** Pictures attacked, the first of the test part. */
const PICTURES = 1_000;
/** Pictures attacked together. */
const CHUNK = 32;

/** How a model is judged. */
export interface Judging {
  readonly seed: number;
  readonly measure: 'accuracy' | 'balancedAccuracy';
  /** Largest change of a value, pixel scale 0…1. */
  readonly attackEpsilon: number;
}

/** Which share of the test pictures a model still decides rightly when they are changed to mislead it. */
export async function underPgd(
  model: LoadedModel,
  pictures: readonly LabelledPicture[],
  { attackEpsilon: epsilon, seed, measure }: Judging,
  report: (done: number, total: number) => void,
): Promise<UnderPgd> {
  const adversary: Adversary = {
    epsilon,
    steps: STEPS,
    stepSize: (REACH * epsilon) / STEPS,
    rampSteps: 0,
    pathPoints: 1,
    normWeight: 0,
  };
  const attacked = pictures.slice(0, PICTURES);
  const right: boolean[] = [];
  for (let start = 0; start < attacked.length; start += CHUNK) {
    right.push(
      ...(await stillRight(model, attacked.slice(start, start + CHUNK), adversary, seed + start)),
    );
    report(right.length, attacked.length);
  }
  const shareOf = (label: number | null) => {
    const among = right.filter((_, i) => label === null || attacked[i].label === label);
    return among.length === 0 ? 0 : among.filter(Boolean).length / among.length;
  };
  const { classes } = model.card;
  const accuracy =
    measure === 'accuracy'
      ? shareOf(null)
      : classes.reduce((sum, _, label) => sum + shareOf(label), 0) / classes.length;
  return { epsilon, steps: STEPS, pictures: attacked.length, accuracy };
}

async function stillRight(
  model: LoadedModel,
  chunk: readonly LabelledPicture[],
  adversary: Adversary,
  seed: number,
): Promise<boolean[]> {
  const { height, width, channels, range } = model.card.input;
  const classes = model.card.classes.length;
  const values = new Float32Array(chunk.length * height * width * channels);
  chunk.forEach(({ picture }, i) => {
    const input = preprocess(picture, model.card.input);
    values.set(toModelRange(input.values, model.card.input), i * height * width * channels);
  });
  const x = tf.tensor4d(values, [chunk.length, height, width, channels]);
  const labels = Int32Array.from(chunk, ({ label }) => label);
  const truth = tf.tensor2d(truthRows(labels, classes), [chunk.length, classes]);
  const objective = (at: tf.Tensor4D) => crossEntropies(model.logits(at), truth);
  const changed = innerMaximum(objective, x, adversary, range, createRandom(seed, 'attacked'));
  const answers = tf.tidy(() => tf.argMax(model.logits(changed), 1));
  try {
    const decided = await answers.data<'int32'>();
    return chunk.map(({ label }, i) => decided[i] === label);
  } finally {
    tf.dispose([x, truth, changed, answers]);
  }
}
