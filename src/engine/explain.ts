import type { Explanation } from '../domain/analysis.ts';
import { spinsOf } from '../domain/attributionRules.ts';
import type { ModelInput } from '../domain/picture.ts';
import type { Settings } from '../domain/settings.ts';
import { refuseUnable } from './attribution/abilities.ts';
import {
  type Attribution,
  type AttributionContext,
  attributionKey,
} from './attribution/attributionMethod.ts';
import { forward } from './attribution/forward.ts';
import { reduceChannels } from './attribution/reduce.ts';
import { ATTRIBUTION } from './attribution/registry.ts';
import { contentKey } from './contentKey.ts';
import { cycleSpinning } from './cycleSpinning.ts';
import type { Engine } from './engine.ts';
import type { Lru } from './lru.ts';
import { type LoadedModel, toModelRange } from './model/loadedModel.ts';

/** What is asked about every picture: which class, by which method. */
export interface Question {
  readonly targetClass: number;
  readonly settings: Pick<Settings, 'attribution' | 'seed'>;
}

type Checkpoint = (done: number, total: number) => Promise<void>;

/** Logits of pictures, `[classes]` each, from the cache where it has them. Not to be written to. */
export function predict(
  { model, cache }: Engine,
  inputs: readonly ModelInput[],
  checkpoint: Checkpoint,
): Promise<Float32Array[]> {
  return remembered(cache.logits, inputs.map(contentKey), (missing) => {
    const pictures = missing.map((i) => toModelRange(inputs[i].values, model.card.input));
    return forward(model, pictures, () => checkpoint(0, missing.length));
  });
}

/** The class with the largest logit; ties go to the lower index. */
export function largest(logits: Float32Array): number {
  return logits.reduce((best, value, i) => (value > logits[best] ? i : best), 0);
}

/**
 * Explains pictures in shared micro-batches; what the cache holds is not computed again. Every
 * explanation has memory of its own.
 * @throws Problem `method-unavailable`, `setting-unknown-choice`, `non-finite-gradient`, or whatever `checkpoint` throws
 */
export async function explain(
  engine: Engine,
  inputs: readonly ModelInput[],
  question: Question,
  checkpoint: Checkpoint,
): Promise<Explanation[]> {
  refuseUnable(engine.model, question.settings.attribution);
  const keys = inputs.map((input) => explanationKey(engine, input, question));
  const attributions = await remembered(engine.cache.attributions, keys, (missing) => {
    const wanted = missing.map((i) => inputs[i]);
    return attribute(engine.model, wanted, question, checkpoint);
  });
  // What a method heard on its way is not asked for again.
  attributions.forEach(({ logits }, i) => {
    if (logits) engine.cache.logits.set(contentKey(inputs[i]), logits);
  });
  const logits = await predict(engine, inputs, checkpoint);
  return inputs.map((input, i) => assemble(input, logits[i], attributions[i], question.settings));
}

/** Attributions by the method asked for, spun where that is asked for too; the cache has no part in it. */
export function attribute(
  model: LoadedModel,
  inputs: readonly ModelInput[],
  { settings, targetClass }: Question,
  checkpoint: Checkpoint,
): Promise<Attribution[]> {
  const method = ATTRIBUTION[settings.attribution.method];
  const context: AttributionContext = {
    model,
    inputs,
    targetClass,
    settings: settings.attribution,
    seed: settings.seed,
    checkpoint,
  };
  return spinsOf(settings.attribution) > 1 ? cycleSpinning(method, context) : method(context);
}

/** Whether `explain` would compute no gradient for this picture. */
export const isExplained = (engine: Engine, input: ModelInput, question: Question): boolean =>
  engine.cache.attributions.get(explanationKey(engine, input, question)) !== undefined;

function explanationKey(
  { model }: Engine,
  input: ModelInput,
  { targetClass, settings }: Question,
): string {
  const method = attributionKey(settings.attribution, settings.seed, model.card.totalStride);
  return `${contentKey(input)} class=${targetClass} ${method}`;
}

/** Copies everything: what leaves may be changed or given away, what is kept may not. */
function assemble(
  input: ModelInput,
  logits: Float32Array,
  { values, channels, completenessGap }: Attribution,
  { attribution }: Question['settings'],
): Explanation {
  const { height, width } = input;
  const probabilities = softmax(logits);
  const map = reduceChannels(values, height, width, channels, attribution.reduction);
  return {
    input: { ...input, values: input.values.slice() },
    logits: Float32Array.from(logits),
    probabilities,
    predictedClass: largest(logits),
    map,
    completenessGap,
    deadGradient: map.values.every((value) => value === 0),
    saturated: isSaturated(probabilities),
  };
}

/** Further from 1 than this a probability still reacts to its logit by more than float32 rounds. */
const SATURATION = 1e-6;

const isSaturated = (probabilities: Float32Array): boolean =>
  probabilities.some((value) => value > 1 - SATURATION);

/** exp(logit) over their sum, one per class; the largest logit is taken off first, so that nothing overflows. */
export function softmax(logits: Float32Array): Float32Array<ArrayBuffer> {
  const top = logits[largest(logits)];
  const powers = Float64Array.from(logits, (value) => Math.exp(value - top));
  const sum = powers.reduce((total, value) => total + value, 0);
  return Float32Array.from(powers, (value) => value / sum);
}

/** Values by key, computing in one go those that are not kept. */
async function remembered<T>(
  cache: Lru<T>,
  keys: readonly string[],
  compute: (missing: readonly number[]) => Promise<T[]>,
): Promise<T[]> {
  const values: T[] = [];
  const missing: number[] = [];
  keys.forEach((key, i) => {
    const kept = cache.get(key);
    if (kept === undefined) missing.push(i);
    else values[i] = kept;
  });
  const fresh = missing.length > 0 ? await compute(missing) : [];
  missing.forEach((i, order) => {
    values[i] = fresh[order];
    cache.set(keys[i], fresh[order]);
  });
  return values;
}
