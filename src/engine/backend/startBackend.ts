import {
  BACKEND_IDS,
  type BackendId,
  type BackendInfo,
  type BackendReason,
  type BackendTimes,
} from '../../domain/backend.ts';
import { Problem } from '../../domain/problem.ts';
import { timeGradient } from './calibrate.ts';
import { loadBackend, type WasmPath } from './loadBackend.ts';
import { probePrecision } from './precision.ts';
import { probeRenderer, type Renderer } from './renderer.ts';
import { tf } from './tf.ts';

/** What a caller may wish for. */
export interface BackendWish {
  /** This backend and no other; null leaves the choice to the machine. */
  readonly ask: BackendId | null;
  /** Not needed in Node. */
  readonly wasmPath?: WasmPath;
  /** What an earlier start on this machine measured. */
  readonly remembered?: BackendTimes | null;
}

/** A backend to try, with the reason to give should it be the one. */
interface Candidate {
  readonly id: BackendId;
  readonly reason: BackendReason;
}

/**
 * Starts the best backend of this machine: webgl on graphics hardware, unless wasm was measured to
 * be faster there; else wasm, else cpu. Only the code of backends that are tried is loaded.
 * @returns what really runs, why, and how exact it is
 * @throws Problem `backend-unavailable` when the one asked for, or every one, fails
 */
export async function startBackend(wish: BackendWish): Promise<BackendInfo> {
  const { ask, wasmPath } = wish;
  const renderer = probeRenderer();
  const times = ask === null && renderer?.hardware ? await measure(wish, renderer) : null;
  const failures: string[] = [];
  for (const { id, reason } of ask
    ? [{ id: ask, reason: 'asked-for' as const }]
    : order(renderer, times)) {
    const failure = await loadBackend(id, wasmPath);
    if (failure === null)
      return {
        id,
        renderer: renderer?.name ?? '',
        reason,
        version: tf.version_core,
        precision: await probePrecision(),
        times,
      };
    failures.push(`${id}: ${failure}`);
  }
  throw new Problem('backend-unavailable', {
    what: 'backend',
    allowed: BACKEND_IDS.join(', '),
    got: failures.join('; '),
  });
}

/** Backends to try, best first. */
function order(renderer: Renderer | null, times: BackendTimes | null): Candidate[] {
  const inBrowser = typeof self !== 'undefined';
  const reason = renderer ? 'software-webgl' : inBrowser ? 'no-webgl' : 'no-browser';
  const last: Candidate = { id: 'cpu', reason: 'no-wasm' };
  if (!renderer?.hardware) return [{ id: 'wasm', reason }, last];
  const { webgl, wasm } = times?.milliseconds ?? {};
  // A graphics processor is worth its way round for small networks only if it is fast enough.
  if (wasm !== undefined && (webgl === undefined || wasm < webgl))
    return [
      { id: 'wasm', reason: webgl === undefined ? 'no-webgl' : 'measured' },
      { id: 'webgl', reason: 'hardware-webgl' },
      last,
    ];
  return [{ id: 'webgl', reason: 'hardware-webgl' }, { id: 'wasm', reason: 'no-webgl' }, last];
}

/** One small gradient on each backend that could be the best of a machine with graphics hardware. */
async function measure(
  { remembered, wasmPath }: BackendWish,
  { name }: Renderer,
): Promise<BackendTimes> {
  const version = tf.version_core;
  if (remembered?.renderer === name && remembered.version === version) return remembered;
  const milliseconds: Partial<Record<BackendId, number>> = {};
  for (const id of ['webgl', 'wasm'] as const)
    if ((await loadBackend(id, wasmPath)) === null) {
      const time = await timeGradient().catch(() => null);
      if (time !== null) milliseconds[id] = time;
    }
  return { renderer: name, version, milliseconds };
}
