import { toModelRange } from '../model/loadedModel.ts';
import type { Attribution, AttributionMethod } from './attributionMethod.ts';
import { makeBaseline } from './baseline.ts';
import { completenessGap, total } from './completeness.ts';
import { forward } from './forward.ts';
import { inputGradients, type WeightedStream } from './inputGradients.ts';
import { midpointRule, type Quadrature } from './quadrature.ts';

/**
 * (x − x₀) ⊙ ∫₀¹ ∂f_y(x₀ + α(x − x₀))/∂x dα at the midpoints of equal steps, x₀ the baseline.
 * The gap tells how far Σ is from f_y(x) − f_y(x₀), which it must equal (completeness).
 * Sundararajan, Taly, Yan 2017; they sum at the upper ends of the steps, which converges more slowly.
 */
export const integratedGradients: AttributionMethod = async (context) => {
  const { model, inputs, targetClass, settings, seed, checkpoint } = context;
  const spec = model.card.input;
  const rule = midpointRule(settings.steps);
  const paths = inputs.map((input) => ({
    to: toModelRange(input.values, spec),
    from: toModelRange(makeBaseline(settings.baseline, input, seed), spec),
  }));
  const gradients = inputs.length * settings.steps;
  const ends = paths.flatMap(({ to, from }) => [to, from]);
  const logits = await forward(model, ends, () => checkpoint(0, gradients));
  const streams = paths.map((path) => alongPath(path, rule));
  const means = await inputGradients(model, targetClass, streams, checkpoint);
  return paths.map((path, i) => {
    const difference = logits[2 * i][targetClass] - logits[2 * i + 1][targetClass];
    return attribution(path, means[i], difference, spec.channels);
  });
};

interface Path {
  readonly to: Float32Array;
  readonly from: Float32Array;
}

const alongPath = ({ to, from }: Path, { nodes, weights }: Quadrature): WeightedStream => ({
  count: nodes.length,
  weight: (index) => weights[index],
  write(index, into) {
    const share = nodes[index];
    for (let j = 0; j < into.length; j++) {
      const start = from[j];
      into[j] = start + share * (to[j] - start);
    }
  },
});

function attribution(
  { to, from }: Path,
  mean: Float64Array,
  difference: number,
  channels: number,
): Attribution {
  const exact = mean.map((slope, j) => (to[j] - from[j]) * slope);
  return {
    values: Float32Array.from(exact),
    channels,
    completenessGap: completenessGap(total(exact), difference),
  };
}
