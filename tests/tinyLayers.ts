import type { InputSpec } from '../src/domain/model.ts';
import { layers, tf } from '../src/engine/backend/tf.ts';
import type { LoadedModel } from '../src/engine/model/loadedModel.ts';
import { asLoadedModel } from '../src/engine/model/loadModel.ts';
import { createRandom } from '../src/engine/random.ts';
import { tinyModel } from './tinyModels.ts';

/** What a small layers model takes. */
export const TINY_INPUT = { height: 12, width: 12 } satisfies Partial<InputSpec>;

/**
 * A model of real layers as it comes from a file, with seeded weights and biases: what a smooth twin can be
 * made of. The card's input is that of `input`.
 */
export async function tinyLayers(
  stack: readonly layers.layers.Layer[],
  input: Partial<InputSpec> & Pick<InputSpec, 'height' | 'width'> = TINY_INPUT,
): Promise<LoadedModel> {
  const stock = layers.sequential({ layers: [...stack] });
  const modelTopology = stock.toJSON(null, false) as object;
  const network = await layers.loadLayersModel({ load: () => Promise.resolve({ modelTopology }) });
  stock.dispose();
  const random = createRandom(3, 'tiny layers');
  const weights = network.getWeights().map(({ shape }) => {
    const fanIn = shape.slice(0, -1).reduce((a, b) => a * b, 1);
    const length = shape.reduce((a, b) => a * b, 1);
    const values = Float32Array.from({ length }, () => random.normal() * Math.sqrt(2 / fanIn));
    return tf.tensor(shape.length === 1 ? values.map((v) => v / 5) : values, shape);
  });
  network.setWeights(weights);
  tf.dispose(weights);
  const classes = network.outputs[0]?.shape[1] ?? 0;
  const { card } = tinyModel(input, classes, () => tf.zeros([1, classes]));
  const strides = stack.map((layer) => Number([layer.getConfig()['strides'] ?? 1].flat()[0]));
  const totalStride = strides.reduce((all, stride) => all * stride, 1);
  return asLoadedModel({ ...card, totalStride }, network);
}

/** conv → ReLU → strided conv → ReLU → mean → dense: two layers, three classes. */
export const reluStack = (channels = 1): layers.layers.Layer[] => [
  layers.layers.conv2d({
    inputShape: [12, 12, channels],
    filters: 6,
    kernelSize: 3,
    padding: 'same',
    activation: 'relu',
  }),
  layers.layers.conv2d({ filters: 6, kernelSize: 3, strides: 2, activation: 'relu' }),
  layers.layers.globalAveragePooling2d({}),
  layers.layers.dense({ units: 3 }),
];
