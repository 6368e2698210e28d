import type { InputSpec } from '../../domain/model.ts';
import type { ModelInput } from '../../domain/picture.ts';
import { toModelRange } from '../model/loadedModel.ts';
import { createRandom } from '../random.ts';
import type { AttributionContext, AttributionMethod } from './attributionMethod.ts';
import { makeBaseline } from './baseline.ts';
import { completenessGap, total } from './completeness.ts';
import { targetLogits } from './forward.ts';
import { visitGradients } from './inputGradients.ts';

/**
 * E[(x − b) ⊙ ∂f_y(b + α(x − b))/∂x], the mean over seeded baselines b and points α on their paths
 * (GradientSHAP). A baseline is the picture of the baseline setting plus N(0, σ²·range²), not
 * clipped; for `noise` it is a fresh uniform picture each time, plus the same. α is uniform, one draw in
 * each of `samples` equal parts of 0…1. One seed gives every picture the same draws.
 * Complete in expectation: Σ tends to f_y(x) − mean f_y(b); the gap is taken against the baselines
 * really drawn and tells what the number of samples leaves.
 * Erion, Janizek, Sturmfels, Lundberg, Lee 2021, whose baselines are training pictures, which a page
 * does not have; Lundberg, Lee 2017. Captum's GradientShap puts the noise on x instead and draws α anywhere.
 */
export const expectedGradients: AttributionMethod = async (context) => {
  const { model, inputs, targetClass, settings, checkpoint } = context;
  const { samples } = settings;
  const paths = inputs.map((input) => randomPaths(input, context));
  const gradients = inputs.length * samples;
  const logits = await targetLogits(model, targetClass, paths.map(ends), () =>
    checkpoint(0, gradients),
  );
  const sums = inputs.map(({ values }) => new Float64Array(values.length));
  const streams = paths.map(({ write }) => ({ count: samples, write }));
  const add = (i: number, sample: number, gradient: Float32Array) => {
    const { x, from } = paths[i];
    const start = from(sample);
    for (let j = 0; j < x.length; j++) sums[i][j] += ((x[j] - start[j]) * gradient[j]) / samples;
  };
  await visitGradients(model, targetClass, streams, add, checkpoint);
  return sums.map((sum, i) => ({
    values: Float32Array.from(sum),
    channels: model.card.input.channels,
    completenessGap: completenessGap(
      total(sum),
      logits[i][0] - total(logits[i].subarray(1)) / samples,
    ),
  }));
};

interface RandomPaths {
  readonly x: Float32Array;
  readonly samples: number;
  /** The baseline of a sample, made anew each time: never all of them in memory. */
  readonly from: (sample: number) => Float32Array;
  /** The point of a sample. */
  readonly write: (sample: number, into: Float32Array) => void;
}

function randomPaths(
  input: ModelInput,
  { model, settings, seed }: AttributionContext,
): RandomPaths {
  const spec = model.card.input;
  const { samples } = settings;
  const x = toModelRange(input.values, spec);
  const from = randomBaselines(input, spec, settings, seed);
  return {
    x,
    samples,
    from,
    write(sample, into) {
      const start = from(sample);
      const part = createRandom(seed, `expectedGradients path ${sample}`).uniform();
      const share = (sample + part) / samples;
      for (let j = 0; j < into.length; j++) into[j] = start[j] + share * (x[j] - start[j]);
    },
  };
}

function randomBaselines(
  input: ModelInput,
  spec: InputSpec,
  { baseline, sigma }: AttributionContext['settings'],
  seed: number,
): (sample: number) => Float32Array {
  const [low, high] = spec.range;
  const fixed = toModelRange(makeBaseline(baseline, input, seed), spec);
  return (sample) => {
    const random = createRandom(seed, `expectedGradients baseline ${sample}`);
    const level = (value: number) =>
      baseline === 'noise' ? low + (high - low) * random.uniform() : value;
    return fixed.map((value) => level(value) + sigma * (high - low) * random.normal());
  };
}

/** The picture itself, then every baseline. */
const ends = ({ x, samples, from }: RandomPaths) => ({
  count: samples + 1,
  write: (index: number, into: Float32Array) => into.set(index === 0 ? x : from(index - 1)),
});
