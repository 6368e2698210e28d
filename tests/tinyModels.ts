import type { BackendInfo } from '../src/domain/backend.ts';
import type { InputSpec, ModelCard } from '../src/domain/model.ts';
import type { ModelInput } from '../src/domain/picture.ts';
import { layers, tf } from '../src/engine/backend/tf.ts';
import type { LoadedModel } from '../src/engine/model/loadedModel.ts';
import { asLoadedModel } from '../src/engine/model/loadModel.ts';
import { createRandom } from '../src/engine/random.ts';
import { testCard } from './testCard.ts';

/** The cpu backend, as an engine of a test has it. */
export const CPU: BackendInfo = {
  id: 'cpu',
  renderer: '',
  reason: 'no-browser',
  version: '',
  precision: 'float32',
  times: null,
};

type TinyInput = Partial<InputSpec> & Pick<InputSpec, 'height' | 'width'>;

function tinyCard(input: TinyInput, classes: number): ModelCard {
  const blank = testCard('tiny');
  return {
    ...blank,
    input: { channels: 1, range: [0, 1], fit: 'stretch', ...input },
    classes: Array.from({ length: classes }, () => blank.name),
    totalStride: 1,
  };
}

/**
 * A model of layers; its card is true where the engine reads it. It holds weights until `dispose`.
 * @param weights of all layers, in order; as they are made where there are none
 */
export function layeredModel(
  network: layers.LayersModel,
  { range = [0, 1], lastSpatialLayer = '' }: Partial<ModelCard> & Partial<InputSpec> = {},
  weights: readonly tf.Tensor[] = [],
): LoadedModel {
  const [, height, width, channels] = network.inputs[0].shape.map(Number);
  if (channels !== 1 && channels !== 3) throw new Error('a picture has 1 or 3 channels');
  const classes = Number(network.outputs[0].shape[1]);
  if (weights.length > 0) network.setWeights([...weights]);
  tf.dispose([...weights]);
  const card = tinyCard({ height, width, channels, range }, classes);
  return asLoadedModel({ ...card, lastSpatialLayer }, network);
}

/** A model from a formula; its card is true where the engine reads it. */
export function tinyModel(
  input: TinyInput,
  classes: number,
  logits: (x: tf.Tensor4D) => tf.Tensor2D,
): LoadedModel {
  const card = tinyCard(input, classes);
  return { card, logits, network: null, dispose: () => {} };
}

/** The values of a picture that `toModelRange` maps to `values`. */
export function inputAt(values: readonly number[], spec: InputSpec): ModelInput {
  const [low, high] = spec.range;
  const pixels = Float32Array.from(values, (value) => (value - low) / (high - low));
  return { height: spec.height, width: spec.width, channels: spec.channels, values: pixels };
}

/** A seeded random picture for a model. */
export function randomInput({ height, width, channels }: InputSpec, seed = 1): ModelInput {
  const random = createRandom(seed, 'tiny picture');
  const values = Float32Array.from({ length: height * width * channels }, () => random.uniform());
  return { height, width, channels, values };
}

/** Weights of a small strided network, plain arrays so that a test can do its sums in float64. */
export interface TinyWeights {
  readonly size: number;
  /** `[3, 3, 1, filters]` */
  readonly filter: Float32Array;
  readonly filters: number;
  /** `[filters, classes]` */
  readonly dense: Float32Array;
  readonly classes: number;
}

/** Seeded weights of `tinyNet`. */
export function tinyWeights(size: number, filters = 4, classes = 3): TinyWeights {
  const random = createRandom(11, 'tiny weights');
  const draw = (length: number) => Float32Array.from({ length }, () => random.normal());
  return { size, filters, classes, filter: draw(9 * filters), dense: draw(filters * classes) };
}

/** conv 3×3 stride 2 without padding → bend (ReLU) → global mean → dense. Weights are made anew in each call. */
export function tinyNet(
  { size, filter, filters, dense, classes }: TinyWeights,
  bend: (x: tf.Tensor4D) => tf.Tensor4D = tf.relu,
): LoadedModel {
  return tinyModel({ height: size, width: size }, classes, (x) => {
    const kernel = tf.tensor4d(filter, [3, 3, 1, filters]);
    const features = tf.mean(bend(tf.conv2d(x, kernel, 2, 'valid')), [1, 2]);
    return tf.matMul(
      tf.reshape<tf.Rank.R2>(features, [-1, filters]),
      tf.tensor2d(dense, [filters, classes]),
    );
  });
}

/** `tinyNet` made of layers, for methods that look inside; its convolution is `conv`. It holds weights until `dispose`. */
export function layeredTinyNet({
  size,
  filter,
  filters,
  dense,
  classes,
}: TinyWeights): LoadedModel {
  const { conv2d, globalAveragePooling2d, dense: last } = layers.layers;
  const network = layers.sequential({
    layers: [
      conv2d({
        name: 'conv',
        inputShape: [size, size, 1],
        filters,
        kernelSize: 3,
        strides: 2,
        activation: 'relu',
        useBias: false,
      }),
      globalAveragePooling2d({}),
      last({ units: classes, useBias: false }),
    ],
  });
  return layeredModel(network, { lastSpatialLayer: 'conv' }, [
    tf.tensor4d(filter, [3, 3, 1, filters]),
    tf.tensor2d(dense, [filters, classes]),
  ]);
}
