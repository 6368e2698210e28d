import { createRandom } from '../src/engine/random.ts';
import { adamStep, learningRate, type TrainingState } from './adam.ts';
import type { Batch, Batches } from './batches.ts';
import type { NetworkPlan } from './network.ts';
import type { Recipe } from './recipe.ts';
import { adversaryAt } from './regimes/adversary.ts';
import { locatedSlope } from './regimes/located.ts';
import { naturalSlope, type Slope } from './regimes/natural.ts';
import { ROBUST } from './regimes/registry.ts';
import { robustSlope } from './regimes/robustSlope.ts';
import { trainedPlans } from './trained.ts';

/** Told after every step. `loss` is that of the batch the step was taken on. */
export type OnStep = (state: TrainingState, loss: number) => Promise<void> | void;

/**
 * Trains from a state to the last step of the recipe. From the same state the same weights come
 * out, to the bit, on one machine and backend.
 */
export async function train(
  recipe: Recipe,
  plan: NetworkPlan,
  batches: Batches,
  from: TrainingState,
  onStep: OnStep,
): Promise<TrainingState> {
  const { locating } = recipe;
  const kernels = trainedPlans(plan, locating).map(({ shape }) => shape.length > 1);
  let state = from;
  while (state.step < recipe.steps) {
    const batch = batches(state.step);
    const { loss, gradients } = await slopeAt(recipe, plan, state, batch);
    if (!Number.isFinite(loss))
      throw new Error(`loss is ${loss} at step ${state.step}: lower the learning rate`);
    const rate = learningRate(state.step, recipe.steps, recipe.learningRate, recipe.warmUp);
    state = adamStep(state, gradients, rate, recipe.adam, (index) => kernels[index]);
    await onStep(state, loss);
  }
  return state;
}

/** Slope of the recipe's regime on the batch of a step. @throws Error when the regime lacks its adversary, or locates beside it */
function slopeAt(
  { regime, adversary, locating, input, seed }: Recipe,
  plan: NetworkPlan,
  { weights, step }: TrainingState,
  batch: Batch,
): Promise<Slope> {
  if (regime === 'natural')
    return locating
      ? locatedSlope(plan, locating, weights, batch)
      : naturalSlope(plan, weights, batch);
  if (!adversary || locating) throw new Error(`regime ${regime} has an adversary and no places`);
  const random = createRandom(seed, `adversary ${step}`);
  const attacked = { adversary: adversaryAt(adversary, step), range: input.range, random };
  return robustSlope(ROBUST[regime], plan, weights, batch, attacked);
}
