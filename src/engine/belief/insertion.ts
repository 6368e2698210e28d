import { makeBaseline } from '../attribution/baseline.ts';
import type { BeliefCheck } from './beliefCheck.ts';
import { judgeFilling } from './filling.ts';

/**
 * Insertion: area under the probability of the class while a blurred picture gets its own pixels back, strongest first. 0…1, higher is better.
 * Reference: nine seeded random rankings, mean and spread; it passes when it is better than all of them. Petsiuk, Das, Saenko 2018 (RISE), who blur too.
 */
export const insertion: BeliefCheck = (context) => {
  const { engine, input, targetClass, settings } = context;
  const from = makeBaseline('blurred', input, settings.seed);
  const filling = { model: engine.model, from, to: input.values, targetClass };
  return judgeFilling(context, filling, 'larger');
};
