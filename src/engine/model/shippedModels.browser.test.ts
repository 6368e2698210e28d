import wasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import wasmSimd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import { expect, test } from 'vitest';
import { randomInput } from '../../../tests/tinyModels.ts';
import type { BackendId } from '../../domain/backend.ts';
import { defaultSettings } from '../../domain/settings.ts';
import { startBackend } from '../backend/startBackend.ts';
import { analyse, createEngine } from '../pipeline.ts';
import { loadModel } from './loadModel.ts';
import { mapParity } from './mapParity.ts';

const wasmPath = { 'tfjs-backend-wasm.wasm': wasm, 'tfjs-backend-wasm-simd.wasm': wasmSimd };

/** The gradient's map of a picture, and whether the self-check passed, on one backend. */
async function explainOn(ask: BackendId, folder: string) {
  const backend = await startBackend({ ask, wasmPath });
  expect(backend.id).toBe(ask);
  const model = await loadModel(async (file) => (await fetch(`${folder}${file}`)).arrayBuffer());
  const settings = defaultSettings(model.card);
  try {
    const { original, gradientCheck } = await analyse(
      createEngine(backend, model),
      {
        input: randomInput(model.card.input),
        settings: {
          ...settings,
          attribution: { ...settings.attribution, method: 'gradient', targetClass: 1 },
        },
      },
      { checkpoint: () => Promise.resolve() },
    );
    return { map: original.map, gradientCheck };
  } finally {
    model.dispose();
  }
}

const MODELS = Object.keys(import.meta.glob('../../../public/models/*/card.json')).map(
  (path) => path.split('/').at(-2) ?? '',
);

test('there are models to check', () => {
  expect(MODELS).toContain('surface-natural');
});

// 1e-4 of the range, with nothing forgiven for kinks: float32 sums in another order stay far below.
test.each(MODELS)(
  '%s: the same map on cpu, wasm and webgl, each with a right gradient',
  async (id) => {
    const folder = new URL(`/models/${id}/`, location.href).href;
    const reference = await explainOn('cpu', folder);
    for (const backend of ['wasm', 'webgl'] as const) {
      const { map, gradientCheck } = await explainOn(backend, folder);
      expect(mapParity(map, reference.map).maxDifference).toBeLessThanOrEqual(1e-4);
      expect(gradientCheck.passed).toBe(true);
    }
  },
);
