import type { ModelInput } from '../../domain/picture.ts';
import { toModelRange } from '../model/loadedModel.ts';
import type { AttributionContext, AttributionMethod } from './attributionMethod.ts';
import { makeBaseline } from './baseline.ts';
import { total } from './completeness.ts';
import { targetLogits } from './forward.ts';
import { randomMask } from './randomMask.ts';

/**
 * How much higher the logit is, on average over seeded random masks m, where the pixel λ is kept:
 * Σ f_y(x ⊙ m + x₀ ⊙ (1 − m)) · m(λ) / Σ m(λ), less the mean of f_y over all masks. Positive where
 * keeping speaks for the class. A pixel that no mask kept gets 0. One value per pixel; outputs only. One seed gives
 * every picture the same masks.
 * Petsiuk, Das, Saenko 2018. They weight by the probability; here it is the logit, which still reacts where
 * the softmax is saturated, and its mean is taken off, so that a constant in the logit changes nothing.
 * They divide by the expected coverage, here by the one drawn; masked pixels turn into the baseline, theirs into 0.
 */
export const rise: AttributionMethod = async (context) => {
  const { model, inputs, targetClass, checkpoint } = context;
  const streams = inputs.map((input) => maskedPictures(input, context));
  const outputs = await targetLogits(model, targetClass, streams, checkpoint);
  const maps = weightedMeans(outputs, context);
  return maps.map((values) => ({ values, channels: 1, completenessGap: null }));
};

function maskedPictures(input: ModelInput, { model, settings, seed }: AttributionContext) {
  const spec = model.card.input;
  const x = toModelRange(input.values, spec);
  const cover = toModelRange(makeBaseline(settings.cover, input, seed), spec);
  return {
    count: settings.masks,
    write(index: number, into: Float32Array) {
      const mask = randomMask(spec, settings, seed, index);
      for (let j = 0; j < into.length; j++) {
        const kept = mask[Math.floor(j / spec.channels)];
        into[j] = kept * x[j] + (1 - kept) * cover[j];
      }
    },
  };
}

/** The maps of all pictures in one pass over the masks, which are drawn again: never all in memory. */
function weightedMeans(
  outputs: readonly Float64Array[],
  { model, settings, seed }: AttributionContext,
): Float32Array<ArrayBuffer>[] {
  const { height, width } = model.card.input;
  const coverage = new Float64Array(height * width);
  const sums = outputs.map(() => new Float64Array(height * width));
  const means = outputs.map((logits) => total(logits) / logits.length);
  for (let index = 0; index < settings.masks; index++) {
    const mask = randomMask(model.card.input, settings, seed, index);
    mask.forEach((kept, pixel) => {
      coverage[pixel] += kept;
    });
    outputs.forEach((logits, i) => {
      const above = logits[index] - means[i];
      for (let pixel = 0; pixel < mask.length; pixel++) sums[i][pixel] += above * mask[pixel];
    });
  }
  return sums.map((sum) =>
    Float32Array.from(sum, (value, pixel) => (coverage[pixel] > 0 ? value / coverage[pixel] : 0)),
  );
}
