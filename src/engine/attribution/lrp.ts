import { methodUnavailable } from '../../domain/abilities.ts';
import { tf } from '../backend/tf.ts';
import { type LoadedModel, toModelRange } from '../model/loadedModel.ts';
import { type NetworkStep, networkSteps, outputAt, runSteps } from '../model/networkSteps.ts';
import type { Attribution, AttributionMethod } from './attributionMethod.ts';
import { completenessGap } from './completeness.ts';
import { checkFinite } from './finite.ts';
import { type MicroBatch, microBatches } from './microBatches.ts';
import { relevanceOfPicture } from './relevance.ts';
import { relevanceRules, stepWithoutRule } from './relevanceRules.ts';

/**
 * Layer-wise relevance propagation: the logit f_y is shared out, layer by layer, among what made it. Dense
 * layers, sums and averages by the ε rule, R_i = Σ_j x_i w_ij / (z_j ± ε) R_j with z_j the whole sum, ε = 1e-6;
 * convolutions by the z⁺ rule, R_i = Σ_j (x_i w_ij)⁺ / Σ_i (x_i w_ij)⁺ R_j, without their biases; a batch
 * norm behind a linear layer is taken into its weights; max pools give all to the winner; activations
 * pass relevance on. Σ R must equal f_y (conservation), less what biases of dense layers take and what
 * meets a unit to which nothing contributes: the gap says how much. In the model's own range 0 gets nothing.
 * Bach, Binder, Montavon, Klauschen, Müller, Samek 2015 (ε); Montavon, Lapuschkin, Binder, Samek, Müller 2017 (z⁺). As
 * Captum's EpsilonRule and Alpha1_Beta0_Rule(set_bias_to_zero=True), which clips weights only and so
 * differs where inputs are negative.
 * @throws Problem `method-unavailable` naming a layer without a rule; `non-finite-gradient`; whatever `checkpoint`
 * throws. No tensor stays behind.
 */
export const lrp: AttributionMethod = async ({ model, inputs, targetClass, checkpoint }) => {
  const spec = model.card.input;
  const steps = stepsOf(model);
  const streams = inputs.map((input) => ({
    count: 1,
    write: (_: number, into: Float32Array) => into.set(toModelRange(input.values, spec)),
  }));
  const found: Attribution[] = [];
  for (const batch of microBatches(streams, spec)) {
    await checkpoint(found.length, inputs.length);
    const { relevance, logits } = await batchRelevance(model, steps, batch, targetClass);
    batch.members.forEach((_, row) => {
      const length = relevance.length / batch.size;
      const values = relevance.slice(row * length, (row + 1) * length);
      checkFinite(values, 'gradient');
      const sum = values.reduce((total, value) => total + value, 0);
      const gap = completenessGap(sum, logits[row]);
      found.push({ values, channels: spec.channels, completenessGap: gap });
    });
  }
  await checkpoint(inputs.length, inputs.length);
  return found;
};

function stepsOf({ network }: LoadedModel): readonly NetworkStep[] {
  const steps = network && networkSteps(network);
  const odd = steps ? stepWithoutRule(steps) : '';
  if (!steps || odd) throw methodUnavailable('lrp', 'layerRules', odd);
  return steps;
}

/** `[size, h, w, c]`, and the logit of the class for each row. */
async function batchRelevance(
  { card }: LoadedModel,
  steps: readonly NetworkStep[],
  { size, values }: MicroBatch,
  targetClass: number,
): Promise<{ relevance: Float32Array<ArrayBuffer>; logits: Float32Array }> {
  const { height, width, channels } = card.input;
  const pick = Float32Array.from(card.classes, (_, i) => (i === targetClass ? 1 : 0));
  const tensors = tf.tidy(() => {
    const x = tf.tensor4d(values, [size, height, width, channels]);
    const outputs = runSteps(steps, x);
    const output = outputAt(outputs, steps.length - 1);
    const rows = tf.reshape(output, [size, pick.length]);
    const start = tf.mul(rows, tf.tensor2d(pick, [1, pick.length]));
    const rules = relevanceRules(steps);
    const own = tf.reshape(start, output.shape);
    return [relevanceOfPicture(steps, rules, x, outputs, own), tf.sum(start, 1)];
  });
  try {
    const [relevance, logits] = await Promise.all(
      tensors.map((tensor) => tensor.data<'float32'>()),
    );
    return { relevance: new Float32Array(relevance), logits };
  } finally {
    tf.dispose(tensors);
  }
}
