/**
 * Plain arithmetic where `Math.exp` and `Math.pow` leave the last bits to the machine: the same picture
 * must give the same bytes everywhere. Relative error below 1e-13.
 */

const LN_2 = Math.LN2;

/** e^x for x ≤ 0: Taylor's series at x/2ⁿ, squared n times. */
export function exponential(x: number): number {
  let [small, squarings] = [x, 0];
  for (; small < -0.5; squarings++) small /= 2;
  let result = 1;
  for (let n = 16; n > 0; n--) result = 1 + (small * result) / n;
  for (; squarings > 0; squarings--) result *= result;
  return result;
}

/** ln v for 0 < v ≤ 1: v = m/2ⁿ with m of ½…1, and 2·artanh((m − 1)/(m + 1)). */
function logarithm(v: number): number {
  let [m, halvings] = [v, 0];
  for (; m < 0.5; halvings++) m *= 2;
  const ratio = (m - 1) / (m + 1);
  const square = ratio * ratio;
  let sum = 0;
  for (let n = 37; n > 0; n -= 2) sum = sum * square + 1 / n;
  return 2 * ratio * sum - halvings * LN_2;
}

/** v^exponent for 0 ≤ v ≤ 1 and a positive exponent; 0 and 1 stay as they are. */
export function power(v: number, exponent: number): number {
  if (v <= 0 || v === 1) return v <= 0 ? 0 : 1;
  return exponential(exponent * logarithm(v));
}
