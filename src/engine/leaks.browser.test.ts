import wasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import wasmSimd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { expect, it } from 'vitest';
import { randomInput, tinyNet, tinyWeights } from '../../tests/tinyModels.ts';
import { defaultSettings } from '../domain/settings.ts';
import { startBackend } from './backend/startBackend.ts';
import { tf } from './backend/tf.ts';
import { analyse, createEngine } from './pipeline.ts';
import { sweep } from './sweep.ts';

const wasmPath = { 'tfjs-backend-wasm.wasm': wasm, 'tfjs-backend-wasm-simd.wasm': wasmSimd };
const model = tinyNet(tinyWeights(9, 2));
const defaults = defaultSettings(model.card);
const settings = {
  ...defaults,
  attribution: { ...defaults.attribution, method: 'gradient' as const },
};
const task = { checkpoint: () => Promise.resolve() };

/** What the device holds: tensors, and on graphics also textures in use and kept for later. */
function held() {
  const { numTensors, numDataBuffers } = tf.memory();
  const backend = tf.backend();
  if (!(backend instanceof MathBackendWebGL)) return { numTensors, numDataBuffers };
  const { numBytesInGPU, numBytesInGPUAllocated } = backend.memory();
  return { numTensors, numDataBuffers, numBytesInGPU, numBytesInGPUAllocated };
}

it.each(['wasm', 'webgl'] as const)(
  '%s holds as much after 200 analyses as after 20',
  async (ask) => {
    const engine = createEngine(await startBackend({ ask, wasmPath }), model);
    const analyses = async (from: number, to: number) => {
      for (let seed = from; seed < to; seed++)
        // Another picture each time: none of it comes from the cache.
        await analyse(engine, { input: randomInput(model.card.input, seed), settings }, task);
    };
    const before = tf.memory().numTensors;
    await analyses(0, 20);
    const early = held();
    expect(early.numTensors).toBe(before);
    await analyses(20, 200);
    expect(held()).toEqual(early);
  },
);

it('a sweep that is cancelled half-way leaves nothing behind', async () => {
  const engine = createEngine(await startBackend({ ask: 'wasm', wasmPath }), model);
  const before = held();
  let steps = 0;
  const cancelled = {
    checkpoint: () => (++steps > 4 ? Promise.reject(new Error('cancelled')) : Promise.resolve()),
  };
  const request = { input: randomInput(model.card.input), settings, targetClass: 0 };
  await expect(
    sweep(engine, { ...request, kind: 'shiftMap' }, cancelled, () => {}),
  ).rejects.toThrow('cancelled');
  expect(held()).toEqual(before);
});
