import { tf } from '../src/engine/backend/tf.ts';
import { createRandom } from '../src/engine/random.ts';
import {
  asTensors,
  initialWeights,
  type NetworkPlan,
  type WeightPlan,
  type Weights,
  weightPlans,
} from './network.ts';

/** Teaching a network where defects are, beside what a picture is called. */
export interface Locating {
  /** Weight of the loss of the places against the loss of the picture. */
  readonly weight: number;
  /**
   * The mean of the features is taken so many times larger before the logits: a small defect leaves little
   * in the mean of a whole picture, and the logits' kernel would need long to grow to it.
   */
  readonly meanGain: number;
  /** A place counts as defect from this share of its square under the mask. */
  readonly coverage: number;
}

/**
 * The arrays that training moves. Without `locating` those of the network itself. With it, every kernel stands
 * for its standardised form and has a gain per filter, and there is one more layer, `places`, which the network
 * in use does without.
 */
export function trainedPlans(plan: NetworkPlan, locating: Locating | undefined): WeightPlan[] {
  const own = weightPlans(plan);
  if (!locating) return own;
  const filters = plan.convolutions.at(-1)?.filters ?? plan.channels;
  return [
    ...own,
    ...plan.convolutions.map((one, i) => ({ name: `conv${i + 1}/gain`, shape: [one.filters] })),
    { name: 'places/kernel', shape: [filters, plan.classes] },
    { name: 'places/bias', shape: [plan.classes] },
  ];
}

/** Start by chance: `initialWeights`, gains 1. Same seed, same arrays. */
export function initialTrained(
  plan: NetworkPlan,
  locating: Locating | undefined,
  seed: number,
): Weights {
  const own = initialWeights(plan, seed);
  const added = trainedPlans(plan, locating).slice(own.length);
  return [...own, ...added.map((one) => initialAdded(one, seed))];
}

function initialAdded({ name, shape }: WeightPlan, seed: number): Float32Array<ArrayBuffer> {
  const array = new Float32Array(shape.reduce((a, b) => a * b, 1));
  if (name.endsWith('/gain')) return array.fill(1);
  if (name.endsWith('/bias')) return array;
  const random = createRandom(seed, name);
  return array.map(() => random.normal() / Math.sqrt(shape[0]));
}

/** The weights of the network that trained tensors stand for, in the order of `weightPlans`; differentiable. */
export function networkTensors(
  plan: NetworkPlan,
  locating: Locating | undefined,
  trained: readonly tf.Tensor[],
): tf.Tensor[] {
  const own = weightPlans(plan);
  return own.map(({ name, shape }, i) => {
    if (!locating) return trained[i];
    if (name === 'logits/kernel') return tf.mul(trained[i], locating.meanGain);
    if (shape.length === 1) return trained[i];
    return standardised(trained[i], shape, trained[own.length + i / 2]);
  });
}

/** The same as arrays: what is written into `model.json`. No tensor stays behind. */
export async function networkWeights(
  plan: NetworkPlan,
  locating: Locating | undefined,
  trained: Weights,
): Promise<Weights> {
  const tensors = asTensors(trainedPlans(plan, locating), trained);
  const network = tf.tidy(() =>
    networkTensors(plan, locating, tensors).map((tensor) => tf.clone(tensor)),
  );
  try {
    const arrays = await Promise.all(network.map((tensor) => tensor.data<'float32'>()));
    return arrays.map((array) => new Float32Array(array));
  } finally {
    tf.dispose([...tensors, ...network]);
  }
}

/** Keeps the response to noise of variance 1 at variance 1 behind the ReLU: √(2 / (1 − 1/π)). */
const RELU_GAIN = Math.sqrt(2 / (1 - 1 / Math.PI));

/**
 * A kernel with every filter brought to mean 0 and to length `RELU_GAIN` times its gain (Qiao et al. 2019; Brock
 * et al. 2021). The first layer then answers to contrast and not to brightness, and a deep network learns without
 * batch norm. What is written is the kernel that comes out: the network in use is convolutions alone.
 */
function standardised(kernel: tf.Tensor, shape: readonly number[], gain: tf.Tensor): tf.Tensor {
  const fanIn = shape.slice(0, -1).reduce((a, b) => a * b, 1);
  const rows = tf.reshape(kernel, [fanIn, shape[shape.length - 1]]);
  const centred = tf.sub(rows, tf.mean(rows, 0, true));
  const squares = tf.sum(tf.square(centred), 0, true);
  const length = tf.sqrt(tf.add(squares, 1e-6));
  return tf.reshape(tf.mul(tf.div(centred, length), tf.mul(gain, RELU_GAIN)), [...shape]);
}
