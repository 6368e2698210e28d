import type { PixelOrder } from './descendingOrder.ts';
import { emptySet, type PixelSet } from './pixelSet.ts';

/** A rectangle of pixels in the coordinates of a map. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
}

/** The pixels of an area of a ranked map: all there is to know of it for choosing the top k. */
export interface RankedArea {
  /** Indices of the whole map, best first. */
  readonly order: PixelOrder;
  /** Width of the whole map, which the indices count in. */
  readonly mapWidth: number;
  readonly area: Area;
}

/**
 * S_k: the k best pixels of the area, in the area's own coordinates; ties go to the lower row-major
 * index (which is the same order in the map and in the area). k is at most the area's size.
 */
export function topKSet({ order, mapWidth, area }: RankedArea, k: number): PixelSet {
  const set = emptySet(area.height, area.width);
  const { words, stride } = set;
  let picked = 0;
  for (let rank = 0; picked < k; rank++) {
    const row = Math.floor(order[rank] / mapWidth);
    const y = row - area.top;
    const x = order[rank] - row * mapWidth - area.left;
    if (y < 0 || y >= area.height || x < 0 || x >= area.width) continue;
    words[y * stride + (x >>> 5)] |= 1 << (x & 31);
    picked++;
  }
  return set;
}
