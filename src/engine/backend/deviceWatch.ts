import type { BackendId } from '../../domain/backend.ts';
import { Problem } from '../../domain/problem.ts';
import { tf } from './tf.ts';

/** Tells whether the device under the running backend can still be believed. */
export interface DeviceWatch {
  /**
   * `context-lost` or `out-of-memory`, after which TensorFlow.js goes on without an error and answers
   * zeros or whatever lay in memory: nothing computed may be used. Null while all is well.
   */
  fault(): Problem | null;
}

/**
 * Watches the device of the backend that runs now. To be called after every start of a backend.
 * @param onContextLost called as soon as a graphics context or device is gone: a read under way then never ends
 */
export async function watchDevice(
  backend: BackendId,
  onContextLost: () => void,
): Promise<DeviceWatch> {
  if (backend === 'webgl') return watchGraphics(onContextLost);
  if (backend === 'webgpu') return watchGpu(onContextLost);
  watchGrowth();
  return { fault: () => (grown ? null : new Problem('out-of-memory')) };
}

async function watchGraphics(onContextLost: () => void): Promise<DeviceWatch> {
  const { MathBackendWebGL } = await import('@tensorflow/tfjs-backend-webgl');
  const backend = tf.backend();
  if (!(backend instanceof MathBackendWebGL)) throw new Problem('backend-unavailable');
  const { gl } = backend.gpgpu;
  // A backend started again keeps its canvas, and the same listener is added once. The types for workers leave the canvas out.
  if ('canvas' in gl && gl.canvas instanceof EventTarget)
    gl.canvas.addEventListener('webglcontextlost', onContextLost);
  return {
    fault() {
      if (gl.isContextLost()) return new Problem('context-lost');
      for (let error = gl.getError(); error !== gl.NO_ERROR; error = gl.getError())
        if (error === gl.OUT_OF_MEMORY) return new Problem('out-of-memory');
      return null;
    },
  };
}

async function watchGpu(onContextLost: () => void): Promise<DeviceWatch> {
  const { WebGPUBackend } = await import('@tensorflow/tfjs-backend-webgpu');
  const backend = tf.backend();
  if (!(backend instanceof WebGPUBackend)) throw new Problem('backend-unavailable');
  let lost = false;
  void backend.device.lost.then(() => {
    lost = true;
    onContextLost();
  });
  return { fault: () => (lost ? new Problem('context-lost') : null) };
}

/** False once WebAssembly memory could not grow. */
let grown = true;
/** The binary asks for less up to so many times before it gives up. */
const ATTEMPTS = 3;
let refusals = 0;
let watching = false;

/** After all attempts, which come at once. */
function giveUp(): void {
  if (refusals > 0) grown = false;
}

/**
 * The wasm backend never asks whether memory was given: its tensors then lie on address zero, over
 * other data. So the refusals themselves are counted: what is granted at a second attempt was given.
 */
function watchGrowth(): void {
  if (watching || typeof WebAssembly === 'undefined') return;
  watching = true;
  const memory = WebAssembly.Memory.prototype;
  const grow: unknown = Reflect.get(memory, 'grow');
  if (typeof grow !== 'function') return;
  memory.grow = function (this: WebAssembly.Memory, pages) {
    try {
      const before = Number(Reflect.apply(grow, this, [pages]));
      refusals = 0;
      return before;
    } catch (error) {
      refusals += 1;
      if (refusals >= ATTEMPTS) grown = false;
      else queueMicrotask(giveUp);
      throw error;
    }
  };
}
