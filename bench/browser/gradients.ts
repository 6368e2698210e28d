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

/** Milliseconds of each run, and the gradient of the first picture. */
export interface GradientTimes {
  readonly forward: readonly number[];
  readonly gradient: readonly number[];
  readonly map: readonly number[];
  /** Multiplications and additions of the convolutions and dense layers of one picture, forward. */
  readonly operations: number;
}

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
  const random = createRandom(7, 'bench pictures');
  const length = shape.reduce((a, b) => a * b);
  const x = tf.tensor4d(
    Float32Array.from({ length }, () => random.uniform()),
    shape,
  );
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
  const gradient = () => read(tf.tidy(() => tf.grad(target)(x)));
  const times = {
    forward: await timed(job.runs, () => read(tf.tidy(() => logits(x)))),
    gradient: await timed(job.runs, gradient),
    map: Array.from((await gradient()).subarray(0, length / job.batch)),
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
