import { tf } from '../../src/engine/backend/core.ts';
import type { GradientCase, Stock } from './gradientCase.ts';

type Condition = (x: tf.Tensor) => tf.Tensor;

/** x² where the condition holds, else x/10. */
const branches = (name: string, condition: Condition, stock: Stock = 'throws'): GradientCase => ({
  name: `where ${name}`,
  shape: [3, 4],
  run: (x) => tf.where(condition(x), tf.mul(x, x), tf.mul(x, 0.1)),
  stock,
});

/** Conditions that depend on the tensor whose gradient is asked for. */
export const COMPARISONS: readonly GradientCase[] = [
  branches('x > 0', (x) => tf.greater(x, 0)),
  branches('x ≥ 0', (x) => tf.greaterEqual(x, 0), 'right'),
  branches('x < 0', (x) => tf.less(x, 0)),
  branches('x ≤ 0', (x) => tf.lessEqual(x, 0)),
  branches('0 > x', (x) => tf.greater(0, x)),
  branches('x = max', (x) => tf.equal(x, tf.max(x))),
  branches('x ≠ max', (x) => tf.notEqual(x, tf.max(x))),
  branches('x > 0 and x < 0.5', (x) => tf.logicalAnd(tf.greater(x, 0), tf.less(x, 0.5))),
  branches('x > 0.5 or not x > −0.5', (x) =>
    tf.logicalOr(tf.greater(x, 0.5), tf.logicalNot(tf.greater(x, -0.5))),
  ),
  branches('⌊x⌋ ≥ 1 as whole numbers', (x) =>
    tf.greaterEqual(tf.cast(x, 'int32'), tf.scalar(1, 'int32')),
  ),
  branches('a row has a positive value', (x) => tf.any(tf.greater(x, 0.4), 1, true)),
  branches('a column is positive', (x) => tf.all(tf.greater(x, -0.4), 0)),
  {
    name: 'x times the mask x > 0',
    shape: [3, 4],
    run: (x) => tf.mul(x, tf.cast(tf.greater(x, 0), 'float32')),
    stock: 'throws',
  },
];
