import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { beforeAll, describe, expect, test } from 'vitest';
import { GRADIENT_CASES } from '../../../tests/gradientCases/all.ts';
import {
  differencesOf,
  type GradientCase,
  gap,
  gradientOf,
  runsOn,
  type Stock,
} from '../../../tests/gradientCases/gradientCase.ts';
import { tf } from './core.ts';

/** What the gradient of a case does with nothing repaired. */
function stockOf(c: GradientCase): Stock {
  try {
    return gap(gradientOf(c), differencesOf(c)) < 2e-5 ? 'right' : 'wrong';
  } catch {
    return 'throws';
  }
}

describe.each(['cpu', 'wasm'])('why gradients are repaired, on %s', (backend) => {
  beforeAll(async () => {
    await tf.setBackend(backend);
    await tf.ready();
    expect(tf.getBackend()).toBe(backend);
  });

  test.each(GRADIENT_CASES.filter((c) => runsOn(c, backend)))(
    'the stock gradient of $name',
    (c) => {
      expect(stockOf(c)).toBe((backend === 'wasm' ? c.stockOnWasm : undefined) ?? c.stock);
    },
  );
});
