import type { BackendId } from '../../domain/backend.ts';
import { tf } from './tf.ts';

/** Where the wasm binaries are: a folder ending in `/`, or an address for each file name. */
export type WasmPath = string | Readonly<Record<string, string>> | undefined;

/** Textures are pooled per shape; beyond this many bytes the pool gives some back. */
const TEXTURE_POOL_BYTES = 256 * 1024 * 1024;

/** tfjs wants an address for it even where threads are switched off. */
const UNUSED_BINARY = 'tfjs-backend-wasm-threaded-simd.wasm';

/** Loads the code of one backend and makes it the one that runs. @returns null when it does, else why not */
export async function loadBackend(id: BackendId, wasmPath: WasmPath): Promise<string | null> {
  try {
    await LOADERS[id](wasmPath);
    // setBackend may answer false and leave another backend running.
    const started = await tf.setBackend(id);
    return started && tf.getBackend() === id ? null : `${tf.getBackend()} runs in its place`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const LOADERS: Readonly<Record<BackendId, (wasmPath: WasmPath) => Promise<unknown>>> = {
  async webgl() {
    await import('@tensorflow/tfjs-backend-webgl');
    tf.env().set('WEBGL_DELETE_TEXTURE_THRESHOLD', TEXTURE_POOL_BYTES);
  },
  async wasm(wasmPath) {
    const wasm = await import('@tensorflow/tfjs-backend-wasm');
    // Threads gave nothing and need a further binary; a pool of workers scales.
    tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
    if (wasmPath && !tf.findBackend('wasm'))
      wasm.setWasmPaths(
        typeof wasmPath === 'string' ? wasmPath : { [UNUSED_BINARY]: '', ...wasmPath },
      );
  },
  cpu: () => import('@tensorflow/tfjs-backend-cpu'),
  webgpu: () => import('@tensorflow/tfjs-backend-webgpu'),
};
