import { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { expect, test, vi } from 'vitest';
import { watchDevice } from './deviceWatch.ts';
import { startBackend } from './startBackend.ts';
import { tf } from './tf.ts';

test('graphics: memory that was not given and a lost context are faults, and the loss is told', async () => {
  await startBackend({ ask: 'webgl' });
  const lost = vi.fn();
  const device = await watchDevice('webgl', lost);
  await tf.square([1, 2]).data();
  expect(device.fault()).toBeNull();

  const backend = tf.backend();
  if (!(backend instanceof MathBackendWebGL)) throw new Error('webgl does not run');
  const { gl } = backend.gpgpu;
  const errors: number[] = [gl.INVALID_ENUM, gl.OUT_OF_MEMORY];
  vi.spyOn(gl, 'getError').mockImplementation(() => errors.shift() ?? gl.NO_ERROR);
  expect(device.fault()).toMatchObject({ code: 'out-of-memory' });
  expect(device.fault()).toBeNull();

  gl.getExtension('WEBGL_lose_context')?.loseContext();
  await vi.waitFor(() => expect(lost).toHaveBeenCalled());
  expect(device.fault()).toMatchObject({ code: 'context-lost' });
});

test('WebAssembly: memory that could not grow is a fault from then on', async () => {
  const device = await watchDevice('wasm', () => {});
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 2 });
  // Refused at first, granted when less is asked for: it was given.
  expect(() => memory.grow(2)).toThrow(RangeError);
  memory.grow(1);
  await Promise.resolve();
  expect(device.fault()).toBeNull();
  expect(() => memory.grow(1)).toThrow(RangeError);
  await Promise.resolve();
  expect(device.fault()).toMatchObject({ code: 'out-of-memory' });
});
