import type { AttributionSettings } from '../../domain/attribution.ts';
import type { InputSpec } from '../../domain/model.ts';
import type { ModelInput } from '../../domain/picture.ts';
import { toModelRange } from '../model/loadedModel.ts';
import { createRandom } from '../random.ts';
import type { PointStream } from './microBatches.ts';

/**
 * `samples` copies of a picture, x + N(0, σ²·range²), seeded, model's own range; σ is a share of the
 * input range, and copies are not clipped to it. Every picture of one seed gets the same noise, so
 * that two heatmaps differ by their pictures and not by the draws.
 */
export function noisyCopies(
  input: ModelInput,
  spec: InputSpec,
  { sigma, samples }: AttributionSettings,
  seed: number,
): PointStream {
  const x = toModelRange(input.values, spec);
  const deviation = sigma * (spec.range[1] - spec.range[0]);
  return {
    count: samples,
    write(index, into) {
      // One stream of chance per sample: sample 3 is the same whatever was drawn before it.
      const random = createRandom(seed, `smoothGrad ${index}`);
      for (let j = 0; j < into.length; j++) into[j] = x[j] + deviation * random.normal();
    },
  };
}
