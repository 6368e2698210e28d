import { inputOf, single, textOf } from './attributes.ts';
import { tf } from './core.ts';

/**
 * Einsum for wasm, which has none: transposed to one batched matrix product. One or two operands,
 * no label twice in one of them, as the stock kernels.
 */
export function einsumKernel(): tf.KernelConfig {
  return {
    kernelName: tf.Einsum,
    backendName: 'wasm',
    kernelFunc: ({ inputs, attrs = {} }) =>
      tf.tidy(() => {
        const operands = Object.keys(inputs).map((name) => inputOf(inputs, name));
        return contract(textOf(attrs, 'equation'), operands);
      }),
  };
}

/**
 * Gradient of Einsum (stock: none): that of each operand is the contraction of ∂y with the other
 * one; along labels that only this operand has, and which were summed away, it is constant. By
 * matrix products, so second derivatives come along.
 * @throws Error where the stock kernels of cpu and webgl leave an axis too many, because they sum a
 * label of one operand before the other joins: `ij,jk->k`. Ours for wasm is right
 */
export function einsumGradient(): tf.GradConfig {
  return {
    kernelName: tf.Einsum,
    saveAllInputs: true,
    gradFunc(dy, operands, attributes) {
      const equation = textOf(attributes, 'equation');
      const { terms, output } = readEquation(equation, operands);
      const slope = single(dy);
      if (slope.rank !== output.length) throw new Error(`this backend gets ${equation} wrong`);
      return Object.fromEntries(
        operands.map((operand, i) => [
          i,
          () => {
            const others = operands.filter((_, j) => j !== i);
            const otherTerms = terms.filter((_, j) => j !== i);
            const known = output.concat(...otherTerms);
            const kept = terms[i].filter((label) => known.includes(label));
            const own = multiply([slope, ...others], {
              terms: [output, ...otherTerms],
              output: kept,
            });
            return broadcast(own, kept, operand.shape, terms[i]);
          },
        ]),
      );
    },
  };
}

/** A tensor made constant along the axes it lacks. */
function broadcast(x: tf.Tensor, kept: string[], shape: number[], labels: string[]): tf.Tensor {
  const thin = shape.map((size, axis) => (kept.includes(labels[axis]) ? size : 1));
  return tf.mul(tf.reshape(x, thin), tf.ones(shape));
}

/** The labels of each operand and of the result, one for each axis. */
interface Equation {
  readonly terms: string[][];
  readonly output: string[];
}

/** @throws Error naming what is wrong with an equation or the operands given */
function readEquation(equation: string, operands: readonly tf.Tensor[]): Equation {
  const [left, output, ...more] = equation.replace(/\s/g, '').split('->');
  const terms = left.split(',').map((term) => term.split(''));
  if (output === undefined || more.length > 0 || !/^[a-zA-Z,]*$/.test(left + output))
    throw new Error(`expected an equation like ij,jk->ik, got ${equation}`);
  if (terms.length !== operands.length || terms.length > 2)
    throw new Error(`${equation} asks for 1 or 2 operands, got ${operands.length}`);
  if (!output.split('').every((label) => terms.flat().includes(label)))
    throw new Error(`${output} names a label that no operand has`);
  terms.forEach((term, i) => {
    if (term.length !== operands[i].rank || new Set(term).size !== term.length)
      throw new Error(`${term.join('')} must name ${operands[i].rank} axes, each once`);
  });
  return { terms, output: output.split('') };
}

/**
 * What `tf.einsum` answers, on every backend, of differentiable operations.
 * @throws Error as `tf.einsum` for an equation that makes no sense
 */
export function contract(equation: string, operands: readonly tf.Tensor[]): tf.Tensor {
  return multiply(operands, readEquation(equation, operands));
}

/**
 * Σ over every label that is not in the output, of the product of one or two operands, as one
 * matrix product for each value of the labels that all three share.
 */
function multiply(
  [a, b = tf.scalar(1)]: readonly tf.Tensor[],
  { terms: [first, second = []], output }: Equation,
): tf.Tensor {
  const shared = first.filter((label) => second.includes(label));
  const batch = shared.filter((label) => output.includes(label));
  const summed = shared.filter((label) => !output.includes(label));
  const left = output.filter((label) => !second.includes(label));
  const right = output.filter((label) => !first.includes(label));
  const sizes = new Map<string, number>();
  first.forEach((label, axis) => sizes.set(label, a.shape[axis]));
  second.forEach((label, axis) => sizes.set(label, b.shape[axis]));
  const shapeOf = (labels: string[]) => labels.map((label) => sizes.get(label) ?? 1);
  const matrices = (x: tf.Tensor, labels: string[], rows: string[], columns: string[]) =>
    tf.reshape(
      arrange(x, labels, [...batch, ...rows, ...columns]),
      [batch, rows, columns].map((group) => shapeOf(group).reduce((p, q) => p * q, 1)),
    );
  const product = tf.matMul(matrices(a, first, left, summed), matrices(b, second, summed, right));
  const labels = [...batch, ...left, ...right];
  return arrange(tf.reshape(product, shapeOf(labels)), labels, output);
}

/** The axes in another order, those not wanted summed away. */
function arrange(x: tf.Tensor, labels: string[], wanted: string[]): tf.Tensor {
  const gone = labels.flatMap((label, axis) => (wanted.includes(label) ? [] : [axis]));
  const kept = labels.filter((label) => wanted.includes(label));
  const sum = gone.length === 0 ? x : tf.sum(x, gone);
  const order = wanted.map((label) => kept.indexOf(label));
  return order.every((axis, i) => axis === i) ? sum : tf.transpose(sum, order);
}
