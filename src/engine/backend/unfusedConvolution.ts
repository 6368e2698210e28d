import { layers, tf } from './core.ts';

type Inputs = tf.Tensor | tf.Tensor[];

/** The stock class, which tfjs does not export. */
const StockConv2D = layers.layers.conv2d({ filters: 1, kernelSize: 1 })
  .constructor as tf.serialization.SerializableConstructor<layers.layers.Layer>;

/** As the layer states it in its configuration. */
interface Convolution {
  readonly activation: string;
  readonly dataFormat: string;
  readonly strides: [number, number];
  readonly padding: 'same' | 'valid';
  readonly dilationRate: [number, number];
}

/**
 * A convolution of a loaded model. Without an activation tfjs fuses it with its bias even while a
 * gradient is taken, and then computes the gradient of the filter whenever that of the input is
 * asked for, with a kernel that wasm lacks, and refuses dilation. Here it comes apart, as those with
 * an activation do by themselves. Nothing changes where no gradient is taken.
 */
class UnfusedConv2D extends StockConv2D {
  static override readonly className = 'Conv2D';
  private known: Convolution | null = null;

  override call(inputs: Inputs, kwargs: Parameters<layers.layers.Layer['call']>[1]): Inputs {
    // What a configuration of this class holds.
    this.known ??= this.getConfig() as unknown as Convolution;
    const { activation, dataFormat, strides, padding, dilationRate } = this.known;
    const apart =
      tf.engine().state.gradientDepth > 0 &&
      activation === 'linear' &&
      dataFormat === 'channelsLast';
    if (!apart) return super.call(inputs, kwargs);
    const [x] = [inputs].flat() as tf.Tensor4D[];
    const [kernel, bias] = this.getWeights();
    return tf.tidy(() => {
      const y = tf.conv2d(x, kernel as tf.Tensor4D, strides, padding, 'NHWC', dilationRate);
      return bias ? tf.add(y, bias) : y;
    });
  }
}

/** Puts it in place of the stock class for every model that is loaded. Called once, by `tf.ts`. */
export function repairLayers(): void {
  tf.serialization.registerClass(UnfusedConv2D);
}
