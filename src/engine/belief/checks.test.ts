import { beforeAll, describe, expect, it } from 'vitest';
import { beliefContext } from '../../../tests/beliefContext.ts';
import { inputAt, tinyModel } from '../../../tests/tinyModels.ts';
import { METHOD_IDS } from '../../domain/attribution.ts';
import type { Mask } from '../../domain/truth.ts';
import { startBackend } from '../backend/startBackend.ts';
import { tf } from '../backend/tf.ts';
import { explain } from '../explain.ts';
import { agreement } from './agreement.ts';
import type { BeliefContext } from './beliefCheck.ts';
import { completeness } from './completeness.ts';
import { noiseFloor } from './noiseFloor.ts';
import { pointing } from './pointing.ts';

const SIDE = 5;
const N = SIDE * SIDE;
const weights = Float32Array.from({ length: N }, (_, i) => i + 1);

/** Logit 1 is w·x: at a white picture every method that explains it gives w. */
const linear = tinyModel({ height: SIDE, width: SIDE }, 2, (x) => {
  const flat = tf.reshape<tf.Rank.R2>(x, [-1, N]);
  const logit = tf.matMul<tf.Tensor2D>(flat, tf.tensor2d(weights, [N, 1]));
  return tf.concat2d([tf.zerosLike(logit), logit], 1);
});
const white = inputAt(
  Array.from({ length: N }, () => 1),
  linear.card.input,
);

beforeAll(async () => {
  await startBackend({ ask: 'cpu' });
});

describe('completeness', () => {
  const withGap = (relative: number | null | 'none'): BeliefContext => {
    const context = beliefContext(linear, white, weights);
    const completenessGap = relative === 'none' ? null : { sum: 1, outputDifference: 1, relative };
    return { ...context, original: { ...context.original, completenessGap } };
  };

  it.each([
    [0.05, 'pass', 'gap-small'],
    [0.051, 'doubtful', 'gap-noticeable'],
    [0.2, 'doubtful', 'gap-noticeable'],
    [0.201, 'fail', 'gap-large'],
    [null, 'cannotSay', 'no-difference'],
    ['none', 'cannotSay', 'no-law'],
  ] as const)('of a gap of %s: %s, %s', async (relative, verdict, reason) => {
    expect(await completeness(withGap(relative))).toMatchObject({ verdict, reason });
  });
});

describe('pointing', () => {
  const maskOf = (...pixels: number[]): Mask => {
    const flags = new Uint8Array(N);
    for (const pixel of pixels) flags[pixel] = 1;
    return { height: SIDE, width: SIDE, flags };
  };
  // The strongest pixel is the last: row 4, column 4.
  const ask = (mask: Mask | null, windowRadius = 0) => {
    const context = beliefContext(linear, white, weights, { mask });
    return pointing({
      ...context,
      settings: { ...context.settings, score: { k: 1, windowRadius } },
    });
  };

  it('hits, misses nearby, misses', async () => {
    expect(await ask(maskOf(24))).toMatchObject({
      verdict: 'pass',
      value: 1,
      reference: { mean: 0.04 },
    });
    expect(await ask(maskOf(18), 1)).toMatchObject({
      verdict: 'doubtful',
      reason: 'near-miss',
      value: 0,
    });
    expect(await ask(maskOf(18), 0)).toMatchObject({ verdict: 'fail', reason: 'miss' });
    expect(await ask(maskOf(17), 1)).toMatchObject({ verdict: 'fail', reason: 'miss' });
  });

  it('does not reach round the end of a row', async () => {
    // Row 4 ends with pixel 24; pixel 15 begins row 3, pixel 20 row 4.
    expect(await ask(maskOf(15, 20), 1)).toMatchObject({ reason: 'miss' });
    // The strongest pixel begins row 2; pixel 9 ends row 1.
    const first = weights.map((_, i) => (i === 10 ? 1 : 0));
    const context = beliefContext(linear, white, first, { mask: maskOf(9) });
    const settings = { ...context.settings, score: { k: 1, windowRadius: 1 } };
    expect(await pointing({ ...context, settings })).toMatchObject({ reason: 'miss' });
  });

  it('cannot be said without a mask, of an empty one, of one that covers most', async () => {
    const all = Array.from({ length: N }, (_, i) => i);
    expect((await ask(null)).reason).toBe('no-mask');
    expect((await ask(maskOf())).reason).toBe('empty-mask');
    expect(await ask(maskOf(...all.slice(12)))).toMatchObject({
      verdict: 'cannotSay',
      reason: 'mask-too-large',
    });
  });
});

