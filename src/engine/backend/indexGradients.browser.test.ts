import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-webgl';
import { beforeAll, expect, test } from 'vitest';
import { GRADIENT_CASES } from '../../../tests/gradientCases/all.ts';
import {
  differencesOf,
  type GradientCase,
  gap,
  gradientOf,
  outputOf,
  runsOn,
  secondDerivativeOf,
} from '../../../tests/gradientCases/gradientCase.ts';
import { isRight, KERNEL_FAULTS } from '../../../tests/gradientCases/kernelFaults.ts';
import { tf } from './tf.ts';

async function on<T>(backend: string, what: (c: GradientCase) => T, c: GradientCase): Promise<T> {
  expect(await tf.setBackend(backend)).toBe(true);
  expect(tf.getBackend()).toBe(backend);
  return what(c);
}

beforeAll(() => tf.ready());

// The same bounds as in Node: webgl computes in float32 here.
test.each(GRADIENT_CASES.filter((c) => runsOn(c, 'webgl')))(
  '$name on webgl: the gradient and its derivative',
  async (c) => {
    // Differences are taken on cpu where the op works there: reading back after every step is slow.
    const reference = runsOn(c, 'cpu') ? 'cpu' : 'webgl';
    const wanted = await on(reference, differencesOf, c);
    const output = await on(reference, outputOf, c);
    const second = await on(reference, secondDerivativeOf, c);
    expect(gap(await on('webgl', outputOf, c), output)).toBeLessThan(5e-6);
    expect(gap(await on('webgl', gradientOf, c), wanted)).toBeLessThan(2e-5);
    expect(gap(await on('webgl', secondDerivativeOf, c), second)).toBeLessThan(2e-5);
  },
);

test.each(KERNEL_FAULTS)('the op is at fault on webgl: $name', async (fault) => {
  expect(await tf.setBackend('webgl')).toBe(true);
  expect(isRight(fault)).toBe(!fault.wrongOn.includes('webgl'));
});
