import type { AttributionSettings, MethodId } from '../../domain/attribution.ts';
import type { InputSpec } from '../../domain/model.ts';
import type { ModelInput } from '../../domain/picture.ts';
import { makeBaseline } from '../attribution/baseline.ts';
import type { WeightedStream } from '../attribution/inputGradients.ts';
import { midpointRule } from '../attribution/quadrature.ts';
import { toModelRange } from '../model/loadedModel.ts';
import { createRandom } from '../random.ts';

/**
 * A method as its points: attribution = factor ⊙ Σᵢ wᵢ·∇f(pᵢ), where every point moves with the picture
 * by `share(i)`, and the factor (null: 1) by 1.
 */
export interface TwinPoints extends WeightedStream {
  share(index: number): number;
  readonly factor: Float64Array | null;
}

/** What the points of a picture are made from. */
export interface PointSettings {
  readonly settings: AttributionSettings;
  readonly spec: InputSpec;
  /** Seed of the method's own noise. */
  readonly seed: number;
  /** Points taken at most. */
  readonly most: number;
}

type PointsOf = (input: ModelInput, x: Float32Array, settings: PointSettings) => TwinPoints;

/** The point itself. */
const itself = (x: Float32Array) => ({
  count: 1,
  weight: () => 1,
  share: () => 1,
  write: (_: number, into: Float32Array) => into.set(x),
});

/**
 * Methods whose map can be differentiated through the smooth twin. Of a method with many points
 * fewer are taken: they give a direction, while every score is taken of the method as it is. Integrated gradients:
 * a baseline made from the picture (mean colour, blurred) counts as fixed during a step. Cycle spinning: of the phases
 * that a map is the mean of, the one that is not shifted gives the direction.
 */
export const TWIN_POINTS: Readonly<Partial<Record<MethodId, PointsOf>>> = {
  gradient: (_, x) => ({ ...itself(x), factor: null }),
  inputXGradient: (_, x) => ({ ...itself(x), factor: Float64Array.from(x) }),
  integratedGradients(input, x, { settings, spec, seed, most }) {
    const from = toModelRange(makeBaseline(settings.baseline, input, seed), spec);
    const { nodes, weights } = midpointRule(Math.min(most, settings.steps));
    return {
      count: nodes.length,
      weight: (i) => weights[i],
      share: (i) => nodes[i],
      write(i, into) {
        for (let j = 0; j < into.length; j++) into[j] = from[j] + nodes[i] * (x[j] - from[j]);
      },
      factor: Float64Array.from(x, (value, j) => value - from[j]),
    };
  },
  smoothGrad(_, x, { settings, spec, seed, most }) {
    const count = Math.min(most, settings.samples);
    const deviation = settings.sigma * (spec.range[1] - spec.range[0]);
    return {
      ...itself(x),
      count,
      weight: () => 1 / count,
      write(i, into) {
        // The first of the very draws the method takes.
        const random = createRandom(seed, `smoothGrad ${i}`);
        for (let j = 0; j < into.length; j++) into[j] = x[j] + deviation * random.normal();
      },
      factor: null,
    };
  },
};