describe('the noise floor', () => {
  const bent = tinyModel({ height: SIDE, width: SIDE }, 2, (x) => {
    const logit = tf.sum(tf.pow(x, 3), [1, 2, 3]);
    return tf.stack([tf.zerosLike(logit), logit], 1) as tf.Tensor2D;
  });
  const picture = inputAt(
    weights.map((_, i) => 0.4 + 0.001 * i) as unknown as number[],
    bent.card.input,
  );
  /** Asks of the heatmap the method gives with the seed in use. */
  const ask = async (method: 'smoothGrad' | 'gradient', sigma: number) => {
    const attribution = { method, sigma, samples: 2 };
    const blank = beliefContext(bent, picture, weights, { attribution });
    const [original] = await explain(blank.engine, [picture], blank, () => Promise.resolve());
    return noiseFloor({ ...blank, original });
  };

  it('is 1 where the noise is 0', async () => {
    expect(await ask('smoothGrad', 0)).toMatchObject({ verdict: 'pass', value: 1 });
  });

  it('fails where the noise is all there is', async () => {
    const { verdict, value } = await ask('smoothGrad', 0.5);
    expect(verdict).toBe('fail');
    expect(value).toBeLessThan(0.4);
  });

  it('cannot be said of a method that draws nothing', async () => {
    expect(await ask('gradient', 0.5)).toMatchObject({
      verdict: 'cannotSay',
      reason: 'draws-nothing',
    });
  });
});

describe('agreement', () => {
  it('is 1 between methods that say the same, and their mean is the answer', async () => {
    const { evidence, value, verdict } = await agreement(beliefContext(linear, white, weights));
    const pairs = evidence?.kind === 'methods' ? evidence.pairs : [];
    const refused = evidence?.kind === 'methods' ? evidence.refusals.length : 0;
    const ran = METHOD_IDS.length - refused;
    expect(pairs).toHaveLength((ran * (ran - 1)) / 2);
    const same = ['gradient', 'inputXGradient', 'integratedGradients', 'smoothGrad'];
    const alike = pairs.filter(({ methods }) => methods.every((id) => same.includes(id)));
    expect(alike).toHaveLength(6);
    for (const pair of alike) {
      expect(pair.spearman).toBeCloseTo(1, 12);
      expect([pair.topK, pair.lens]).toEqual([1, 1]);
    }
    const own = pairs.filter(({ methods }) => methods.includes('gradient'));
    const known = own.flatMap(({ spearman }) => (spearman === null ? [] : [spearman]));
    expect(value).toBeCloseTo(known.reduce((sum, one) => sum + one, 0) / known.length, 12);
    expect(verdict).toBe('pass');
  });

  it('goes on without a method that cannot run, and says why', async () => {
    // Not a number below a half: integrated gradients from black cannot be computed.
    const picky = tinyModel({ height: SIDE, width: SIDE }, 2, (x) => {
      const root = tf.sqrt(tf.sub(x, 0.5));
      const logit = tf.sum(
        tf.mul(root, tf.reshape(tf.tensor1d(weights), [1, SIDE, SIDE, 1])),
        [1, 2, 3],
      );
      return tf.stack([tf.zerosLike(logit), logit], 1) as tf.Tensor2D;
    });
    const before = tf.memory().numTensors;
    const { evidence, value } = await agreement(beliefContext(picky, white, weights));
    const refusals = evidence?.kind === 'methods' ? evidence.refusals : [];
    expect(refusals).toContainEqual(
      expect.objectContaining({ method: 'integratedGradients', code: 'non-finite-gradient' }),
    );
    expect(value).not.toBeNull();
    expect(tf.memory().numTensors).toBe(before);
  });
});
