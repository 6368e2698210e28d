import { Problem } from '../../domain/problem.ts';
import { layers, tf } from '../backend/tf.ts';
import type { LoadedModel } from './loadedModel.ts';
import { asLoadedModel } from './loadModel.ts';

/** A bent line: slope 1, but `leak` below 0, and 0 again above `ceiling` where there is one. */
interface Bend {
  readonly leak: number;
  readonly ceiling: number | null;
}

/**
 * leak·x + (1 − leak)·softplus_β(x), less softplus_β(x − ceiling) where there is a ceiling, with
 * softplus_β(z) = ln(1 + e^{βz})/β. As β grows it becomes the bent line; it has every derivative.
 */
class SmoothBend extends tf.serialization.Serializable {
  static readonly className = 'SmoothBend';
  private readonly beta: number;
  private readonly leak: number;
  private readonly ceiling: number | null;

  constructor({ beta, leak, ceiling }: Bend & { readonly beta: number }) {
    super();
    this.beta = beta;
    this.leak = leak;
    this.ceiling = ceiling;
  }

  getConfig(): tf.serialization.ConfigDict {
    return { beta: this.beta, leak: this.leak, ceiling: this.ceiling };
  }

  apply(x: tf.Tensor): tf.Tensor {
    return tf.tidy(() => {
      const up = tf.mul(this.softplus(x), 1 - this.leak);
      const bent = this.leak === 0 ? up : tf.add(up, tf.mul(x, this.leak));
      return this.ceiling === null ? bent : tf.sub(bent, this.softplus(tf.sub(x, this.ceiling)));
    });
  }

  private softplus(x: tf.Tensor): tf.Tensor {
    return tf.div(tf.softplus(tf.mul(x, this.beta)), this.beta);
  }
}
tf.serialization.registerClass(SmoothBend);

/**
 * The smooth twin of a model: the same layers and weights, every ReLU, ReLU6 and leaky ReLU bent
 * smoothly (`SmoothBend`). The second derivatives of a ReLU network are zero wherever they exist; the
 * twin's tell in which direction its gradient, and nearly that of the network, turns. Everything else in it stays as it
 * is. The caller disposes it; the model keeps its own weights.
 * @param beta sharpness of the bend, per unit of a layer's output, > 0
 * @returns null where the model is not made of layers
 * Source: Dombrowski et al., "Explanations can be manipulated and geometry is to blame", NeurIPS 2019 (softplus_β);
 * Ghorbani, Abid, Zou, AAAI 2019 (β = 1)
 */
export async function smoothTwin(
  { card, network }: LoadedModel,
  beta: number,
): Promise<LoadedModel | null> {
  if (!network) return null;
  const modelTopology = bendSmoothly(network.toJSON(null, false), beta);
  if (!isRecord(modelTopology)) throw new Problem('internal');
  const twin = await layers.loadLayersModel({ load: () => Promise.resolve({ modelTopology }) });
  twin.setWeights(network.getWeights());
  return asLoadedModel(card, twin);
}

/** The topology with every bent activation smooth: inside a layer's configuration, or a layer of its own. */
function bendSmoothly(topology: unknown, beta: number): unknown {
  if (Array.isArray(topology)) return topology.map((part) => bendSmoothly(part, beta));
  if (!isRecord(topology)) return topology;
  const { config } = topology;
  const own = isRecord(config) ? bendOfLayer(topology['class_name'], config) : null;
  if (own && isRecord(config)) {
    const activation = smooth(own, beta);
    return { ...topology, class_name: 'Activation', config: { ...config, activation } };
  }
  return Object.fromEntries(
    Object.entries(topology).map(([key, value]) => {
      const bend = key === 'activation' && typeof value === 'string' ? BENDS[value] : undefined;
      return [key, bend ? smooth(bend, beta) : bendSmoothly(value, beta)];
    }),
  );
}

const BENDS: Readonly<Partial<Record<string, Bend>>> = {
  relu: { leak: 0, ceiling: null },
  relu6: { leak: 0, ceiling: 6 },
};

const smooth = (bend: Bend, beta: number): object => ({
  class_name: SmoothBend.className,
  config: { ...bend, beta },
});

/** The bend of a layer that is nothing else; its defaults are those of tfjs. */
function bendOfLayer(name: unknown, config: Record<string, unknown>): Bend | null {
  const { alpha, max_value: top } = config;
  if (name === 'LeakyReLU') return { leak: typeof alpha === 'number' ? alpha : 0.3, ceiling: null };
  if (name === 'ReLU') return { leak: 0, ceiling: typeof top === 'number' ? top : null };
  return null;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
