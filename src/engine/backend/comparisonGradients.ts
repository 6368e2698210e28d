import { tf } from './core.ts';

/** Ops that answer with truth values, and their inputs. */
const COMPARISONS: Readonly<Record<string, readonly string[]>> = {
  [tf.Greater]: ['a', 'b'],
  [tf.GreaterEqual]: ['a', 'b'],
  [tf.Less]: ['a', 'b'],
  [tf.LessEqual]: ['a', 'b'],
  [tf.Equal]: ['a', 'b'],
  [tf.NotEqual]: ['a', 'b'],
  [tf.LogicalAnd]: ['a', 'b'],
  [tf.LogicalOr]: ['a', 'b'],
  [tf.LogicalNot]: ['x'],
  [tf.Any]: ['x'],
  [tf.All]: ['x'],
};

/**
 * Gradients of comparisons and logic (stock: none but that of GreaterEqual, which fails on whole
 * numbers): zero, since the answer is constant wherever it has a derivative. tfjs walks every path
 * from x to y, through conditions too, so `where(x > 0, a, b)` needs one to differentiate a and b.
 * At the threshold itself the gradient is that of the branch taken.
 */
export function comparisonGradients(): tf.GradConfig[] {
  return Object.entries(COMPARISONS).map(([kernelName, inputs]) => ({
    kernelName,
    inputsToSave: [...inputs],
    gradFunc: (_, saved) =>
      Object.fromEntries(inputs.map((name, i) => [name, () => tf.zeros(saved[i].shape)])),
  }));
}
