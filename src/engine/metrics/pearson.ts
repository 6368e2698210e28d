import type { Score } from '../../domain/score.ts';
import { correlationScore } from './correlationScore.ts';

type Values = Float32Array | Float64Array;

/**
 * Pearson's correlation of two maps of equal size: Σ(a − ā)(b − b̄) / √(Σ(a − ā)² Σ(b − b̄)²), in float64,
 * means first. −1…1, higher is more alike; 1 where the maps differ by scale and offset only, the same values
 * to the bit. Chance 0. Undefined, `constant-map`, when all values of one map are equal.
 */
export function pearson(a: Values, b: Values): Score {
  if (isConstant(a) || isConstant(b)) return correlationScore(null);
  return correlationScore(correlate(centred(a), centred(b)));
}

/** Cosine of two centred lists. */
function correlate(a: Float64Array, b: Float64Array): number {
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    ab += a[i] * b[i];
    aa += a[i] * a[i];
    bb += b[i] * b[i];
  }
  // The root of a square is not always the number squared, and equal maps must give 1.
  return ab / (aa === bb ? aa : Math.sqrt(aa) * Math.sqrt(bb));
}

/**
 * Less the mean, brought to a largest value near 1: squares of huge values are infinite, of tiny ones 0. The rounding
 * of a mean can exceed the differences of nearly equal values, so what is left is centred once more.
 */
function centred(values: Values): Float64Array {
  let largest = 0;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i]));
  // The logarithm of the largest numbers rounds up to 1024, which is no exponent.
  const unit = 2 ** Math.min(1023, Math.max(-1022, Math.floor(Math.log2(largest))));
  // Plain loops: a callback for every pixel takes ten times as long.
  const scaled = new Float64Array(values.length);
  for (let i = 0; i < scaled.length; i++) scaled[i] = values[i] / unit;
  subtractMean(scaled);
  subtractMean(scaled);
  return scaled;
}

function subtractMean(values: Float64Array): void {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  const mean = sum / values.length;
  for (let i = 0; i < values.length; i++) values[i] -= mean;
}

function isConstant(values: Values): boolean {
  for (let i = 1; i < values.length; i++) if (values[i] !== values[0]) return false;
  return true;
}
