import { toModelRange } from '../model/loadedModel.ts';
import type { AttributionMethod } from './attributionMethod.ts';
import { gradient } from './gradient.ts';

/**
 * x ⊙ ∂f_y/∂x, x in the model's own range: it depends on where that range has its zero.
 * Shrikumar, Greenside, Shcherbina, Kundaje 2016.
 */
export const inputXGradient: AttributionMethod = async (context) => {
  const gradients = await gradient(context);
  return context.inputs.map((input, i) => {
    const x = toModelRange(input.values, context.model.card.input);
    const slope = gradients[i].values;
    return { ...gradients[i], values: x.map((value, j) => value * slope[j]) };
  });
};
