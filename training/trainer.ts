import { adamStep, learningRate, type TrainingState } from './adam.ts';
import type { Batches } from './batches.ts';
import { locatedSlope } from './located.ts';
import { naturalSlope } from './natural.ts';
import type { NetworkPlan } from './network.ts';
import type { Recipe } from './recipe.ts';
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
    const { loss, gradients } = locating
      ? await locatedSlope(plan, locating, state.weights, batch)
      : await naturalSlope(plan, state.weights, batch);
    if (!Number.isFinite(loss))
      throw new Error(`loss is ${loss} at step ${state.step}: lower the learning rate`);
    const rate = learningRate(state.step, recipe.steps, recipe.learningRate, recipe.warmUp);
    state = adamStep(state, gradients, rate, recipe.adam, (index) => kernels[index]);
    await onStep(state, loss);
  }
  return state;
}
