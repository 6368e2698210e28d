import { expect, test } from 'vitest';
import { isSoftwareRenderer } from './renderer.ts';
import { startBackend } from './startBackend.ts';
import { tf } from './tf.ts';

test('without a browser, wasm runs', async () => {
  expect(await startBackend({ ask: null })).toEqual({
    id: 'wasm',
    renderer: '',
    reason: 'no-browser',
    version: '4.22.0',
    precision: 'float32',
    times: null,
  });
  expect(tf.getBackend()).toBe('wasm');
});

test('a backend asked for runs, whatever ran before', async () => {
  expect(await startBackend({ ask: 'cpu' })).toMatchObject({ id: 'cpu', reason: 'asked-for' });
  expect(tf.getBackend()).toBe('cpu');
  expect(await startBackend({ ask: 'wasm' })).toMatchObject({ id: 'wasm', reason: 'asked-for' });
  expect(tf.getBackend()).toBe('wasm');
});

test('a backend this machine does not have is named, and no other runs in its place unseen', async () => {
  await expect(startBackend({ ask: 'webgl' })).rejects.toThrow(
    /backend-unavailable, allowed webgl, wasm, cpu, webgpu, got webgl: ./,
  );
});

test.each([
  ['ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)), SwiftShader driver)', true],
  ['llvmpipe (LLVM 15.0.7, 256 bits)', true],
  ['ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11 vs_5_0 ps_5_0)', true],
  ['ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 Direct3D11 vs_5_0 ps_5_0)', false],
  ['Apple M1', false],
  ['Mali-G78', false],
])('%s: software %s', (name, software) => {
  expect(isSoftwareRenderer(name)).toBe(software);
});
