import { toModelRange } from '../model/loadedModel.ts';
import type { AttributionContext, AttributionMethod } from './attributionMethod.ts';
import { inputGradients, type WeightedStream } from './inputGradients.ts';

/** ∂f_y/∂x at the picture itself. Simonyan, Vedaldi, Zisserman 2013 (saliency), before any reduction. */
export const gradient: AttributionMethod = async (context) => {
  const { model, targetClass, checkpoint } = context;
  const sums = await inputGradients(model, targetClass, pointStreams(context), checkpoint);
  return sums.map((sum) => ({
    values: Float32Array.from(sum),
    channels: model.card.input.channels,
    completenessGap: null,
  }));
};

/** Each picture by itself, in the model's own range. */
export function pointStreams({
  model,
  inputs,
}: Pick<AttributionContext, 'model' | 'inputs'>): WeightedStream[] {
  return inputs.map((input) => {
    const x = toModelRange(input.values, model.card.input);
    return { count: 1, weight: () => 1, write: (_: number, into: Float32Array) => into.set(x) };
  });
}
