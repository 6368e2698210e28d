import { Problem } from '../../domain/problem.ts';

/** @throws Problem `non-finite-gradient` naming `what`, when one of the values is not finite */
export function checkFinite(values: Float32Array, what: 'gradient' | 'logits'): void {
  const odd = values.find((value) => !Number.isFinite(value));
  if (odd !== undefined)
    throw new Problem('non-finite-gradient', { what, allowed: 'finite', got: String(odd) });
}
