import { inputOf, numberOf, single } from './attributes.ts';
import { tf } from './core.ts';

/**
 * UnsortedSegmentSum for wasm, which has none: row s of the result is the sum of the rows of x whose
 * segment is s; rows with a segment outside 0 … numSegments − 1 count nowhere.
 */
export function segmentSumKernel(): tf.KernelConfig {
  return {
    kernelName: tf.UnsortedSegmentSum,
    backendName: 'wasm',
    kernelFunc: ({ inputs, attrs = {} }) =>
      tf.tidy(() => {
        const x = inputOf(inputs, 'x');
        const segments = numberOf(attrs, 'numSegments');
        const [rows, ...rest] = x.shape;
        const width = rest.reduce((a, b) => a * b, 1);
        const places = placesOf(inputOf(inputs, 'segmentIds'), segments);
        const sums = tf.scatterND<tf.Rank.R2>(
          tf.reshape(places, [rows, 1]),
          // Rows of memory: a slice of four axes goes pixel by pixel on wasm.
          tf.reshape(x, [rows, width]),
          [segments + 1, width],
        );
        return tf.reshape(tf.slice2d(sums, [0, 0], [segments, width]), [segments, ...rest]);
      }),
  };
}

/** Gradient of UnsortedSegmentSum (stock: fails where a segment is too large): every row gets that of its segment. */
export function segmentSumGradient(): tf.GradConfig {
  return {
    kernelName: tf.UnsortedSegmentSum,
    inputsToSave: ['segmentIds'],
    gradFunc: (dy, [segmentIds]) => ({
      x: () => {
        const slope = single(dy);
        const [segments, ...rest] = slope.shape;
        const places = placesOf(segmentIds, segments);
        return tf.gather(tf.concat([slope, tf.zeros([1, ...rest])], 0), places);
      },
      segmentIds: () => tf.zeros(segmentIds.shape),
    }),
  };
}

/** Segments, those that do not exist all as one more after the last. */
function placesOf(segmentIds: tf.Tensor, segments: number): tf.Tensor {
  if (segmentIds.rank !== 1)
    throw new Error(`segments must be a list, got the shape [${String(segmentIds.shape)}]`);
  const last = tf.scalar(segments, 'int32');
  const exists = tf.logicalAnd(tf.greaterEqual(segmentIds, 0), tf.less(segmentIds, last));
  return tf.where(exists, segmentIds, last);
}
