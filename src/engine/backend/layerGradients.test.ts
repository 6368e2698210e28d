import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { beforeAll, describe, expect, test } from 'vitest';
import { GRADIENT_CASES } from '../../../tests/gradientCases/layers.ts';
import { gradientOutcomes } from '../../../tests/gradientCases/outcomes.ts';
import { as4d } from './convolutionGradients.ts';
import { tf } from './tf.ts';

describe.each(['cpu', 'wasm'])(
  'first and second derivatives on %s are difference quotients',
  (backend) => {
    beforeAll(async () => {
      await tf.setBackend(backend);
      await tf.ready();
      expect(tf.getBackend()).toBe(backend);
    });

    test.each(GRADIENT_CASES)('$name', (c) => {
      const before = tf.memory().numTensors;
      expect(gradientOutcomes(c)).toEqual(['right', 'right']);
      expect(tf.memory().numTensors).toBe(before);
    });
  },
);

test.each(['cpu', 'wasm'])(
  'resizing a single row on %s, from which tfjs on cpu never comes back',
  async (backend) => {
    await tf.setBackend(backend);
    for (const corners of [false, true]) {
      const run = (x: tf.Tensor) => tf.image.resizeNearestNeighbor(as4d(x), [4, 3], corners);
      expect(gradientOutcomes({ name: 'row', shape: [1, 6, 2], run })).toEqual(['right', 'right']);
    }
  },
);

test('tf.logSoftmax is no kernel and cannot be replaced: its second derivative stays wrong', () => {
  const run = (x: tf.Tensor) => tf.logSoftmax(x);
  expect(gradientOutcomes({ name: 'logSoftmax', shape: [4, 6], run })).toEqual(['right', 'wrong']);
});

test('a batch norm without a scale throws even once: tfjs saves the scale that is not there', () => {
  const run = (x: tf.Tensor) => tf.batchNorm(x, tf.tensor1d([0, 1]), tf.tensor1d([1, 2]));
  const outcomes = gradientOutcomes({ name: 'batchNorm', shape: [3, 2], run });
  expect(outcomes).toEqual(['throws', 'throws']);
});
