import { tf } from './core.ts';

/**
 * Gradients of comparisons and of the logic built on them: zero, as of any step. Stock tfjs has none,
 * so whatever is made of a mask (ReLU6, clipping, leaky ReLU, `where(x > 0, …)`, the maximum of an
 * axis) throws as soon as the mask hangs on x: in every second derivative.
 */
export function comparisonGradients(): tf.GradConfig[] {
  const comparisons = [
    tf.Equal,
    tf.NotEqual,
    tf.Greater,
    tf.GreaterEqual,
    tf.Less,
    tf.LessEqual,
    tf.LogicalAnd,
    tf.LogicalOr,
  ].map((kernelName) => zeroGradient(kernelName, ['a', 'b']));
  return [...comparisons, zeroGradient(tf.LogicalNot, ['x'])];
}

function zeroGradient(kernelName: string, inputs: string[]): tf.GradConfig {
  return {
    kernelName,
    inputsToSave: inputs,
    gradFunc: (_, saved) =>
      Object.fromEntries(inputs.map((name, i) => [name, () => tf.zeros(saved[i]?.shape ?? [])])),
  };
}
