import { as4d } from './convolutionGradients.ts';
import { tf } from './core.ts';

/** What an op does along one axis: `[out, in]`, one column for each value that goes in. */
interface AlongAxis {
  readonly axis: number;
  readonly matrix: tf.Tensor2D;
}

/**
 * Gradients of ResizeBilinear, ResizeNearestNeighbor and MirrorPad. Each is linear and goes along one
 * axis after the other, so that ∂x is ∂y times the transposed matrix of each axis. The matrix is what
 * the op itself makes of the unit vectors: the gradient fits the op on every backend, corners, half
 * pixels and all. Made of products, it can be differentiated again.
 */
export function separableGradients(): tf.GradConfig[] {
  return [
    resizeGradient(tf.ResizeBilinear, tf.image.resizeBilinear),
    resizeGradient(tf.ResizeNearestNeighbor, tf.image.resizeNearestNeighbor),
    mirrorPadGradient(),
  ];
}

function resizeGradient(kernelName: string, resize: typeof tf.image.resizeBilinear): tf.GradConfig {
  return {
    kernelName,
    inputsToSave: ['images'],
    gradFunc(dy, saved, { alignCorners, halfPixelCenters }) {
      const [, height, width] = as4d(saved[0]).shape;
      const slope = as4d(onlyOne(dy));
      const along = (axis: number, before: number, after: number): AlongAxis => ({
        axis,
        // A picture of one column, in which each channel has one pixel lit.
        matrix: tf.reshape(
          resize(
            tf.reshape<tf.Rank.R4>(tf.eye(before), [1, before, 1, before]),
            [after, 1],
            alignCorners === true,
            halfPixelCenters === true,
          ),
          [after, before],
        ),
      });
      return {
        images: () =>
          adjoint(slope, [along(1, height, slope.shape[1]), along(2, width, slope.shape[2])]),
      };
    },
  };
}

function mirrorPadGradient(): tf.GradConfig {
  return {
    kernelName: tf.MirrorPad,
    inputsToSave: ['x'],
    gradFunc(dy, saved, { paddings, mode }) {
      const shape = saved[0]?.shape ?? [];
      if (!Array.isArray(paddings)) throw new Error('paddings must be one pair for each axis');
      const kind = mode === 'symmetric' ? 'symmetric' : 'reflect';
      return {
        x: () =>
          adjoint(
            onlyOne(dy),
            shape.flatMap((length, axis): AlongAxis[] => {
              const [before = 0, after = 0] = [paddings[axis]].flat().map(Number);
              if (before === 0 && after === 0) return [];
              const pair: [number, number] = [before, after];
              return [
                { axis, matrix: tf.mirrorPad<tf.Tensor2D>(tf.eye(length), [pair, [0, 0]], kind) },
              ];
            }),
          ),
      };
    },
  };
}

function onlyOne(dy: tf.Tensor | tf.Tensor[]): tf.Tensor {
  if (Array.isArray(dy)) throw new Error('the op has one output');
  return dy;
}

/** ∂y times the transposed matrix of each axis. */
function adjoint(dy: tf.Tensor, along: readonly AlongAxis[]): tf.Tensor {
  return along.reduce((slope, { axis, matrix }) => {
    const [out, input] = matrix.shape;
    const before = slope.shape.slice(0, axis);
    const after = slope.shape.slice(axis + 1);
    const inner = after.reduce((a, b) => a * b, 1);
    // One product of two matrices: a product for each picture is slower on wasm.
    const last = tf.transpose(tf.reshape(slope, [-1, out, inner]), [0, 2, 1]);
    const product = tf.matMul(tf.reshape<tf.Rank.R2>(last, [-1, out]), matrix);
    const back = tf.transpose(tf.reshape(product, [-1, inner, input]), [0, 2, 1]);
    return tf.reshape(back, [...before, input, ...after]);
  }, dy);
}
