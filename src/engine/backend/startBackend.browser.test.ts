import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import { expect, test } from 'vitest';
import type { BackendId } from '../../domain/backend.ts';
import { startBackend } from './startBackend.ts';
import { tf } from './tf.ts';

const wasmPath = { 'tfjs-backend-wasm.wasm': plain, 'tfjs-backend-wasm-simd.wasm': simd };

/** Σ over pixels of the gradient of a strided convolution, a number every backend must find. */
async function strideGradient(): Promise<number[]> {
  const gradient = tf.tidy(() => {
    const filter = tf.reshape<tf.Rank.R4>(tf.range(0, 18), [3, 3, 1, 2]);
    return tf.grad((x: tf.Tensor) =>
      tf.sum(
        tf.square(tf.relu(tf.conv2d(tf.reshape<tf.Rank.R4>(x, [1, 7, 7, 1]), filter, 2, 'same'))),
      ),
    )(tf.linspace(0, 1, 49));
  });
  const values = Array.from(await gradient.data<'float32'>());
  gradient.dispose();
  return values;
}

test('the backend chosen follows the renderer, and says so', async () => {
  const info = await startBackend({ ask: null, wasmPath });
  expect(tf.getBackend()).toBe(info.id);
  if (info.reason === 'hardware-webgl') expect(info.id).toBe('webgl');
  else expect(info.id).toBe('wasm');
  if (info.reason === 'software-webgl') expect(info.renderer).not.toBe('');
});

test('cpu, wasm and webgl find the same gradient', async () => {
  const found = new Map<BackendId, number[]>();
  for (const ask of ['cpu', 'wasm', 'webgl'] as const) {
    expect(await startBackend({ ask, wasmPath })).toMatchObject({ id: ask, reason: 'asked-for' });
    found.set(ask, await strideGradient());
  }
  const cpu = found.get('cpu') ?? [];
  for (const other of ['wasm', 'webgl'] as const)
    found.get(other)?.forEach((value, i) => {
      expect(Math.abs(value - (cpu[i] ?? Number.NaN)) / 1000).toBeLessThan(1e-5);
    });
});
