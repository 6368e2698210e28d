import { single, textOf } from './attributes.ts';
import { as4d } from './convolutionGradients.ts';
import { tf } from './core.ts';
import { contract } from './einsumGradient.ts';

/**
 * Gradient of CropAndResize (stock: none) in the image: each crop is rows · image · columns, with two
 * matrices of weights, bilinear or nearest, zero outside of the image; the gradient is the product
 * with both transposed, added to the image of the box. Linear in ∂y, with a second derivative. The
 * boxes are constant: asking for their gradient throws. That of the op as defined: on wasm, crops
 * exactly as wide as their box come out wrong where rows fall between those of the image.
 */
export function cropAndResizeGradient(): tf.GradConfig {
  return {
    kernelName: tf.CropAndResize,
    inputsToSave: ['image', 'boxes', 'boxInd'],
    gradFunc(dy, [image, boxes, boxInd], attributes) {
      const method = textOf(attributes, 'method') === 'nearest' ? 'nearest' : 'bilinear';
      return {
        image: () => {
          const slope = as4d(single(dy));
          const [, height, width] = slope.shape;
          const [images, imageHeight, imageWidth] = image.shape;
          const corners = tf.reshape<tf.Rank.R2>(boxes, [boxInd.size, 4]);
          const [top, left, bottom, right] = tf.split<tf.Tensor2D>(corners, 4, 1);
          const rows = weights(top, bottom, imageHeight, height, method);
          const columns = weights(left, right, imageWidth, width, method);
          const byRow = contract('bijc,bih->bhjc', [slope, rows]);
          const byBox = contract('bhjc,bjw->bhwc', [byRow, columns]);
          return tf.unsortedSegmentSum(byBox, tf.reshape<tf.Rank.R1>(boxInd, [-1]), images);
        },
      };
    },
  };
}

/**
 * What the op takes from every row (or column) of an image for every row (or column) of a crop:
 * found by cropping unit vectors, so that a place on the edge of the image falls on the same side of
 * it. As rows, always: wasm takes a wrong shortcut where a crop is as wide as its box.
 * @param from `[boxes, 1]`, one edge of each box @param to `[boxes, 1]`, the opposite edge
 * @returns `[boxes, crop, image]`
 */
function weights(
  from: tf.Tensor2D,
  to: tf.Tensor2D,
  image: number,
  crop: number,
  method: 'bilinear' | 'nearest',
): tf.Tensor {
  const boxes = from.shape[0];
  const edge = tf.zerosLike(from);
  const crops = tf.image.cropAndResize(
    tf.reshape<tf.Rank.R4>(tf.eye(image), [1, image, 1, image]),
    tf.concat2d([from, edge, to, edge], 1),
    tf.zeros<tf.Rank.R1>([boxes], 'int32'),
    [crop, 1],
    method,
    0,
  );
  return tf.reshape(crops, [boxes, crop, image]);
}
