import {
  type AttackProgress,
  type AttackResult,
  type AttackSettings,
  checkAttack,
} from '../domain/attack.ts';
import type { ModelInput } from '../domain/picture.ts';
import type { Task } from '../domain/progress.ts';
import type { Mask } from '../domain/truth.ts';
import type { Sight } from './attack/attackGoal.ts';
import { runAttack } from './attack/runAttack.ts';
import { refuseUnable } from './attribution/abilities.ts';
import type { Attribution } from './attribution/attributionMethod.ts';
import { forward } from './attribution/forward.ts';
import { reduceChannels } from './attribution/reduce.ts';
import type { Engine } from './engine.ts';
import { attribute, largest, softmax } from './explain.ts';
import { type LoadedModel, toModelRange } from './model/loadedModel.ts';
import { checkRequest, type PictureRequest } from './request.ts';

/** A picture, the class its map explains, and the attack on it. */
export interface AttackRequest extends PictureRequest {
  readonly targetClass: number;
  readonly attack: AttackSettings;
  /** The painted region; null where the attack needs none. */
  readonly region: Mask | null;
}

/**
 * Attacks the explanation of a picture within the pictures that differ from it by at most ε. Beside it stand, with the
 * same ε and the same choice of the best, a random control of as many steps and one shot of noise.
 * The engine's cache has no part in it: hundreds of pictures that nobody asks for again would clear it.
 * @param onProgress called after each step
 * @throws Problem `setting-out-of-range`, `setting-unknown-choice`, `map-size-mismatch`,
 * `non-finite-gradient`, `cancelled`. No tensor stays behind.
 */
export async function attackExplanation(
  { model }: Engine,
  request: AttackRequest,
  task: Task,
  onProgress: (progress: AttackProgress) => void = () => {},
): Promise<AttackResult> {
  const { input, settings, targetClass, attack, region } = request;
  // What is attacked is Σ|a|, whatever reduction is looked at.
  const attribution = { ...settings.attribution, targetClass, reduction: 'sumAbs' as const };
  checkRequest({ input, settings: { ...settings, attribution } }, model.card);
  refuseUnable(model, attribution);
  checkAttack(attack);
  let at = { done: 0, total: attack.steps };
  const checkpoint = (done: number, total: number) => {
    at = { done, total };
    return task.checkpoint({ stage: 'study', done, total });
  };
  const look = async (inputs: readonly ModelInput[]): Promise<Sight[]> => {
    const heard = () => checkpoint(at.done, at.total);
    const question = { targetClass, settings: { attribution, seed: settings.seed } };
    const attributions = await attribute(model, inputs, question, heard);
    const logits = await saidOf(model, inputs, attributions, heard);
    const { height, width } = model.card.input;
    return attributions.map(({ values, channels }, i) => ({
      map: reduceChannels(values, height, width, channels, attribution.reduction),
      logits: logits[i],
      probabilities: softmax(logits[i]),
      predictedClass: largest(logits[i]),
    }));
  };
  const { score, seed } = settings;
  const run = { model, input, settings: attack, attribution, seed, targetClass, score, region };
  return runAttack({ ...run, look, checkpoint }, onProgress);
}

/** Logits of pictures: those the method heard on its way, else asked for. */
async function saidOf(
  model: LoadedModel,
  inputs: readonly ModelInput[],
  attributions: readonly Attribution[],
  heard: () => Promise<void>,
): Promise<readonly Float32Array[]> {
  const known = attributions.flatMap(({ logits }) => logits ?? []);
  if (known.length === inputs.length) return known;
  const pictures = inputs.map(({ values }) => toModelRange(values, model.card.input));
  return forward(model, pictures, heard);
}
