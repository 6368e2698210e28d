import { averageRanks, endOfTie } from './averageRanks.ts';
import { descendingOrder, type PixelOrder } from './descendingOrder.ts';

/** Values with their order and ranks: what every rank correlation starts from. */
export interface RankedMap {
  /** Indices, largest value first. */
  readonly order: PixelOrder;
  /** `averageRanks`. */
  readonly ranks: Float64Array;
  /** 0 for the largest value, 1 for the next, …: equal values, equal ranks. */
  readonly denseRanks: Uint32Array;
  /** Pairs of equal values. */
  readonly tiedPairs: number;
}

/** Ranks values once, for all correlations over them. */
export function rankMap(values: Float32Array | Float64Array): RankedMap {
  const order = descendingOrder(values);
  const denseRanks = new Uint32Array(order.length);
  let tiedPairs = 0;
  for (let start = 0, rank = 0; start < order.length; rank++) {
    const end = endOfTie(values, order, start);
    for (let i = start; i < end; i++) denseRanks[order[i]] = rank;
    tiedPairs += pairsOf(end - start);
    start = end;
  }
  return { order, ranks: averageRanks(values, order), denseRanks, tiedPairs };
}

/** Pairs of n things. */
export const pairsOf = (n: number): number => (n * (n - 1)) / 2;
