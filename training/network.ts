import { layers, tf } from '../src/engine/backend/tf.ts';
import { createRandom } from '../src/engine/random.ts';

/** One convolution with ReLU; zero 'same' padding. */
export interface ConvolutionPlan {
  readonly filters: number;
  readonly kernel: number;
  readonly stride: number;
  /**
   * The convolution itself takes every place, and its stride is taken by a fixed 3×3 binomial blur behind the ReLU
   * (Zhang 2019): what the coarser lattice cannot show is taken out before it folds.
   */
  readonly antialiased?: boolean;
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
  plan.convolutions.forEach(({ filters, kernel, stride, antialiased }, i) => {
    const filter = tf.reshape<tf.Rank.R4>(weights[2 * i], [
      kernel,
      kernel,
      features.shape[3],
      filters,
    ]);
    const response = tf.conv2d(features, filter, antialiased ? 1 : stride, 'same');
    features = tf.relu(tf.add<tf.Tensor4D>(response, weights[2 * i + 1]));
    if (antialiased) features = tf.depthwiseConv2d(features, blurKernel(filters), stride, 'same');
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
  plan.convolutions.forEach(({ filters, kernel, stride, antialiased }, i) => {
    network.add(
      layers.layers.conv2d({
        name: `conv${i + 1}`,
        filters,
        kernelSize: kernel,
        strides: antialiased ? 1 : stride,
        padding: 'same',
        activation: 'relu',
        kernelInitializer: 'zeros',
        ...(i === 0 ? shape : {}),
      }),
    );
    if (antialiased) network.add(blurLayer(`blur${i + 1}`, stride));
  });
  network.add(layers.layers.globalAveragePooling2d({ name: 'mean' }));
  network.add(
    layers.layers.dense({ name: 'logits', units: plan.classes, kernelInitializer: 'zeros' }),
  );
  tf.tidy(() => network.setWeights(layerTensors(plan, weights)));
  return network;
}

const blurLayer = (name: string, stride: number) =>
  layers.layers.depthwiseConv2d({
    name,
    kernelSize: 3,
    strides: stride,
    padding: 'same',
    useBias: false,
    depthwiseInitializer: 'zeros',
  });

/** The weight arrays with the kernels of the blurs in their places. */
function layerTensors(plan: NetworkPlan, weights: Weights): tf.Tensor[] {
  const tensors = weightTensors(plan, weights);
  const convolutions = plan.convolutions.flatMap(({ filters, antialiased }, i) => [
    ...tensors.slice(2 * i, 2 * i + 2),
    ...(antialiased ? [blurKernel(filters)] : []),
  ]);
  return [...convolutions, ...tensors.slice(2 * plan.convolutions.length)];
}

/** 1 2 1 by 1 2 1 over 16, for every channel: `[3, 3, channels, 1]`. */
function blurKernel(channels: number): tf.Tensor4D {
  const line = tf.tensor1d([1, 2, 1]);
  const square = tf.div(tf.outerProduct(line, line), 16);
  return tf.tile(tf.reshape<tf.Rank.R4>(square, [3, 3, 1, 1]), [1, 1, channels, 1]);
}

/** The weight arrays as tensors; the caller gives them back. */
export const weightTensors = (plan: NetworkPlan, weights: Weights): tf.Tensor[] =>
  asTensors(weightPlans(plan), weights);

/** Arrays as tensors of the shapes planned; the caller gives them back. */
export const asTensors = (plans: readonly WeightPlan[], arrays: Weights): tf.Tensor[] =>
  plans.map(({ shape }, i) => tf.tensor(arrays[i], [...shape]));

const sizeOf = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);
