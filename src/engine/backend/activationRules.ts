import { single } from './attributes.ts';
import { tf } from './core.ts';
import { rescaledOperand, rescaledPool, rescaledUnary } from './rescaleRule.ts';

/**
 * What stands in place of the gradient of activations.
 * `guidedBackprop`: at a ReLU, ∂x = ∂y·[x > 0]·[∂y > 0]. `deconvolution`: ∂x = ∂y·[∂y > 0], whatever x was.
 * ReLU6 likewise; where it is constant above 6 nothing comes through in either.
 * `rescale`: the multipliers of DeepLIFT, Δy/Δx between the two rows of each pair (`rescaleRule.ts`).
 */
export type ActivationRule =
  | { readonly name: 'guidedBackprop' | 'deconvolution' }
  /** `pairs` of neighbouring rows, a picture and its baseline, fill the batch. */
  | { readonly name: 'rescale'; readonly pairs: number };

let active: ActivationRule | null = null;
let met = false;

/**
 * Every gradient taken inside `f` obeys the rule, for whatever model; nothing outside does.
 * @param f synchronous: a rule must not be there when somebody else takes a gradient
 * @returns what `f` gives, and whether an activation with this rule was met on the way back
 */
export function withActivationRule<T>(
  rule: ActivationRule,
  f: () => T,
): { readonly value: T; readonly met: boolean } {
  const before = { active, met };
  active = rule;
  met = false;
  try {
    return { value: f(), met };
  } finally {
    active = before.active;
    met = before.met;
  }
}

/** Activations of one input; the rescale rule reads it as `x`. */
const UNARY = [
  tf.Relu,
  tf.Relu6,
  tf.LeakyRelu,
  tf.Elu,
  tf.Selu,
  tf.Sigmoid,
  tf.Tanh,
  tf.Softplus,
  tf.ClipByValue,
  tf.Erf,
  tf.Exp,
  tf.Square,
  tf.Abs,
] as const;

/** The gradients registered before, with the rules in front of them. To be registered last. */
export function ruledGradients(): tf.GradConfig[] {
  return [
    ...UNARY.map((kernelName) => ruled(kernelName, unaryRule)),
    // ReLU6 of layers is `minimum(6, relu(x))`.
    ...[tf.Minimum, tf.Maximum].map((kernelName) => ruled(kernelName, operandRule)),
    // Global max pooling is a maximum over axes.
    ...[tf.MaxPool, tf.Max].map((kernelName) => ruled(kernelName, poolRule)),
  ];
}

/** One backward step: what the gradient function of tfjs is given, and that function. */
interface Step {
  readonly kernelName: string;
  readonly dy: tf.Tensor;
  readonly saved: readonly tf.Tensor[];
  readonly attributes: tf.NamedAttrMap;
  /** The gradient itself, for another ∂y too. */
  readonly gradient: (dy: tf.Tensor) => ReturnType<tf.GradFunc>;
}

type Rule = (step: Step, rule: ActivationRule) => ReturnType<tf.GradFunc>;

function ruled(kernelName: string, rule: Rule): tf.GradConfig {
  const stock = tf.getGradient(kernelName);
  return {
    ...stock,
    gradFunc(dy, saved, attributes) {
      const gradient = (slope: tf.Tensor) => stock.gradFunc(slope, saved, attributes);
      if (!active) return stock.gradFunc(dy, saved, attributes);
      return rule({ kernelName, dy: single(dy), saved, attributes, gradient }, active);
    },
  };
}

const unaryRule: Rule = (step, rule) => {
  const { kernelName, dy, saved, attributes, gradient } = step;
  const [x] = saved;
  if (!x) throw new Error(`${kernelName} kept no input`);
  if (rule.name === 'rescale') {
    // The output again: not every gradient keeps it, and it costs no more than keeping it.
    const y = tf.engine().runKernel<tf.Tensor>(kernelName, { x }, attributes);
    return { x: () => rescaledUnary({ dy, x, y, pairs: rule.pairs, gradient }) };
  }
  if (kernelName !== tf.Relu && kernelName !== tf.Relu6) return gradient(dy);
  met = true;
  if (rule.name === 'guidedBackprop') return gradient(tf.relu(dy));
  if (kernelName === tf.Relu) return { x: () => tf.relu(dy) };
  return { x: () => tf.mul(tf.relu(dy), tf.sub(1, tf.step(tf.sub(x, 6)))) };
};

const operandRule: Rule = ({ kernelName, dy, saved, gradient }, rule) => {
  const stock = gradient(dy);
  const [a, b] = saved;
  if (rule.name !== 'rescale' || !a || !b) return stock;
  const y = kernelName === tf.Minimum ? tf.minimum(a, b) : tf.maximum(a, b);
  const operand = (x: tf.Tensor, other: tf.Tensor, name: 'a' | 'b') => () =>
    rescaledOperand({ dy, x, y, pairs: rule.pairs, gradient }, other, name);
  return { a: operand(a, b, 'a'), b: operand(b, a, 'b') };
};

const poolRule: Rule = ({ kernelName, dy, saved, gradient }, rule) => {
  if (rule.name !== 'rescale') return gradient(dy);
  const [x, y] = saved;
  if (!x || !y) throw new Error(`${kernelName} kept no input or output`);
  return { x: () => rescaledPool({ dy, x, y, pairs: rule.pairs, gradient }) };
};
