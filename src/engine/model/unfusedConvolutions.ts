import { layers, tf } from '../backend/tf.ts';

/** Activations that tfjs takes apart again when a gradient is asked for. */
const TAKEN_APART: readonly unknown[] = ['relu', 'elu'];

/**
 * Has every convolution of a network run as convolution, bias and activation. `tfjs-layers` fuses
 * them, and a fused convolution without activation (the usual one before a batch normalisation)
 * always brings the stock gradients, with one for the filter that nobody asked for: slow, and on
 * wasm there is no kernel for it. The gradients of the parts are ours.
 */
export function unfuseConvolutions(network: layers.LayersModel): void {
  for (const layer of network.layers) {
    const { activation, dataFormat } = layer.getConfig();
    const fused = layer.getClassName() === 'Conv2D' && !TAKEN_APART.includes(activation);
    if (fused && dataFormat !== 'channelsFirst') layer.call = unfused(layer);
  }
}

/** What `layer.call` computes, in parts. */
function unfused(layer: layers.layers.Layer): typeof layer.call {
  const { strides, padding, dilationRate, activation } = layer.getConfig();
  // The layer was made from this very name.
  const bend = layers.layers.activation({ activation: activation as 'linear' });
  return (inputs) =>
    tf.tidy(() => {
      const [x] = [inputs].flat();
      const [kernel, bias] = layer.getWeights();
      const pad = padding === 'same' ? 'same' : 'valid';
      const sums = tf.conv2d(
        ofRank4(x),
        ofRank4(kernel),
        pair(strides),
        pad,
        'NHWC',
        pair(dilationRate),
      );
      const output = bend.apply(bias ? tf.add(sums, bias) : sums);
      if (!(output instanceof tf.Tensor)) throw new Error('an activation must have one output');
      return output;
    });
}

const ofRank4 = (tensor: tf.Tensor): tf.Tensor4D => {
  const [a, b, c, d] = tensor.shape;
  return tf.reshape<tf.Rank.R4>(tensor, [a, b, c, d]);
};

const pair = (value: unknown): [number, number] => {
  const [rows, columns] = [value].flat().map(Number);
  return [rows, columns ?? rows];
};
