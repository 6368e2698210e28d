import { layers, tf } from './core.ts';

type Inputs = tf.Tensor | tf.Tensor[];
type Options = Parameters<layers.layers.Layer['call']>[1];
type LayerClass = tf.serialization.SerializableConstructor<layers.layers.Layer>;

/** The class of a layer: tfjs exports only what makes one. */
const classOf = (layer: layers.layers.Layer) => layer.constructor as LayerClass;

/**
 * Layers of loaded models that are not fused with their bias while a gradient is taken. Unless it can fuse
 * the activation too tfjs keeps them fused, and then computes the gradient of the weights whenever that of
 * the input is asked for: work for nothing, and for convolutions by a kernel that wasm lacks; it
 * refuses dilation too. Those with an activation it fuses come apart by themselves. Nothing changes where
 * no gradient is taken.
 */
const isFused = (activation: unknown): boolean =>
  activation !== 'relu' && activation !== 'elu' && tf.engine().state.gradientDepth > 0;

/** What a layer does to its output. tfjs keeps it to itself: a configuration names it, without its parameters. */
function activate(layer: layers.layers.Layer, y: tf.Tensor): tf.Tensor {
  const activation: unknown = Reflect.get(layer, 'activation');
  if (!isActivation(activation)) throw new Error(`${layer.name} has no activation`);
  return activation.apply(y);
}

const isActivation = (value: unknown): value is { apply(y: tf.Tensor): tf.Tensor } =>
  typeof value === 'object' &&
  value !== null &&
  'apply' in value &&
  typeof value.apply === 'function';

/** As a convolution states it in its configuration. */
interface Convolution {
  readonly activation: string;
  readonly dataFormat: string;
  readonly strides: [number, number];
  readonly padding: 'same' | 'valid';
  readonly dilationRate: [number, number];
}

class UnfusedConv2D extends classOf(layers.layers.conv2d({ filters: 1, kernelSize: 1 })) {
  static override readonly className = 'Conv2D';
  private known: Convolution | null = null;

  override call(inputs: Inputs, options: Options): Inputs {
    // What a configuration of this class holds.
    this.known ??= this.getConfig() as unknown as Convolution;
    const { activation, dataFormat, strides, padding, dilationRate } = this.known;
    if (!isFused(activation) || dataFormat !== 'channelsLast') return super.call(inputs, options);
    const [x] = [inputs].flat() as tf.Tensor4D[];
    const [kernel, bias] = this.getWeights();
    return tf.tidy(() => {
      const y = tf.conv2d(x, kernel as tf.Tensor4D, strides, padding, 'NHWC', dilationRate);
      return activate(this, bias ? tf.add(y, bias) : y);
    });
  }
}

class UnfusedDense extends classOf(layers.layers.dense({ units: 1 })) {
  static override readonly className = 'Dense';
  private stated: unknown = null;

  override call(inputs: Inputs, options: Options): Inputs {
    this.stated ??= this.getConfig()['activation'];
    const [x] = [inputs].flat();
    if (!isFused(this.stated) || x?.rank !== 2) return super.call(inputs, options);
    const [kernel, bias] = this.getWeights();
    return tf.tidy(() => {
      const y = tf.matMul(x, kernel);
      return activate(this, bias ? tf.add(y, bias) : y);
    });
  }
}

/** Puts them in place of the stock classes for every model that is loaded. Called once, by `tf.ts`. */
export function repairLayers(): void {
  tf.serialization.registerClass(UnfusedConv2D);
  tf.serialization.registerClass(UnfusedDense);
}
