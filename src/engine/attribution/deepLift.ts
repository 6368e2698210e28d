import { toModelRange } from '../model/loadedModel.ts';
import type { Attribution, AttributionMethod } from './attributionMethod.ts';
import { makeBaseline } from './baseline.ts';
import { completenessGap } from './completeness.ts';
import { checkFinite } from './finite.ts';
import { forward } from './forward.ts';
import { batchGradient } from './inputGradients.ts';
import { microBatches } from './microBatches.ts';

/**
 * (x − x₀) ⊙ multiplier, x₀ the baseline, by the rescale rule: on the way back every activation multiplies
 * by Δy/Δx between picture and baseline (by its gradient where |Δx| ≤ 1e-6), everything linear by its
 * weights, a max pool by the rule of SHAP and Captum (`rescaleRule.ts`). Σ must equal f_y(x) − f_y(x₀) (summation
 * to delta); the gap says how far off it is. Products of two things that both depend on the picture
 * (attention, gates, swish) and softmax inside the network have no rule here: they go by their gradient
 * at x, and then the gap is not small. Unlike integrated gradients, two networks that compute the same
 * may be explained differently.
 * Shrikumar, Greenside, Kundaje 2017; as Captum's DeepLift, whose threshold is 1e-10.
 * @throws Problem `non-finite-gradient`, `cancelled`; no tensor stays behind
 */
export const deepLift: AttributionMethod = async (context) => {
  const { model, inputs, targetClass, settings, seed, checkpoint } = context;
  const spec = model.card.input;
  const pairs = inputs.map((input) => ({
    x: toModelRange(input.values, spec),
    x0: toModelRange(makeBaseline(settings.baseline, input, seed), spec),
  }));
  const ends = pairs.flatMap(({ x, x0 }) => [x, x0]);
  const logits = await forward(model, ends, () => checkpoint(0, inputs.length));
  const streams = pairs.map(({ x, x0 }) => ({
    count: 1,
    write(_: number, into: Float32Array) {
      into.set(x);
      into.set(x0, x.length);
    },
  }));
  const found: Attribution[] = [];
  // A pair counts as one picture of twice the height: two rows of the batch.
  for (const batch of microBatches(streams, { ...spec, height: 2 * spec.height })) {
    await checkpoint(found.length, inputs.length);
    const rule = { name: 'rescale', pairs: batch.size } as const;
    const rows = { size: 2 * batch.size, values: batch.values };
    const multipliers = await batchGradient(model, rows, targetClass, rule);
    batch.members.forEach(({ stream }, row) => {
      const [at, base] = [logits[2 * stream][targetClass], logits[2 * stream + 1][targetClass]];
      const { x, x0 } = pairs[stream];
      const own = multipliers.subarray(2 * row * x.length, (2 * row + 1) * x.length);
      found.push(attribution(own, x, x0, { difference: at - base, channels: spec.channels }));
    });
  }
  await checkpoint(inputs.length, inputs.length);
  return found;
};

function attribution(
  multipliers: Float32Array,
  x: Float32Array,
  x0: Float32Array,
  { difference, channels }: { readonly difference: number; readonly channels: number },
): Attribution {
  checkFinite(multipliers, 'gradient');
  const exact = Float64Array.from(multipliers, (slope, j) => (x[j] - x0[j]) * slope);
  const sum = exact.reduce((total, value) => total + value, 0);
  return {
    values: Float32Array.from(exact),
    channels,
    completenessGap: completenessGap(sum, difference),
  };
}
