import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { beforeAll, describe, expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { tf } from './tf.ts';

type Shape4 = [number, number, number, number];
interface Case {
  readonly x: Shape4;
  readonly filter: Shape4;
  readonly stride: [number, number];
  readonly dilation: number;
  readonly pad: 'same' | 'valid';
}

function* cases(): Generator<Case> {
  for (const pad of ['same', 'valid'] as const) {
    for (const taps of [1, 2, 3, 5])
      for (const stride of [1, 2, 3])
        for (const multiplier of [1, 2]) {
          const filter: Shape4 = [taps, taps, 3, multiplier];
          yield { x: [2, 7, 10, 3], filter, stride: [stride, stride], dilation: 1, pad };
        }
    yield { x: [2, 9, 8, 3], filter: [3, 3, 3, 2], stride: [1, 1], dilation: 2, pad };
  }
}

function random(shape: Shape4, seed: number): tf.Tensor4D {
  const chance = createRandom(seed, 'test');
  const length = shape.reduce((a, b) => a * b);
  return tf.tensor4d(
    Float32Array.from({ length }, () => chance.normal()),
    shape,
  );
}

const run = (c: Case, x: tf.Tensor, filter: tf.Tensor): tf.Tensor4D =>
  tf.depthwiseConv2d(
    tf.reshape<tf.Rank.R4>(x, c.x),
    tf.reshape<tf.Rank.R4>(filter, c.filter),
    c.stride,
    c.pad,
    'NHWC',
    c.dilation,
  );

/** ⟨a, b⟩ */
const product = (a: tf.Tensor, b: tf.Tensor): number =>
  tf.sum(tf.mul(a, b)).bufferSync().values[0] ?? Number.NaN;

describe.each(['cpu', 'wasm'])('gradients of a depthwise convolution on %s', (backend) => {
  beforeAll(async () => {
    await tf.setBackend(backend);
    await tf.ready();
    expect(tf.getBackend()).toBe(backend);
  });

  test('are its adjoints: ⟨dy, conv(u, v)⟩ = ⟨u, ∂x⟩ = ⟨v, ∂filter⟩, since it is bilinear', () => {
    for (const c of cases())
      tf.tidy(() => {
        const [x, filter, u, v] = [
          random(c.x, 1),
          random(c.filter, 2),
          random(c.x, 3),
          random(c.filter, 4),
        ];
        const dy = random(run(c, x, filter).shape, 5);
        const scale = Math.sqrt(product(dy, dy)) * 10;
        const [dx] = tf.grads((a: tf.Tensor) => run(c, a, v))([u], dy);
        const [dFilter] = tf.grads((b: tf.Tensor) => run(c, u, b))([v], dy);
        const wanted = product(dy, run(c, u, v));
        expect((product(u, dx ?? u) - wanted) / scale, JSON.stringify(c)).toBeCloseTo(0, 5);
        expect((product(v, dFilter ?? v) - wanted) / scale, JSON.stringify(c)).toBeCloseTo(0, 5);
      });
  });

  test('equal a difference quotient at every single value', () => {
    const c: Case = {
      x: [1, 5, 6, 2],
      filter: [3, 3, 2, 2],
      stride: [2, 2],
      dilation: 1,
      pad: 'same',
    };
    tf.tidy(() => {
      const [x, filter] = [random(c.x, 1), random(c.filter, 2)];
      const dy = random(run(c, x, filter).shape, 5);
      const [dx, dFilter] = tf.grads((a: tf.Tensor, b: tf.Tensor) => run(c, a, b))([x, filter], dy);
      const slope = (shape: Shape4, i: number, of: (unit: tf.Tensor4D) => tf.Tensor) => {
        const unit = new Float32Array(shape.reduce((a, b) => a * b));
        unit[i] = 1;
        return product(dy, of(tf.tensor4d(unit, shape)));
      };
      dx?.bufferSync().values.forEach((value, i) => {
        expect(value).toBeCloseTo(
          slope(c.x, i, (unit) => run(c, unit, filter)),
          4,
        );
      });
      dFilter?.bufferSync().values.forEach((value, i) => {
        expect(value).toBeCloseTo(
          slope(c.filter, i, (unit) => run(c, x, unit)),
          4,
        );
      });
    });
  });

  test('have derivatives themselves and leave no tensor behind', () => {
    const before = tf.memory().numTensors;
    for (const c of cases())
      tf.tidy(() => {
        const [x, filter, u] = [random(c.x, 1), random(c.filter, 2), random(c.x, 3)];
        const dy = random(run(c, x, filter).shape, 5);
        const second = tf.grad((f: tf.Tensor) => {
          const [dx] = tf.grads((a: tf.Tensor) => run(c, a, f))([x], dy);
          return tf.sum(tf.mul(dx ?? 0, u));
        })(filter);
        const [wanted] = tf.grads((f: tf.Tensor) => run(c, u, f))([filter], dy);
        const gap = product(tf.sub(second, wanted ?? 0), tf.sub(second, wanted ?? 0));
        expect(gap, JSON.stringify(c)).toBeLessThan(1e-6 * (1 + product(second, second)));
      });
    expect(tf.memory().numTensors).toBe(before);
  });
});

test('of another layout than the kernels read there is no gradient, rather than a wrong one', async () => {
  await tf.setBackend('wasm');
  // As many rows as channels: the stock check of the shapes lets it pass.
  const [x, filter] = [random([1, 4, 4, 4], 1), random([3, 3, 4, 1], 2)];
  const response = (at: tf.Tensor) =>
    tf.sum(tf.depthwiseConv2d(tf.reshape<tf.Rank.R4>(at, x.shape), filter, 1, 'same', 'NCHW'));
  expect(() => tf.tidy(() => tf.grad(response)(x))).toThrow(/NCHW has no gradient/);
  tf.dispose([x, filter]);
});
