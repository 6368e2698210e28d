import { toModelRange } from '../model/loadedModel.ts';
import type { AttributionContext, AttributionMethod } from './attributionMethod.ts';
import { inputGradients, type WeightedStream } from './inputGradients.ts';

/** ∂f_y/∂x at the picture itself. Simonyan, Vedaldi, Zisserman 2013 (saliency), before any reduction. */
export const gradient: AttributionMethod = async (context) => {
  const { model, targetClass, checkpoint } = context;
  const logits: Float32Array[] = [];
  const heard = (picture: number, _: number, said: Float32Array) => {
    logits[picture] = said;
  };
  const streams = pointStreams(context);
  const sums = await inputGradients(model, targetClass, streams, checkpoint, null, heard);
  return sums.map((sum, picture) => ({
    values: Float32Array.from(sum),
    channels: model.card.input.channels,
    completenessGap: null,
    logits: logits[picture],
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
