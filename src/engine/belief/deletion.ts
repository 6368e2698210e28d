import { makeBaseline } from '../attribution/baseline.ts';
import type { BeliefCheck } from './beliefCheck.ts';
import { judgeFilling } from './filling.ts';

/**
 * Deletion: area under the probability of the class while the pixels are replaced by the mean colour of the picture, strongest first. 0…1, lower is better: what the map
 * points at must be what the decision needs. Reference: nine seeded random rankings, mean and spread; it passes when it is better than all of them. Petsiuk, Das, Saenko 2018 (RISE); they fill with grey.
 */
export const deletion: BeliefCheck = (context) => {
  const { engine, input, targetClass, settings } = context;
  const to = makeBaseline('mean', input, settings.seed);
  const filling = { model: engine.model, from: input.values, to, targetClass };
  return judgeFilling(context, filling, 'smaller');
};
