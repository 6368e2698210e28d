import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { beforeAll, describe, expect, test } from 'vitest';
import { GRADIENT_CASES } from './gradientCases.ts';
import { gradientOutcomes } from './gradientCheck.ts';
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

test('tf.logSoftmax is no kernel and cannot be replaced: its second derivative stays wrong', () => {
  const run = (x: tf.Tensor) => tf.logSoftmax(x);
  expect(gradientOutcomes({ name: 'logSoftmax', shape: [4, 6], run })).toEqual(['right', 'wrong']);
});
