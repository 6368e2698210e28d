import type { UnderPgd } from '../src/domain/model.ts';
import type { ModelInput } from '../src/domain/picture.ts';
import { DEFAULT_PERTURBATION } from '../src/domain/settings.ts';
import { forward } from '../src/engine/attribution/forward.ts';
import { type LoadedModel, toModelRange } from '../src/engine/model/loadedModel.ts';
import { preprocess } from '../src/engine/model/preprocess.ts';
import { perturb } from '../src/engine/perturbation/registry.ts';
import type { LabelledPicture } from './datasets/labelledPictures.ts';
import { type Judging, underPgd } from './underPgd.ts';

/** Grey levels of 255 of the sign noise that decisions must survive. */
const NOISE = 8;
/** Pictures looked at together. */
const CHUNK = 64;

/** What came out on pictures the model was not trained on. */
export interface Evaluation {
  readonly accuracy: number;
  readonly balancedAccuracy: number;
  /** Recall of each class; 0 for a class without pictures. */
  readonly perClass: readonly number[];
  /** `confusion[truth][answer]`: numbers of pictures. */
  readonly confusion: readonly (readonly number[])[];
  /** Share of pictures whose decision survives sign noise of 8/255. */
  readonly keptUnderNoise: number;
  readonly underPgd: UnderPgd;
}

/**
 * Looks at every picture whole, exactly as the app does: preprocess, one forward pass. Then attacks the first
 * of them.
 */
export async function evaluate(
  model: LoadedModel,
  pictures: readonly LabelledPicture[],
  judging: Judging,
  report: (done: number, total: number) => void,
): Promise<Evaluation> {
  const { seed } = judging;
  const classes = model.card.classes.length;
  const confusion = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  let kept = 0;
  for (let start = 0; start < pictures.length; start += CHUNK) {
    const chunk = pictures.slice(start, start + CHUNK);
    const inputs = chunk.map(({ picture }) => preprocess(picture, model.card.input));
    const answers = await decide(model, inputs);
    const changed = await Promise.all(inputs.map((input, i) => addNoise(input, seed + start + i)));
    const noisy = await decide(model, changed);
    chunk.forEach(({ label }, i) => {
      confusion[label][answers[i]]++;
      if (noisy[i] === answers[i]) kept++;
    });
  }
  const perClass = confusion.map((row, label) => row[label] / Math.max(1, sum(row)));
  return {
    accuracy: sum(confusion.map((row, label) => row[label])) / pictures.length,
    balancedAccuracy: sum(perClass) / classes,
    perClass,
    confusion,
    keptUnderNoise: kept / pictures.length,
    underPgd: await underPgd(model, pictures, judging, report),
  };
}

async function decide(model: LoadedModel, inputs: readonly ModelInput[]): Promise<number[]> {
  const points = inputs.map(({ values }) => toModelRange(values, model.card.input));
  const logits = await forward(model, points, async () => {});
  return logits.map((row) => row.indexOf(Math.max(...row)));
}

async function addNoise(input: ModelInput, seed: number): Promise<ModelInput> {
  const settings = { ...DEFAULT_PERTURBATION, id: 'noiseSign', strength: NOISE } as const;
  return (await perturb(input, settings, seed)).input;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
