import { tf } from '../../src/engine/backend/core.ts';
import { createRandom } from '../../src/engine/random.ts';
import type { GradientCase } from './gradientCase.ts';

function constant(shape: number[]): tf.Tensor {
  const chance = createRandom(3, String(shape));
  const length = shape.reduce((a, b) => a * b, 1);
  return tf.tensor(
    Float32Array.from({ length }, () => chance.normal()),
    shape,
  );
}

/** One case for each operand. */
const einsum = (equation: string, ...shapes: number[][]): GradientCase[] =>
  shapes.map((shape, i) => ({
    name: `einsum ${equation}, operand ${i + 1}`,
    shape,
    run: (x) => tf.einsum(equation, ...shapes.map((s, j) => (j === i ? x : constant(s)))),
    stock: 'throws',
  }));

/** The kernels of cpu and webgl sum i before k joins, and then leave an axis too many. */
const onWasm = (cases: GradientCase[]): GradientCase[] =>
  cases.map((c) => ({ ...c, backends: ['wasm'] }));

/** What attention layers use, and every way a label can occur: in one operand or both, in the output or not. */
export const EINSUMS: readonly GradientCase[] = [
  ...einsum('ij,jk->ik', [2, 3], [3, 4]),
  ...einsum('abc,cde->abde', [2, 2, 3], [3, 2, 2]),
  ...einsum('aecd,abcd->acbe', [2, 3, 2, 2], [2, 2, 2, 2]),
  ...einsum('acbe,aecd->abcd', [2, 2, 2, 3], [2, 3, 2, 2]),
  ...einsum('abcd,cde->abe', [2, 1, 2, 3], [2, 3, 2]),
  ...einsum('i,j->ji', [3], [4]),
  ...einsum('i,i->', [5], [5]),
  ...einsum('bi,bi->b', [2, 3], [2, 3]),
  ...einsum('bij,bij->jb', [2, 2, 3], [2, 2, 3]),
  ...einsum('ji,jk->k', [2, 3], [2, 2]),
  ...onWasm(einsum('ij,jk->k', [3, 2], [2, 2])),
  ...onWasm(einsum('ij,k->', [2, 3], [2])),
  ...einsum('ij->ji', [2, 3]),
  ...einsum('bij->jb', [2, 3, 2]),
  ...einsum('ij->', [2, 3]),
  {
    name: 'einsum ij,kj->ik of x and itself',
    shape: [3, 2],
    run: (x) => tf.einsum('ij,kj->ik', x, x),
    stock: 'throws',
  },
];
