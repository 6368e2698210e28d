import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { beforeAll, describe, expect, test } from 'vitest';
import { GRADIENT_CASES } from '../../../tests/gradientCases/all.ts';
import {
  differencesOf,
  gap,
  gradientOf,
  outputOf,
  secondDerivativeOf,
  secondDifferencesOf,
} from '../../../tests/gradientCases/gradientCase.ts';
import { tf } from './tf.ts';

describe.each(['cpu', 'wasm'])('gradients of index and contraction ops on %s', (backend) => {
  beforeAll(async () => {
    await tf.setBackend(backend);
    await tf.ready();
    expect(tf.getBackend()).toBe(backend);
  });
  const cases = GRADIENT_CASES.filter((c) => c.backends?.includes(backend) ?? true);

  // float32 rounds y to about 1e-7 of its size; divided by twice the step that is some 1e-6.
  test.each(cases)('$name: a difference quotient at every value', (c) => {
    const before = tf.memory().numTensors;
    expect(gap(gradientOf(c), differencesOf(c))).toBeLessThan(2e-5);
    expect(tf.memory().numTensors).toBe(before);
  });

  // Two differences of float32 gradients, the finer step a quarter as long: some 1e-5.
  test.each(cases)('$name: a derivative of its own', (c) => {
    expect(gap(secondDerivativeOf(c), secondDifferencesOf(c))).toBeLessThan(2e-4);
  });
});

// Kernels that wasm lacks are made of others here. Sums may round in another order, and cpu finds the
// pixels of a crop in float64.
test.each(GRADIENT_CASES.filter((c) => !c.backends))('$name: wasm answers as cpu', async (c) => {
  await tf.setBackend('cpu');
  const wanted = outputOf(c);
  await tf.setBackend('wasm');
  expect(gap(outputOf(c), wanted)).toBeLessThan(5e-6);
});
