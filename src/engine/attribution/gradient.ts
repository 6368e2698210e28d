import { toModelRange } from '../model/loadedModel.ts';
import type { AttributionMethod } from './attributionMethod.ts';
import { inputGradients } from './inputGradients.ts';

/** ∂f_y/∂x at the picture itself. Simonyan, Vedaldi, Zisserman 2013 (saliency), before any reduction. */
export const gradient: AttributionMethod = async ({ model, inputs, targetClass, checkpoint }) => {
  const streams = inputs.map((input) => {
    const x = toModelRange(input.values, model.card.input);
    return { count: 1, weight: () => 1, write: (_: number, into: Float32Array) => into.set(x) };
  });
  const sums = await inputGradients(model, targetClass, streams, checkpoint);
  return sums.map((sum) => ({
    values: Float32Array.from(sum),
    channels: model.card.input.channels,
    completenessGap: null,
  }));
};
