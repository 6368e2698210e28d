/**
 * Shannon entropy of |value| as shares of their sum, divided by ln N: 1 all pixels alike, 0 one pixel carries all.
 * `null` when all values are 0, and for a map of one pixel.
 */
export function entropy(values: Float32Array | Float64Array): number | null {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  if (largest === 0 || values.length === 1) return null;
  let sum = 0;
  for (const value of values) sum += Math.abs(value) / largest;
  let bits = 0;
  for (const value of values) {
    const share = Math.abs(value) / largest / sum;
    if (share > 0) bits -= share * Math.log(share);
  }
  // Rounding may carry it a last bit beyond.
  return Math.min(1, Math.max(0, bits / Math.log(values.length)));
}
