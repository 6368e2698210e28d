import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { beforeAll, describe, expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { explicitPadding, geometryOf } from './convolutionGeometry.ts';
import { tf } from './core.ts';
import { repairGradients } from './repairs.ts';

const stock = tf.getGradient(tf.Conv2D);
repairGradients();

type Shape4 = [number, number, number, number];
interface Case {
  readonly x: Shape4;
  readonly filter: Shape4;
  readonly stride: [number, number];
  readonly dilation: number;
  readonly pad: 'same' | 'valid' | tf.backend_util.ExplicitPadding;
}

const PADS: Case['pad'][] = [
  'same',
  'valid',
  explicitPadding(1, 2, 0, 3),
  explicitPadding(4, 0, 5, 4),
];

function* cases(): Generator<Case> {
  for (const taps of [1, 2, 3, 5])
    for (const stride of [1, 2, 3, 4])
      for (const pad of PADS)
        for (const [height, width] of [
          [7, 10],
          [8, 5],
        ] as const)
          yield {
            x: [2, height, width, 2],
            filter: [taps, taps, 2, 3],
            stride: [stride, stride],
            dilation: 1,
            pad,
          };
  for (const pad of PADS)
    for (const dilation of [2, 3])
      yield { x: [2, 11, 9, 2], filter: [3, 2, 2, 3], stride: [1, 1], dilation, pad };
  yield { x: [1, 9, 8, 3], filter: [3, 4, 3, 1], stride: [2, 3], dilation: 1, pad: 'same' };
}

function random(shape: Shape4, seed: number): tf.Tensor4D {
  const chance = createRandom(seed, 'test');
  const values = Float32Array.from({ length: shape.reduce((a, b) => a * b) }, () =>
    chance.normal(),
  );
  return tf.tensor4d(values, shape);
}

const attributesOf = (c: Case) => ({
  strides: c.stride,
  dilations: [c.dilation, c.dilation] as [number, number],
  pad: c.pad,
  dataFormat: 'NHWC' as const,
  dimRoundingMode: undefined,
});

/** Both gradients of Σ ∂y·conv(x, filter), float64, written as the definition reads. */
function byDefinition(c: Case, x: Float32Array, filter: Float32Array, dy: Float32Array) {
  const { height, width } = geometryOf(c.x, c.filter, attributesOf(c), false);
  const [n, h, w, ci] = c.x;
  const [kh, kw, , co] = c.filter;
  const dx = new Float64Array(x.length);
  const dFilter = new Float64Array(filter.length);
  for (let b = 0; b < n; b++)
    for (let oy = 0; oy < height.output; oy++)
      for (let ox = 0; ox < width.output; ox++)
        for (let ky = 0; ky < kh; ky++)
          for (let kx = 0; kx < kw; kx++) {
            const y = oy * height.stride + ky * height.dilation - height.before;
            const xx = ox * width.stride + kx * width.dilation - width.before;
            if (y < 0 || y >= h || xx < 0 || xx >= w) continue;
            for (let i = 0; i < ci; i++)
              for (let o = 0; o < co; o++) {
                const slope = dy[((b * height.output + oy) * width.output + ox) * co + o] ?? 0;
                const at = ((b * h + y) * w + xx) * ci + i;
                const tap = ((ky * kw + kx) * ci + i) * co + o;
                dx[at] = (dx[at] ?? 0) + slope * (filter[tap] ?? 0);
                dFilter[tap] = (dFilter[tap] ?? 0) + slope * (x[at] ?? 0);
              }
          }
  return { dx, dFilter };
}

function expectClose(got: ArrayLike<number>, wanted: ArrayLike<number>, what: string) {
  expect(got.length, what).toBe(wanted.length);
  let worst = 0;
  let largest = 1;
  for (let i = 0; i < wanted.length; i++) {
    worst = Math.max(worst, Math.abs((got[i] ?? Number.NaN) - (wanted[i] ?? 0)));
    largest = Math.max(largest, Math.abs(wanted[i] ?? 0));
  }
  // float32 sums of at most some hundred terms
  expect(worst / largest, what).toBeLessThan(3e-6);
}

const gradients = (c: Case, x: tf.Tensor4D, filter: tf.Tensor4D) =>
  tf.grads((a: tf.Tensor, b: tf.Tensor) =>
    tf.conv2d(
      tf.reshape<tf.Rank.R4>(a, c.x),
      tf.reshape<tf.Rank.R4>(b, c.filter),
      c.stride,
      c.pad,
      'NHWC',
      c.dilation,
    ),
  )([x, filter], dyOf(c));

function dyOf(c: Case): tf.Tensor4D {
  const { height, width } = geometryOf(c.x, c.filter, attributesOf(c), false);
  return random([c.x[0], height.output, width.output, c.filter[3]], 3);
}

describe.each(['cpu', 'wasm'])('gradients of a convolution on %s', (backend) => {
  beforeAll(async () => {
    await tf.setBackend(backend);
    await tf.ready();
    expect(tf.getBackend()).toBe(backend);
  });

  test('are the definition, for every kernel, stride, padding, dilation and size', () => {
    for (const c of cases()) {
      tf.tidy(() => {
        const [x, filter] = [random(c.x, 1), random(c.filter, 2)];
        const [dx, dFilter] = gradients(c, x, filter);
        const wanted = byDefinition(
          c,
          x.bufferSync().values,
          filter.bufferSync().values,
          dyOf(c).bufferSync().values,
        );
        expectClose(dx?.bufferSync().values ?? [], wanted.dx, `dx ${JSON.stringify(c)}`);
        expectClose(
          dFilter?.bufferSync().values ?? [],
          wanted.dFilter,
          `dFilter ${JSON.stringify(c)}`,
        );
      });
    }
  });

  test('leave no tensor behind', () => {
    const before = tf.memory().numTensors;
    for (const c of cases()) tf.tidy(() => void gradients(c, random(c.x, 1), random(c.filter, 2)));
    expect(tf.memory().numTensors).toBe(before);
  });

  test('have derivatives themselves: those of the filter gradient and of the input gradient', () => {
    for (const c of cases()) {
      if (c.x[1] !== 7 && c.x[1] !== 11) continue;
      tf.tidy(() => {
        const [x, filter] = [random(c.x, 1), random(c.filter, 2)];
        const [u, v] = [random(c.x, 4), random(c.filter, 5)];
        // conv is bilinear: ⟨u, ∂x⟩ = ⟨dy, conv(u, filter)⟩, whose gradient in the filter is known.
        const wanted = byDefinition(
          c,
          u.bufferSync().values,
          v.bufferSync().values,
          dyOf(c).bufferSync().values,
        );
        const overFilter = tf.grad((f: tf.Tensor) => {
          const [dx] = gradients(c, x, tf.reshape<tf.Rank.R4>(f, c.filter));
          return tf.sum(tf.mul(dx ?? 0, u));
        })(filter);
        expectClose(
          overFilter.bufferSync().values,
          wanted.dFilter,
          `∂²/∂filter∂x ${JSON.stringify(c)}`,
        );
        const overInput = tf.grad((a: tf.Tensor) => {
          const [, dFilter] = gradients(c, tf.reshape<tf.Rank.R4>(a, c.x), filter);
          return tf.sum(tf.mul(dFilter ?? 0, v));
        })(x);
        expectClose(overInput.bufferSync().values, wanted.dx, `∂²/∂x∂filter ${JSON.stringify(c)}`);
      });
    }
  });
});

test('agree with the stock gradients where those are right', async () => {
  await tf.setBackend('cpu');
  for (const c of cases()) {
    if (c.dilation !== 1) continue;
    tf.tidy(() => {
      const [x, filter] = [random(c.x, 1), random(c.filter, 2)];
      const [dx, dFilter] = gradients(c, x, filter);
      const { strides, dilations, pad, dataFormat } = attributesOf(c);
      const attributes = { strides, dilations, pad, dataFormat };
      const theirs = stock.gradFunc(dyOf(c), [x, filter], attributes);
      expectClose(
        dx?.bufferSync().values ?? [],
        theirs.x?.().bufferSync().values ?? [],
        JSON.stringify(c),
      );
      expectClose(
        dFilter?.bufferSync().values ?? [],
        theirs.filter?.().bufferSync().values ?? [],
        JSON.stringify(c),
      );
    });
  }
});

test('a filter that nobody differentiates costs no filter gradient', async () => {
  await tf.setBackend('wasm');
  const profile = await tf.profile(() =>
    tf.tidy(() =>
      tf.grad((x: tf.Tensor) =>
        tf.conv2d(tf.reshape<tf.Rank.R4>(x, [1, 8, 8, 2]), random([3, 3, 2, 2], 2), 2, 'same'),
      )(random([1, 8, 8, 2], 1)),
    ),
  );
  expect(profile.kernels.filter(({ name }) => name === 'Conv2D')).toHaveLength(2);
});
