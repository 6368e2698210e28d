import { tf } from '../backend/tf.ts';
import { inputsOf, type NetworkStep, PICTURE } from '../model/networkSteps.ts';
import type { Convolution } from './relevanceConvolutions.ts';
import type { RelevanceRule } from './relevanceRules.ts';

/** Keeps a share from being a division by zero; far below any sum that means something. */
const EPSILON = 1e-6;

/**
 * Relevance of the picture's values from that of the output, step by step back.
 * @param outputs of every step, for the picture x @param relevance of the last step's output
 * @returns a tensor of the shape of x
 */
export function relevanceOfPicture(
  steps: readonly NetworkStep[],
  rules: readonly RelevanceRule[],
  x: tf.Tensor,
  outputs: ReadonlyMap<number, tf.Tensor>,
  relevance: tf.Tensor,
): tf.Tensor {
  const received = new Map([[steps.length - 1, relevance]]);
  for (let index = steps.length - 1; index >= 0; index--) {
    const own = received.get(index);
    if (!own) throw new Error(`step ${index} leads nowhere`);
    const values = inputsOf(steps[index], x, outputs);
    const parts = tf.tidy(() => goBack(rules[index], values, own));
    steps[index].inputs.forEach((input, i) => {
      const before = received.get(input);
      received.set(input, before ? tf.add(before, parts[i]) : parts[i]);
    });
  }
  const found = received.get(PICTURE);
  if (!found) throw new Error('nothing leads to the picture');
  return found;
}

/** Relevance of each input of a step. */
function goBack(rule: RelevanceRule, values: tf.Tensor[], relevance: tf.Tensor): tf.Tensor[] {
  switch (rule.kind) {
    case 'pass':
      return values.map(({ shape }) => tf.reshape(relevance, shape));
    case 'route':
      return gradientsOf(rule.run, values, relevance);
    case 'epsilon':
      return share(rule.run, values, relevance, rule.bias);
    case 'positive': {
      const run = ([x]: tf.Tensor[]) => positiveSum(rule.convolution, x as tf.Tensor4D);
      return share(run, values, relevance, null);
    }
  }
}

/** (x_i w_ij)⁺ summed: a product is positive where both factors are, or neither. */
function positiveSum({ run, kernel }: Convolution, x: tf.Tensor4D): tf.Tensor {
  const above = run(tf.relu(x), tf.relu(kernel));
  // Both signs turned: the negative parts of both.
  return tf.add(above, run(tf.relu(tf.neg(x)), tf.relu(tf.neg(kernel))));
}

/** In proportion to the contributions `run(values)` to the whole. */
function share(
  run: (values: tf.Tensor[]) => tf.Tensor,
  values: tf.Tensor[],
  relevance: tf.Tensor,
  bias: tf.Tensor | null,
): tf.Tensor[] {
  const sums = run(values);
  const whole = bias ? tf.add(sums, bias) : sums;
  const slopes = gradientsOf(run, values, tf.div(relevance, stabilised(whole)));
  return values.map((value, i) => tf.mul(value, slopes[i]));
}

/** z ± ε, away from zero; z = 0 counts as positive. */
const stabilised = (z: tf.Tensor): tf.Tensor =>
  tf.add(z, tf.mul(EPSILON, tf.sub(1, tf.mul(2, tf.step(tf.neg(z))))));

/** Gradient of ⟨f(values), dy⟩ in each of the values. */
const gradientsOf = (
  f: (values: tf.Tensor[]) => tf.Tensor,
  values: tf.Tensor[],
  dy: tf.Tensor,
): tf.Tensor[] => tf.grads((...own: tf.Tensor[]) => f(own))(values, dy);
