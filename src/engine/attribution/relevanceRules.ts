import { type layers, tf } from '../backend/tf.ts';
import { type NetworkStep, runLayer } from '../model/networkSteps.ts';
import { type Convolution, convolutionOf, isConvolution } from './relevanceConvolutions.ts';

type Layer = layers.layers.Layer;

/** How relevance goes back through one step; `relevance.ts` does what is said here. */
export type RelevanceRule =
  /** Nothing changes: activations, dropout, a batch norm that went into the layer before it. */
  | { readonly kind: 'pass' }
  /** To where the values came from: padding, reshaping, the winners of a max pool. */
  | { readonly kind: 'route'; readonly run: (x: tf.Tensor[]) => tf.Tensor }
  /** ε rule: in proportion to the contributions `run(x)`, of which `bias` takes its part. */
  | {
      readonly kind: 'epsilon';
      readonly run: (x: tf.Tensor[]) => tf.Tensor;
      readonly bias: tf.Tensor | null;
    }
  /** z⁺ rule: in proportion to the contributions above zero. */
  | { readonly kind: 'positive'; readonly convolution: Convolution };

/** Activations that relevance passes: all that keep 0 at 0 or nearly so. Not sigmoid, not softmax. */
const PASSED = /^(linear|relu|relu6|elu|selu|tanh|softplus|softsign|swish|mish|gelu|gelu_new)$/;
const PASSING =
  /^(ReLU|LeakyReLU|PReLU|ELU|ThresholdedReLU|Dropout|SpatialDropout1D|GaussianNoise|GaussianDropout|AlphaDropout)$/;
const ROUTING =
  /^(ZeroPadding2D|Cropping2D|Flatten|Reshape|Permute|Concatenate|MaxPooling2D|GlobalMaxPooling2D|UpSampling2D)$/;
const SUMMING = /^(AveragePooling2D|GlobalAveragePooling2D|Add|Average)$/;

/** The first step without a rule, as `name (Class)` or `name (Class, activation)`; empty when all have one. */
export function stepWithoutRule(steps: readonly NetworkStep[]): string {
  const found = steps.find((step) => !hasRule(step));
  if (!found) return '';
  const { activation } = found.layer.getConfig();
  const about = [
    found.layer.getClassName(),
    ...(typeof activation === 'string' ? [activation] : []),
  ];
  return `${found.name} (${about.join(', ')})`;
}

function hasRule({ layer, shape }: NetworkStep): boolean {
  const kind = layer.getClassName();
  if (PASSING.test(kind) || ROUTING.test(kind) || SUMMING.test(kind)) return true;
  const { activation = 'linear', dataFormat = 'channelsLast', axis } = layer.getConfig();
  if (kind === 'BatchNormalization') return axis === -1 || axis === shape.length;
  if (typeof activation !== 'string' || !PASSED.test(activation)) return false;
  if (kind === 'Dense') return shape.length === 1;
  return kind === 'Activation' || (isConvolution(kind) && dataFormat === 'channelsLast');
}

/** The rules of steps that all have one. Tensors made on the way are the caller's. */
export function relevanceRules(steps: readonly NetworkStep[]): RelevanceRule[] {
  const norms = new Map(steps.flatMap((_, index) => mergedNorm(steps, index)));
  const merged = new Set(norms.values());
  return steps.map(({ layer }, index) => {
    if (merged.has(index)) return { kind: 'pass' };
    const norm = norms.get(index);
    return ruleOf(layer, norm === undefined ? null : normOf(steps[norm].layer));
  });
}

/** y = scale · x + shift, for each channel. */
interface Norm {
  readonly scale: tf.Tensor;
  readonly shift: tf.Tensor;
}

/** `[step, norm]` where a batch norm is all that follows a linear layer: then both are one. */
function mergedNorm(steps: readonly NetworkStep[], index: number): [number, number][] {
  const { layer } = steps[index];
  const kind = layer.getClassName();
  const linear = layer.getConfig()['activation'] === 'linear';
  if (!linear || (kind !== 'Dense' && !isConvolution(kind))) return [];
  const users = steps.flatMap(({ inputs }, user) => (inputs.includes(index) ? [user] : []));
  const [user] = users;
  const alone = users.length === 1 && user !== undefined;
  return alone && steps[user].layer.getClassName() === 'BatchNormalization' ? [[index, user]] : [];
}

function normOf(layer: Layer): Norm {
  const { epsilon, scale, center } = layer.getConfig();
  const weights = [...layer.getWeights()];
  const gamma = scale ? weights.shift() : undefined;
  const beta = center ? weights.shift() : undefined;
  const [mean, variance] = weights;
  if (!mean || !variance) throw new Error(`${layer.name} has no mean or no variance`);
  const unscaled = tf.rsqrt(tf.add(variance, Number(epsilon)));
  const factor = gamma ? tf.mul(gamma, unscaled) : unscaled;
  const moved = tf.neg(tf.mul(mean, factor));
  return { scale: factor, shift: beta ? tf.add(beta, moved) : moved };
}

function ruleOf(layer: Layer, norm: Norm | null): RelevanceRule {
  const kind = layer.getClassName();
  if (PASSING.test(kind) || kind === 'Activation') return { kind: 'pass' };
  if (kind === 'GlobalMaxPooling2D') return { kind: 'route', run: ([x]) => globalMax(x) };
  const run = (x: tf.Tensor[]) => runLayer(layer, x);
  if (ROUTING.test(kind)) return { kind: 'route', run };
  if (SUMMING.test(kind)) return { kind: 'epsilon', run, bias: null };
  if (kind === 'BatchNormalization') {
    const { scale, shift } = normOf(layer);
    return { kind: 'epsilon', run: ([x]) => tf.mul(x, scale), bias: shift };
  }
  if (kind === 'Dense') return denseRule(layer, norm);
  return { kind: 'positive', convolution: convolutionOf(layer, norm?.scale ?? null) };
}

function denseRule(layer: Layer, norm: Norm | null): RelevanceRule {
  const [kernel, own] = layer.getWeights();
  if (!kernel) throw new Error(`${layer.name} has no weights`);
  const weights = norm ? tf.mul(kernel, norm.scale) : kernel;
  const bias = norm && own ? tf.mul(own, norm.scale) : (own ?? null);
  return {
    kind: 'epsilon',
    run: ([x]) => tf.matMul(x, weights),
    bias: norm ? (bias ? tf.add(bias, norm.shift) : norm.shift) : bias,
  };
}

/** A max pool over everything: among equal maxima it lets one win, where the layer's gradient lets all. */
function globalMax(x: tf.Tensor): tf.Tensor {
  const [n, height, width, channels] = x.shape;
  const whole = tf.reshape<tf.Rank.R4>(x, [n, height, width, channels]);
  // wasm refuses to pool over a single pixel.
  const most = height * width > 1 ? tf.maxPool(whole, [height, width], 1, 'valid') : whole;
  return tf.reshape(most, [n, channels]);
}
