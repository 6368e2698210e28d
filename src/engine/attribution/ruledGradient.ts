import type { AttributionMethod } from './attributionMethod.ts';
import { pointStreams } from './gradient.ts';
import { inputGradients } from './inputGradients.ts';

/** One gradient at the picture itself, by a rule about ReLU. */
export async function ruledGradient(
  context: Parameters<AttributionMethod>[0],
  name: 'guidedBackprop' | 'deconvolution',
): ReturnType<AttributionMethod> {
  const { model, targetClass, checkpoint } = context;
  const streams = pointStreams(context);
  const sums = await inputGradients(model, targetClass, streams, checkpoint, { name });
  return sums.map((sum) => ({
    values: Float32Array.from(sum),
    channels: model.card.input.channels,
    completenessGap: null,
  }));
}
