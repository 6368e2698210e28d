import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { beforeAll, describe, expect, test } from 'vitest';
import { GRADIENT_CASES } from '../../../tests/gradientCases/all.ts';
import {
  differencesOf,
  gap,
  gradientOf,
  outputOf,
  runsOn,
  secondDerivativeOf,
  secondDifferencesOf,
} from '../../../tests/gradientCases/gradientCase.ts';
import { isRight, KERNEL_FAULTS } from '../../../tests/gradientCases/kernelFaults.ts';
import { tf } from './tf.ts';

describe.each(['cpu', 'wasm'])('gradients of index and contraction ops on %s', (backend) => {
  beforeAll(async () => {
    await tf.setBackend(backend);
    await tf.ready();
    expect(tf.getBackend()).toBe(backend);
  });
  const cases = GRADIENT_CASES.filter((c) => runsOn(c, backend));

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

  test.each(KERNEL_FAULTS)('the op is at fault: $name', (fault) => {
    expect(isRight(fault)).toBe(!fault.wrongOn.includes(backend));
  });

  test('where the op is at fault, or its gradient is not known, asking for it throws', () => {
    const gradient = (run: (x: tf.Tensor) => tf.Tensor) => () => {
      tf.tidy(() => void tf.grad(run)(tf.ones([4, 2])));
    };
    expect(gradient((x) => tf.stridedSlice(x, [1, 0], [2, 2], [1, 2], 0, 0, 0, 0, 1))).toThrow(
      'shrinks an axis',
    );
    const image = tf.ones<tf.Rank.R4>([1, 2, 2, 1]);
    const boxInd = tf.tensor1d([0, 0], 'int32');
    expect(
      gradient((x) =>
        tf.image.cropAndResize(image, tf.reshape<tf.Rank.R2>(x, [2, 4]), boxInd, [2, 2]),
      ),
    ).toThrow('Cannot backprop through input boxes');
    const product = gradient((x) => tf.einsum('ij,jk->k', x, tf.ones([2, 4])));
    if (backend === 'cpu') expect(product).toThrow('gets ij,jk->k wrong');
    else expect(product).not.toThrow();
  });
});

// Kernels that wasm lacks are made of others here. Sums may round in another order, and cpu finds the
// pixels of a crop in float64.
test.each(GRADIENT_CASES.filter((c) => runsOn(c, 'cpu') && runsOn(c, 'wasm')))(
  '$name: wasm answers as cpu',
  async (c) => {
    await tf.setBackend('cpu');
    const wanted = outputOf(c);
    await tf.setBackend('wasm');
    expect(gap(outputOf(c), wanted)).toBeLessThan(5e-6);
  },
);
