import type { BackendId, BackendInfo, BackendReason } from '../../domain/backend.ts';
import { Problem } from '../../domain/problem.ts';
import { probeRenderer, type Renderer } from './renderer.ts';
import { tf } from './tf.ts';

/** What a caller may wish for. */
export interface BackendWish {
  /** This backend and no other; null leaves the choice to the machine. */
  readonly ask: BackendId | null;
  /** Where the wasm binaries are: a folder ending in `/`, or an address for each file name. Not needed in Node. */
  readonly wasmPath?: string | Readonly<Record<string, string>>;
}

/** Textures are pooled per shape; beyond this many bytes the pool gives some back. */
const TEXTURE_POOL_BYTES = 256 * 1024 * 1024;

/** tfjs wants an address for it even where threads are switched off. */
const UNUSED_BINARY = 'tfjs-backend-wasm-threaded-simd.wasm';

/**
 * Starts the best backend of this machine: webgl on graphics hardware, else wasm, else cpu. Only the
 * code of backends that are tried is loaded.
 * @returns what really runs, and why
 * @throws Problem `backend-unavailable` when the one asked for, or every one, fails
 */
export async function startBackend({ ask, wasmPath }: BackendWish): Promise<BackendInfo> {
  const renderer = probeRenderer();
  const failures: string[] = [];
  for (const { id, reason } of ask
    ? [{ id: ask, reason: 'asked-for' as const }]
    : order(renderer)) {
    const failure = await tryBackend(id, wasmPath);
    if (failure === null)
      return { id, renderer: renderer?.name ?? '', reason, version: tf.version_core };
    failures.push(`${id}: ${failure}`);
  }
  throw new Problem('backend-unavailable', {
    what: 'backend',
    allowed: 'webgl, wasm, cpu',
    got: failures.join('; '),
  });
}

/** Backends to try, best first, each with the reason to give should it be the one. */
function order(renderer: Renderer | null): { id: BackendId; reason: BackendReason }[] {
  const inBrowser = typeof self !== 'undefined';
  const reason = renderer ? 'software-webgl' : inBrowser ? 'no-webgl' : 'no-browser';
  return renderer?.hardware
    ? [
        { id: 'webgl', reason: 'hardware-webgl' },
        { id: 'wasm', reason: 'no-webgl' },
        { id: 'cpu', reason: 'no-wasm' },
      ]
    : [
        { id: 'wasm', reason },
        { id: 'cpu', reason: 'no-wasm' },
      ];
}

/** Starts one backend. @returns null when it runs, else why not */
async function tryBackend(
  id: BackendId,
  wasmPath: BackendWish['wasmPath'],
): Promise<string | null> {
  try {
    await LOADERS[id](wasmPath);
    // setBackend may answer false and leave another backend running.
    const started = await tf.setBackend(id);
    return started && tf.getBackend() === id ? null : `${tf.getBackend()} runs in its place`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const LOADERS: Readonly<
  Record<BackendId, (wasmPath: BackendWish['wasmPath']) => Promise<unknown>>
> = {
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
};
