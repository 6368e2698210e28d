import { averageRanks } from './averageRanks.ts';
import { descendingOrder, type PixelOrder } from './descendingOrder.ts';

/** Values with their order and ranks: what every rank correlation starts from. */
export interface RankedMap {
  readonly values: Float32Array | Float64Array;
  /** Indices, largest value first. */
  readonly order: PixelOrder;
  /** `averageRanks`. */
  readonly ranks: Float64Array;
}

/** Ranks values once, for all correlations over them. */
export function rankMap(values: Float32Array | Float64Array): RankedMap {
  const order = descendingOrder(values);
  return { values, order, ranks: averageRanks(values, order) };
}
