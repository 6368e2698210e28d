import type { Coalition } from './coalitions.ts';

/**
 * Solver of min Σ_S w_S (v_S − Σ_{i∈S} φ_i)² under Σ φ = total, v and total counted from the empty coalition:
 * with A = Σ w z zᵀ and b = Σ w v z, φ = A⁻¹b + λ A⁻¹1, λ chosen to meet the constraint exactly. With every
 * coalition and the Shapley kernel, φ are the Shapley values (Charnes et al. 1988; Lundberg, Lee 2017, theorem 2).
 * Float64; A is factored once (Cholesky) for all pictures that share the coalitions.
 * @param coalitions hold each player alone (so that A has full rank)
 * @returns from `values` (one per coalition) and `total` to one φ per player
 */
export function shapleyRegression(
  players: number,
  coalitions: readonly Coalition[],
): (values: Float64Array, total: number) => Float64Array {
  const members = coalitions.map((coalition) => membersOf(coalition));
  const factor = cholesky(normalMatrix(players, coalitions, members), players);
  const ofOnes = solve(factor, new Float64Array(players).fill(1));
  return (values, total) => {
    const right = new Float64Array(players);
    coalitions.forEach(({ weight }, s) => {
      for (const i of members[s]) right[i] += weight * values[s];
    });
    const free = solve(factor, right);
    const lambda = (total - sumOf(free)) / sumOf(ofOnes);
    return free.map((value, i) => value + lambda * ofOnes[i]);
  };
}

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

const membersOf = ({ members }: Coalition): number[] =>
  [...members.keys()].filter((player) => members[player] === 1);

/** A, row-major; lower half. */
function normalMatrix(
  players: number,
  coalitions: readonly Coalition[],
  members: readonly (readonly number[])[],
): Float64Array {
  const matrix = new Float64Array(players * players);
  coalitions.forEach(({ weight }, s) => {
    for (const i of members[s])
      for (const j of members[s]) {
        if (j > i) break;
        matrix[i * players + j] += weight;
      }
  });
  return matrix;
}

/** L of A = L Lᵀ in place of the lower half. */
function cholesky(matrix: Float64Array, n: number): Float64Array {
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * n + j];
      for (let k = 0; k < j; k++) sum -= matrix[i * n + k] * matrix[j * n + k];
      matrix[i * n + j] = i === j ? Math.sqrt(sum) : sum / matrix[j * n + j];
    }
  return matrix;
}

/** Solves L Lᵀ x = right. */
function solve(factor: Float64Array, right: Float64Array): Float64Array {
  const n = right.length;
  const x = Float64Array.from(right);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i] -= factor[i * n + k] * x[k];
    x[i] /= factor[i * n + i];
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i] -= factor[k * n + i] * x[k];
    x[i] /= factor[i * n + i];
  }
  return x;
}
