import type { AttributionMethod } from './attributionMethod.ts';
import { inputGradients } from './inputGradients.ts';
import { noisyCopies } from './noisyCopies.ts';

/**
 * Mean of ∂f_y/∂x at seeded noisy copies of the picture (`noisyCopies.ts`). σ = 0 is `gradient`.
 * Smilkov, Thorat, Kim, Viégas, Wattenberg 2017.
 */
export const smoothGrad: AttributionMethod = async (context) => {
  const { model, inputs, targetClass, settings, seed, checkpoint } = context;
  const spec = model.card.input;
  const streams = inputs.map((input) => ({
    ...noisyCopies(input, spec, settings, seed),
    weight: () => 1 / settings.samples,
  }));
  const sums = await inputGradients(model, targetClass, streams, checkpoint);
  return sums.map((sum) => ({
    values: Float32Array.from(sum),
    channels: spec.channels,
    completenessGap: null,
  }));
};
