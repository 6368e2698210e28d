import { numberOf, single, textOf } from './attributes.ts';
import { as4d } from './convolutionGradients.ts';
import { tf } from './core.ts';

/**
 * Gradient of DepthToSpace (stock: none), NHWC and NCHW: the same values put back by one transpose,
 * so second derivatives come along.
 */
export function depthToSpaceGradient(): tf.GradConfig {
  return {
    kernelName: tf.DepthToSpace,
    gradFunc(dy, _, attributes) {
      const block = numberOf(attributes, 'blockSize');
      const toDepth = textOf(attributes, 'dataFormat') === 'NCHW' ? channelsFirst : channelsLast;
      return { x: () => toDepth(as4d(single(dy)), block) };
    },
  };
}

/** `[n, h·b, w·b, c]` → `[n, h, w, b·b·c]`. Rows of a block lie together already. */
function channelsLast(dy: tf.Tensor4D, block: number): tf.Tensor {
  const [n, rows, columns, channels] = dy.shape;
  const [h, w] = [rows / block, columns / block];
  const byRow = tf.reshape(dy, [n * h, block, w, block * channels]);
  return tf.reshape(tf.transpose(byRow, [0, 2, 1, 3]), [n, h, w, block * block * channels]);
}

/** `[n, c, h·b, w·b]` → `[n, b·b·c, h, w]`. */
function channelsFirst(dy: tf.Tensor4D, block: number): tf.Tensor {
  const [n, channels, rows, columns] = dy.shape;
  const [h, w] = [rows / block, columns / block];
  const byBlock = tf.reshape(dy, [n, channels, h, block, w, block]);
  return tf.reshape(tf.transpose(byBlock, [0, 3, 5, 1, 2, 4]), [n, block * block * channels, h, w]);
}
