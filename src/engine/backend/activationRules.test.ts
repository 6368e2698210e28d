import { beforeAll, describe, expect, it } from 'vitest';
import { type ActivationRule, withActivationRule } from './activationRules.ts';
import { startBackend } from './startBackend.ts';
import { layers, tf } from './tf.ts';

/** ∂⟨f(x), dy⟩/∂x under a rule. */
function ruled(
  rule: ActivationRule,
  f: (x: tf.Tensor) => tf.Tensor,
  x: tf.Tensor,
  dy: readonly number[],
): number[] {
  const { value } = withActivationRule(rule, () =>
    tf.tidy(() => tf.grad((v: tf.Tensor) => tf.sum(tf.mul(f(v), tf.tensor(dy, x.shape))))(x)),
  );
  return tf.tidy(() => Array.from(value.arraySync() as number[]).flat(9));
}

/** Numbers read at once: these tests have no device to wait for. */
const GUIDED = { name: 'guidedBackprop' } as const;
const DECONVOLUTION = { name: 'deconvolution' } as const;

describe.each(['cpu', 'wasm'] as const)('on %s', (backend) => {
  beforeAll(() => startBackend({ ask: backend }));

  describe('rules about ReLU', () => {
    const x = () => tf.tensor1d([-1, -1, 2, 2, 7, 7]);
    const dy = [3, -3, 3, -3, 3, -3];

    it.each([
      [GUIDED, [0, 0, 3, 0, 3, 0]],
      [DECONVOLUTION, [3, 0, 3, 0, 3, 0]],
    ])('$name lets through what is positive', (rule, expected) => {
      expect(ruled(rule, tf.relu, x(), dy)).toEqual(expected);
    });

    const relu6Layer = () => layers.layers.reLU({ maxValue: 6 });
    const relu6Activation = () => layers.layers.activation({ activation: 'relu6' });
    const asLayer = (make: () => layers.layers.Layer) => (v: tf.Tensor) =>
      make().apply(v) as tf.Tensor;

    it.each([
      ['kernel', tf.relu6],
      ['layer', asLayer(relu6Layer)],
      ['activation', asLayer(relu6Activation)],
    ])('ReLU6 as a %s is closed above 6', (_, f) => {
      expect(ruled(GUIDED, f, x(), dy)).toEqual([0, 0, 3, 0, 0, 0]);
      expect(ruled(DECONVOLUTION, f, x(), dy)).toEqual([3, 0, 3, 0, 0, 0]);
    });

    it('other activations keep their gradient, and no ReLU was met', () => {
      const tanh = tf.grad((v: tf.Tensor) => tf.sum(tf.mul(tf.tanh(v), tf.tensor1d(dy))));
      const stock = tf.tidy(() => Array.from(tanh(x()).arraySync() as number[]));
      expect(ruled(GUIDED, tf.tanh, x(), dy)).toEqual(stock);
      const gradientOf = (f: (v: tf.Tensor) => tf.Tensor) =>
        withActivationRule(GUIDED, () => tf.grad((v: tf.Tensor) => tf.sum(f(v)))(x()));
      expect(gradientOf(tf.tanh).met).toBe(false);
      expect(gradientOf(tf.relu).met).toBe(true);
    });

    it('nothing is left of a rule afterwards, nor after an error', () => {
      const slope = () =>
        tf.tidy(() =>
          tf
            .grad((v: tf.Tensor) => tf.neg(tf.sum(tf.relu(v))))(x())
            .arraySync(),
        );
      expect(slope()).toEqual([-0, -0, -1, -1, -1, -1]);
      expect(() =>
        withActivationRule(DECONVOLUTION, () => {
          throw new Error('on purpose');
        }),
      ).toThrow('on purpose');
      expect(slope()).toEqual([-0, -0, -1, -1, -1, -1]);
      withActivationRule(DECONVOLUTION, () => {
        withActivationRule(GUIDED, slope);
        expect(slope()).toEqual([0, 0, 0, 0, 0, 0]);
      });
    });
  });

  describe('the rescale rule', () => {
    const rescale = (pairs: number) => ({ name: 'rescale', pairs }) as const;
    /** Two pairs of two values each: rows picture, baseline, picture, baseline. */
    const rows = [
      [2, -1],
      [-1, -3],
      [0.5, 0.25],
      [0.5, -2],
    ];
    const x = () => tf.tensor2d(rows);
    const ones = new Array<number>(8).fill(1);

    const UNARY: Readonly<Record<string, (v: tf.Tensor) => tf.Tensor>> = {
      relu: tf.relu,
      relu6: tf.relu6,
      leakyRelu: (v) => tf.leakyRelu(v, 0.1),
      elu: tf.elu,
      selu: tf.selu,
      sigmoid: tf.sigmoid,
      tanh: tf.tanh,
      softplus: tf.softplus,
      clip: (v) => tf.clipByValue(v, -2, 0.25),
      erf: tf.erf,
      exp: tf.exp,
      square: tf.square,
      abs: tf.abs,
      minimum: (v) => tf.minimum(0.3, v),
      maximum: (v) => tf.maximum(v, tf.tensor1d([0.1, -1.5])),
    };

    it.each(Object.keys(UNARY))('%s has Δy/Δx, on both rows', (name) => {
      const f = UNARY[name] ?? tf.relu;
      const y = tf.tidy(() => f(x()).arraySync() as number[][]);
      const found = ruled(rescale(2), f, x(), ones);
      for (const [row, base] of [
        [0, 1],
        [2, 3],
      ])
        for (const i of [0, 1]) {
          const change = rows[row][i] - rows[base][i];
          if (change === 0) continue;
          const ratio = (y[row][i] - y[base][i]) / change;
          expect(found[2 * row + i]).toBeCloseTo(ratio, 5);
          expect(found[2 * base + i]).toBeCloseTo(ratio, 5);
        }
    });

    it('is the gradient where picture and baseline are the same', () => {
      const [, , , , slope] = ruled(rescale(2), tf.tanh, x(), ones);
      expect(slope).toBeCloseTo(1 - Math.tanh(0.5) ** 2, 5);
    });

    it('of two operands that both depend on the picture keeps the gradient', () => {
      const both = (v: tf.Tensor) => tf.maximum(v, tf.mul(v, 0.5));
      expect(ruled(rescale(2), both, x(), ones)).toEqual([1, 0.5, 0.5, 0.5, 1, 1, 1, 0.5]);
    });

    it('finds its pairs where the batch is folded with what follows it', () => {
      const folded = (v: tf.Tensor) => tf.reshape(tf.relu(tf.reshape(v, [8])), v.shape);
      expect(ruled(rescale(2), folded, x(), ones)).toEqual(ruled(rescale(2), tf.relu, x(), ones));
    });

    /** 4×4 pictures; the same change of y must come out whichever pixels won. */
    const random = (seed: number) => tf.randomNormal([4, 4, 4, 2], 0, 1, 'float32', seed);
    it.each([
      ['windows apart', (v: tf.Tensor4D) => tf.maxPool(v, 2, 2, 'valid')],
      ['windows over each other', (v: tf.Tensor4D) => tf.maxPool(v, 3, 1, 'same')],
      ['over the whole picture', (v: tf.Tensor4D) => tf.max(v, [1, 2])],
    ])('max pool, %s: Σ Δx · multiplier = Σ Δy · ∂y', (_, pool) => {
      const f = (v: tf.Tensor) => pool(v as tf.Tensor4D);
      const picture = random(3);
      const slopes = tf.tidy(() => {
        const [pictures, ...rest] = f(picture).shape;
        // The same for both rows of a pair, as they come when all logits are summed.
        const half = tf.randomNormal([pictures / 2, 1, ...rest], 0, 1, 'float32', 4);
        return tf.keep(tf.reshape(tf.tile(half, [1, 2, ...rest.map(() => 1)]), f(picture).shape));
      });
      const { value } = withActivationRule(rescale(2), () =>
        tf.tidy(() => tf.grad((v: tf.Tensor) => tf.sum(tf.mul(f(v), slopes)))(picture)),
      );
      const change = (t: tf.Tensor, weights: tf.Tensor) =>
        tf.tidy(() => {
          const flat = tf.reshape<tf.Rank.R2>(tf.mul(t, weights), [4, t.size / 4]);
          const [a, a0, b, b0] = tf.sum(flat, 1).arraySync() as number[];
          return [a - a0, b - b0];
        });
      const wanted = change(f(picture), slopes);
      change(picture, value).forEach((sum, i) => {
        expect(sum).toBeCloseTo(wanted[i], 4);
      });
      tf.dispose([picture, slopes, value]);
    });
  });
});
