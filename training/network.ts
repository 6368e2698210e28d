import { layers, tf } from '../src/engine/backend/tf.ts';
import { createRandom } from '../src/engine/random.ts';

/** One convolution with ReLU; zero 'same' padding. */
export interface ConvolutionPlan {
  readonly filters: number;
  readonly kernel: number;
  readonly stride: number;
}

/** Strided convolutions, global mean, dense logits: no pooling, nothing that cannot be differentiated twice. */
export interface NetworkPlan {
  readonly height: number;
  readonly width: number;
  readonly channels: 1 | 3;
  readonly convolutions: readonly ConvolutionPlan[];
  readonly classes: number;
}

/** One weight array: kernel or bias of a layer. */
export interface WeightPlan {
  readonly name: string;
  readonly shape: readonly number[];
}

/** Weight arrays in the order of the layers, kernel before bias: that of `model.json`. */
export type Weights = readonly Float32Array<ArrayBuffer>[];

/** Product of all strides, input pixels. */
export const totalStride = (plan: NetworkPlan): number =>
  plan.convolutions.reduce((product, { stride }) => product * stride, 1);

/** Name of the last layer that still has height and width. */
export const lastSpatialLayer = (plan: NetworkPlan): string => `conv${plan.convolutions.length}`;

/** All weight arrays of a plan, in order. */
export function weightPlans(plan: NetworkPlan): WeightPlan[] {
  let before: number = plan.channels;
  const convolutions = plan.convolutions.flatMap(({ filters, kernel }, i) => {
    const shape = [kernel, kernel, before, filters];
    before = filters;
    return [
      { name: `conv${i + 1}/kernel`, shape },
      { name: `conv${i + 1}/bias`, shape: [filters] },
    ];
  });
  return [
    ...convolutions,
    { name: 'logits/kernel', shape: [before, plan.classes] },
    { name: 'logits/bias', shape: [plan.classes] },
  ];
}

/** Number of trained values. */
export const parameterCount = (plan: NetworkPlan): number =>
  weightPlans(plan).reduce((sum, { shape }) => sum + sizeOf(shape), 0);

/** Normal with variance 2 / fan-in (He et al. 2015), logits 1 / fan-in; biases 0. Same seed, same weights. */
export function initialWeights(plan: NetworkPlan, seed: number): Weights {
  return weightPlans(plan).map(({ name, shape }) => {
    const weights = new Float32Array(sizeOf(shape));
    if (shape.length === 1) return weights;
    const random = createRandom(seed, name);
    const gain = name.startsWith('conv') ? 2 : 1;
    const deviation = Math.sqrt(gain / sizeOf(shape.slice(0, -1)));
    return weights.map(() => deviation * random.normal());
  });
}

/**
 * Logits as a function of the weights.
 * @param weights tensors of the shapes of `weightPlans` @param x `[n, h, w, c]`
 */
export const forwardPass = (
  plan: NetworkPlan,
  weights: readonly tf.Tensor[],
  x: tf.Tensor4D,
): tf.Tensor2D => meanLogits(plan, weights, lastFeatures(plan, weights, x));

/**
 * Output of the last convolution, `[n, rows, columns, filters]`.
 * @param x `[n, h, w, c]`, of any height and width: nothing before the mean depends on them
 */
export function lastFeatures(
  plan: NetworkPlan,
  weights: readonly tf.Tensor[],
  x: tf.Tensor4D,
): tf.Tensor4D {
  let features = x;
  plan.convolutions.forEach(({ filters, kernel, stride }, i) => {
    const filter = tf.reshape<tf.Rank.R4>(weights[2 * i], [
      kernel,
      kernel,
      features.shape[3],
      filters,
    ]);
    const response = tf.conv2d(features, filter, stride, 'same');
    features = tf.relu(tf.add<tf.Tensor4D>(response, weights[2 * i + 1]));
  });
  return features;
}

/** Logits of the mean of the last features. */
export function meanLogits(
  plan: NetworkPlan,
  weights: readonly tf.Tensor[],
  features: tf.Tensor4D,
): tf.Tensor2D {
  const [n, , , channels] = features.shape;
  const mean = tf.reshape<tf.Rank.R2>(tf.mean(features, [1, 2]), [n, channels]);
  const [kernel, bias] = weights.slice(2 * plan.convolutions.length);
  return tf.add<tf.Tensor2D>(
    tf.matMul(mean, tf.reshape<tf.Rank.R2>(kernel, [channels, plan.classes])),
    bias,
  );
}

/** The same network in the Keras layers form, which `model.json` holds. */
export function asLayersModel(plan: NetworkPlan, weights: Weights): layers.LayersModel {
  const shape = { inputShape: [plan.height, plan.width, plan.channels] };
  const network = layers.sequential({ name: 'network' });
  plan.convolutions.forEach(({ filters, kernel, stride }, i) => {
    network.add(
      layers.layers.conv2d({
        name: `conv${i + 1}`,
        filters,
        kernelSize: kernel,
        strides: stride,
        padding: 'same',
        activation: 'relu',
        kernelInitializer: 'zeros',
        ...(i === 0 ? shape : {}),
      }),
    );
  });
  network.add(layers.layers.globalAveragePooling2d({ name: 'mean' }));
  network.add(
    layers.layers.dense({ name: 'logits', units: plan.classes, kernelInitializer: 'zeros' }),
  );
  const tensors = weightTensors(plan, weights);
  network.setWeights(tensors);
  tf.dispose(tensors);
  return network;
}

/** The weight arrays as tensors; the caller gives them back. */
export const weightTensors = (plan: NetworkPlan, weights: Weights): tf.Tensor[] =>
  asTensors(weightPlans(plan), weights);

/** Arrays as tensors of the shapes planned; the caller gives them back. */
export const asTensors = (plans: readonly WeightPlan[], arrays: Weights): tf.Tensor[] =>
  plans.map(({ shape }, i) => tf.tensor(arrays[i], [...shape]));

const sizeOf = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);
