import { toModelRange } from '../model/loadedModel.ts';
import { createRandom } from '../random.ts';
import type { AttributionMethod } from './attributionMethod.ts';
import { inputGradients } from './inputGradients.ts';

/**
 * Mean of ∂f_y/∂x at x + N(0, σ²·range²), seeded; σ is a share of the input range, and noisy copies
 * are not clipped to it. Every picture of one seed gets the same noise, so that two heatmaps
 * differ by their pictures and not by the draws. σ = 0 is `gradient`.
 * Smilkov, Thorat, Kim, Viégas, Wattenberg 2017.
 */
export const smoothGrad: AttributionMethod = async (context) => {
  const { model, inputs, targetClass, settings, seed, checkpoint } = context;
  const spec = model.card.input;
  const deviation = settings.sigma * (spec.range[1] - spec.range[0]);
  const streams = inputs.map((input) => {
    const x = toModelRange(input.values, spec);
    return {
      count: settings.samples,
      weight: () => 1 / settings.samples,
      write(index: number, into: Float32Array) {
        // One stream of chance per sample: sample 3 is the same whatever was drawn before it.
        const random = createRandom(seed, `smoothGrad ${index}`);
        for (let j = 0; j < into.length; j++) into[j] = x[j] + deviation * random.normal();
      },
    };
  });
  const sums = await inputGradients(model, targetClass, streams, checkpoint);
  return sums.map((sum) => ({
    values: Float32Array.from(sum),
    channels: spec.channels,
    completenessGap: null,
  }));
};
