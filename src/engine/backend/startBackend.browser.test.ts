import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { BackendId, BackendTimes } from '../../domain/backend.ts';
import { probePrecision } from './precision.ts';
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

describe('where the renderer is hardware', () => {
  const RENDERER = 'ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 Direct3D11 vs_5_0 ps_5_0)';

  // Only its name is; it still computes on the processor, where wasm is faster.
  beforeAll(() => {
    const really = Reflect.get(WebGL2RenderingContext.prototype, 'getParameter') as (
      name: number,
    ) => unknown;
    vi.spyOn(WebGL2RenderingContext.prototype, 'getParameter').mockImplementation(function (
      this: WebGL2RenderingContext,
      name: number,
    ): unknown {
      const unmasked = this.getExtension('WEBGL_debug_renderer_info')?.UNMASKED_RENDERER_WEBGL;
      return name === unmasked ? RENDERER : really.call(this, name);
    });
  });
  afterAll(() => vi.restoreAllMocks());

  const times = (webgl: number, wasm: number): BackendTimes => ({
    renderer: RENDERER,
    version: tf.version_core,
    milliseconds: { webgl, wasm },
  });

  test('both are measured, and the faster one runs', async () => {
    const before = tf.memory().numTensors;
    const info = await startBackend({ ask: null, wasmPath });
    const { webgl = 0, wasm = 0 } = info.times?.milliseconds ?? {};
    expect(webgl).toBeGreaterThan(0);
    expect(wasm).toBeGreaterThan(0);
    expect(info.id).toBe(wasm < webgl ? 'wasm' : 'webgl');
    expect(info.reason).toBe(wasm < webgl ? 'measured' : 'hardware-webgl');
    expect(tf.getBackend()).toBe(info.id);
    expect(tf.memory().numTensors).toBe(before);
  });

  test('what was measured before on this machine is not measured again', async () => {
    const remembered = times(1, 9);
    const info = await startBackend({ ask: null, wasmPath, remembered });
    expect(info).toMatchObject({ id: 'webgl', reason: 'hardware-webgl' });
    expect(info.times).toBe(remembered);
    const wasm = await startBackend({ ask: null, wasmPath, remembered: times(9, 1) });
    expect(wasm).toMatchObject({ id: 'wasm', reason: 'measured' });
  });

  test('what was measured with another renderer is', async () => {
    const remembered = { ...times(1, 9), renderer: 'another' };
    const info = await startBackend({ ask: null, wasmPath, remembered });
    expect(info.times).not.toBe(remembered);
    expect(info.times?.renderer).toBe(RENDERER);
  });
});

test('every backend is found to keep 32-bit floats here, by computing', async () => {
  for (const ask of ['cpu', 'wasm', 'webgl'] as const)
    expect((await startBackend({ ask, wasmPath })).precision).toBe('float32');
});

test('16-bit floats of a graphics processor are found out', async () => {
  await startBackend({ ask: 'webgl', wasmPath });
  // As on a phone that cannot draw into 32-bit textures.
  tf.env().set('WEBGL_RENDER_FLOAT32_ENABLED', false);
  try {
    expect(await probePrecision()).toBe('float16');
  } finally {
    tf.env().set('WEBGL_RENDER_FLOAT32_ENABLED', true);
  }
});

test('every backend finds the same gradient', async () => {
  const found = new Map<BackendId, number[]>();
  const others = ['wasm', 'webgl', ...('gpu' in navigator ? (['webgpu'] as const) : [])] as const;
  for (const ask of ['cpu', ...others] as const) {
    expect(await startBackend({ ask, wasmPath })).toMatchObject({ id: ask, reason: 'asked-for' });
    found.set(ask, await strideGradient());
  }
  const cpu = found.get('cpu') ?? [];
  for (const other of others)
    found.get(other)?.forEach((value, i) => {
      expect(Math.abs(value - (cpu[i] ?? Number.NaN)) / 1000).toBeLessThan(1e-5);
    });
});
