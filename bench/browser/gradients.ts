import wasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import wasmSimd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import type { BackendId } from '../../src/domain/backend.ts';
import { startBackend } from '../../src/engine/backend/startBackend.ts';
import { layers, tf } from '../../src/engine/backend/tf.ts';
import { createRandom } from '../../src/engine/random.ts';

const wasmPath = { 'tfjs-backend-wasm.wasm': wasm, 'tfjs-backend-wasm-simd.wasm': wasmSimd };

/** Which network, where, and how many pictures at once. */
export interface GradientJob {
  /** Of its `model.json`. */
  readonly url: string;
  /** Layer whose output are the logits; null takes the last. */
  readonly logits: string | null;
  readonly backend: BackendId;
  readonly batch: number;
  /** Timed runs after the first, which compiles. */
  readonly runs: number;
}

/** Milliseconds of each run, and the gradients of a few pictures. */
export interface GradientTimes {
  readonly forward: readonly number[];
  readonly gradient: readonly number[];
  readonly maps: readonly (readonly number[])[];
  /** Multiplications and additions of the convolutions and dense layers of one picture, forward. */
  readonly operations: number;
}

/** Several: on noise a unit often stands within rounding of its kink, and falls to either side. */
const SEEDS = [7, 8, 9] as const;

async function loadNetwork(url: string, logits: string | null): Promise<layers.LayersModel> {
  const whole = await layers.loadLayersModel(url);
  if (logits === null) return whole;
  const output = whole.getLayer(logits).output;
  return layers.model({ inputs: whole.inputs, outputs: output });
}

/** Two for every product of a kernel with what it meets. */
function operationsOf(network: layers.LayersModel): number {
  let sum = 0;
  for (const layer of network.layers) {
    const kernel = layer.getWeights().find(({ shape }) => shape.length > 1);
    const output = [layer.outputShape].flat().map(Number);
    if (!kernel || !/conv|dense/i.test(layer.getClassName())) continue;
    const places = output.length > 2 ? output[1] * output[2] : 1;
    sum += 2 * kernel.size * places;
  }
  return sum;
}

async function timed(runs: number, action: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run <= runs; run++) {
    const start = performance.now();
    await action();
    if (run > 0) times.push(performance.now() - start);
  }
  return times;
}

/** Forward pass and gradient with respect to the pictures, values read back each time. */
export async function timeGradients(job: GradientJob): Promise<GradientTimes> {
  await startBackend({ ask: job.backend, wasmPath });
  const network = await loadNetwork(job.url, job.logits);
  const [, height, width, channels] = network.inputs[0].shape.map(Number);
  const shape: [number, number, number, number] = [job.batch, height, width, channels];
  const length = shape.reduce((a, b) => a * b);
  /** Its first picture is the same for every batch size. */
  const pictures = (seed: number) => {
    const random = createRandom(seed, 'bench pictures');
    return tf.tensor4d(
      Float32Array.from({ length }, () => random.uniform()),
      shape,
    );
  };
  const x = pictures(SEEDS[0]);
  const logits = (input: tf.Tensor) => network.apply(tf.reshape(input, shape)) as tf.Tensor;
  const classes = network.outputs[0].shape.slice(1).reduce<number>((a, b) => a * Number(b), 1);
  const pick = tf.oneHot(tf.tensor1d([1], 'int32'), classes);
  const target = (input: tf.Tensor) =>
    tf.sum(tf.mul(tf.reshape(logits(input), [job.batch, classes]), pick));
  const read = async (tensor: tf.Tensor) => {
    const values = await tensor.data<'float32'>();
    tensor.dispose();
    return values;
  };
  const gradient = (at: tf.Tensor) => read(tf.tidy(() => tf.grad(target)(at)));
  const maps: number[][] = [];
  for (const seed of SEEDS) {
    const at = pictures(seed);
    maps.push(Array.from((await gradient(at)).subarray(0, length / job.batch)));
    at.dispose();
  }
  const times = {
    forward: await timed(job.runs, () => read(tf.tidy(() => logits(x)))),
    gradient: await timed(job.runs, () => gradient(x)),
    maps,
    operations: operationsOf(network),
  };
  network.dispose();
  tf.dispose([x, pick]);
  return times;
}

/** Multiplications and additions per millisecond of a large matrix product on wasm: what the machine can do. */
export async function peakOperations(): Promise<number> {
  await startBackend({ ask: 'wasm', wasmPath });
  const size = 768;
  const [a, b] = tf.tidy(() => [tf.ones([size, size]), tf.ones([size, size])]);
  const times = await timed(5, async () => {
    const product = tf.matMul(a, b);
    await product.data();
    product.dispose();
  });
  tf.dispose([a, b]);
  return (2 * size ** 3) / Math.min(...times);
}
