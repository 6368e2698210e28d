import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { beforeAll, describe, expect, test } from 'vitest';
import { GRADIENT_CASES } from '../../../tests/gradientCases/layers.ts';
import { gradientOutcomes } from '../../../tests/gradientCases/outcomes.ts';
import { tf } from './core.ts';

/** Nothing here imports `tf.ts`: these are the gradients of tfjs as it comes. */
describe.each(['cpu', 'wasm'])('why the gradients are replaced: those of tfjs on %s', (backend) => {
  beforeAll(async () => {
    await tf.setBackend(backend);
    await tf.ready();
    expect(tf.getBackend()).toBe(backend);
  });

  test.each(GRADIENT_CASES)('$name', (c) => {
    const stock = backend === 'wasm' ? (c.stockOnWasm ?? c.stock) : c.stock;
    expect(gradientOutcomes(c)).toEqual(stock);
  });
});
