import whole from '@tensorflow/tfjs/package.json' with { type: 'json' };
import cpu from '@tensorflow/tfjs-backend-cpu/package.json' with { type: 'json' };
import wasm from '@tensorflow/tfjs-backend-wasm/package.json' with { type: 'json' };
import webgl from '@tensorflow/tfjs-backend-webgl/package.json' with { type: 'json' };
import core from '@tensorflow/tfjs-core/package.json' with { type: 'json' };
import layers from '@tensorflow/tfjs-layers/package.json' with { type: 'json' };
import { expect, it } from 'vitest';

it('takes every part of TensorFlow.js from the one release our repairs were made for', () => {
  const versions = [whole, core, layers, webgl, wasm, cpu].map(({ version }) => version);
  expect(new Set(versions)).toEqual(new Set(['4.22.0']));
});
