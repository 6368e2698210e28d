import { type layers, tf } from '../backend/tf.ts';

/** A convolution without its bias. */
export interface Convolution {
  readonly kernel: tf.Tensor4D;
  readonly run: (x: tf.Tensor4D, kernel: tf.Tensor4D) => tf.Tensor4D;
}

/** Whether a layer of this class is made of convolutions that relevance can go through. */
export const isConvolution = (className: string): boolean =>
  /^(Conv2D|DepthwiseConv2D|SeparableConv2D)$/.test(className);

/** As a convolution states it in its configuration. */
interface Configuration {
  readonly strides: [number, number];
  readonly padding: 'same' | 'valid';
  readonly dilationRate: [number, number];
}

/**
 * The convolution of a layer, channels last. A separable one counts as the one convolution its two make.
 * @param scale factor of each output channel, of a batch norm that follows
 */
export function convolutionOf(layer: layers.layers.Layer, scale: tf.Tensor | null): Convolution {
  // What a configuration of these classes holds.
  const config = layer.getConfig() as unknown as Configuration;
  const [first, second] = layer.getWeights() as tf.Tensor4D[];
  if (!first) throw new Error(`${layer.name} has no weights`);
  const kind = layer.getClassName();
  // DepthwiseConv2D of tfjs takes a dilation and does not use it.
  if (kind === 'DepthwiseConv2D')
    return depthwise({ ...config, dilationRate: [1, 1] }, scaled(first, scale));
  const kernel = kind === 'SeparableConv2D' ? product(first, second) : first;
  return plain(config, scaled(kernel, scale));
}

/** `[h, w, c, m]` of a depthwise convolution, then `[1, 1, c·m, o]`: `[h, w, c, o]`. */
function product(depthwiseKernel: tf.Tensor4D, pointwise: tf.Tensor4D): tf.Tensor4D {
  const [height, width, inputs, multiplier] = depthwiseKernel.shape;
  const outputs = pointwise.shape[3];
  const byInput = tf.reshape(tf.transpose(depthwiseKernel, [2, 0, 1, 3]), [
    inputs,
    height * width,
    multiplier,
  ]);
  const both = tf.matMul(byInput, tf.reshape(pointwise, [inputs, multiplier, outputs]));
  return tf.transpose(tf.reshape<tf.Rank.R4>(both, [inputs, height, width, outputs]), [1, 2, 0, 3]);
}

const plain = (
  { strides, padding, dilationRate }: Configuration,
  kernel: tf.Tensor4D,
): Convolution => ({
  kernel,
  run: (x, weights) => tf.conv2d(x, weights, strides, padding, 'NHWC', dilationRate),
});

const depthwise = (
  { strides, padding, dilationRate }: Configuration,
  kernel: tf.Tensor4D,
): Convolution => ({
  kernel,
  run: (x, weights) => tf.depthwiseConv2d(x, weights, strides, padding, 'NHWC', dilationRate),
});

/** Output channels are the last axis of a kernel, or the last two of a depthwise one. */
function scaled(kernel: tf.Tensor4D, scale: tf.Tensor | null): tf.Tensor4D {
  if (!scale) return kernel;
  const [height, width, inputs, outputs] = kernel.shape;
  const factor = scale.size === outputs ? scale : tf.reshape(scale, [1, 1, inputs, outputs]);
  if (factor.size !== outputs && factor.size !== inputs * outputs)
    throw new Error(
      `${scale.size} factors for a kernel of ${height}×${width}×${inputs}×${outputs}`,
    );
  return tf.mul<tf.Tensor4D>(kernel, factor);
}
