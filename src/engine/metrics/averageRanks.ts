import type { PixelOrder } from './descendingOrder.ts';

/**
 * Rank of every value from 1 (smallest) to N; equal values share the mean of their ranks.
 * @param order indices, largest value first
 * @returns one rank for each value, whole or half numbers
 */
export function averageRanks(
  values: Float32Array | Float64Array,
  order: PixelOrder,
): Float64Array<ArrayBuffer> {
  const ranks = new Float64Array(order.length);
  for (let start = 0; start < order.length; ) {
    const end = endOfTie(values, order, start);
    const rank = order.length - (start + end - 1) / 2;
    for (let i = start; i < end; i++) ranks[order[i]] = rank;
    start = end;
  }
  return ranks;
}

/** One behind the last place of the order whose value equals that at `start`. */
export function endOfTie(
  values: Float32Array | Float64Array,
  order: PixelOrder,
  start: number,
): number {
  let end = start + 1;
  while (end < order.length && values[order[end]] === values[order[start]]) end++;
  return end;
}
