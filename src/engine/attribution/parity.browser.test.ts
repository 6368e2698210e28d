import wasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import wasmSimd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import { describe, expect, it } from 'vitest';
import { layeredTinyNet, randomInput, tinyNet, tinyWeights } from '../../../tests/tinyModels.ts';
import { METHOD_IDS, type MethodId } from '../../domain/attribution.ts';
import type { BackendId } from '../../domain/backend.ts';
import { defaultSettings } from '../../domain/settings.ts';
import { startBackend } from '../backend/startBackend.ts';
import { tf } from '../backend/tf.ts';
import { ATTRIBUTION } from './registry.ts';

const wasmPath = { 'tfjs-backend-wasm.wasm': wasm, 'tfjs-backend-wasm-simd.wasm': wasmSimd };
const weights = tinyWeights(33, 8);
const { attribution } = defaultSettings(tinyNet(weights).card);

async function mapOn(backend: BackendId, method: MethodId): Promise<Float32Array> {
  expect(await startBackend({ ask: backend, wasmPath })).toMatchObject({ id: backend });
  const model = layeredTinyNet(weights);
  const before = tf.memory().numTensors;
  const [{ values }] = await ATTRIBUTION[method]({
    model,
    inputs: [randomInput(model.card.input)],
    targetClass: 1,
    // Enough for every path of the code; software graphics are slow.
    settings: { ...attribution, method, masks: 64, coalitions: 512 },
    seed: 3,
    checkpoint: () => Promise.resolve(),
  });
  expect(tf.memory().numTensors).toBe(before);
  model.dispose();
  return values;
}

const strongest = (map: Float32Array) =>
  Array.from(map.keys())
    .sort((a, b) => Math.abs(map[b]) - Math.abs(map[a]) || a - b)
    .slice(0, 100);

/** The experiment only where the browser has it. */
const BACKENDS: readonly BackendId[] = [
  'webgl',
  'wasm',
  ...('gpu' in navigator ? (['webgpu'] as const) : []),
];

describe.each(METHOD_IDS)('%s in the browser', (method) => {
  it('gives the same map on webgl, wasm and cpu', async () => {
    const reference = await mapOn('cpu', method);
    const range = Math.max(...reference) - Math.min(...reference);
    for (const backend of BACKENDS) {
      const map = await mapOn(backend, method);
      // The tolerance of the design: 1e-4 of the range.
      expect(Math.max(...map.map((v, i) => Math.abs(v - reference[i])))).toBeLessThan(1e-4 * range);
      const top = new Set(strongest(reference));
      const shared = strongest(map).filter((pixel) => top.has(pixel));
      expect(shared.length).toBe(100);
    }
  });
});
