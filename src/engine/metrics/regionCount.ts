import type { PixelSet } from './pixelSet.ts';

/** Pixels `from`…`to` of a row, all in the set. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly id: number;
}

/**
 * Number of 8-connected groups of a set, for N_w(S_k): how many separate places carry the explanation. 0 for the empty
 * set. Each stretch of a row joins those of the row above that touch it, corners included.
 */
export function regionCount(set: PixelSet): number {
  const parent: number[] = [];
  let regions = 0;
  let above: Stretch[] = [];
  for (let y = 0; y < set.height; y++) {
    const row = stretchesOf(set, y, parent.length);
    for (const { id } of row) parent[id] = id;
    regions += row.length;
    let first = 0;
    for (const stretch of row) {
      while (first < above.length && above[first].to < stretch.from - 1) first++;
      for (let i = first; i < above.length && above[i].from <= stretch.to + 1; i++)
        if (join(parent, above[i].id, stretch.id)) regions--;
    }
    above = row;
  }
  return regions;
}

function stretchesOf({ width, stride, words }: PixelSet, y: number, firstId: number): Stretch[] {
  const row: Stretch[] = [];
  let x = 0;
  const isSet = (at: number) => ((words[y * stride + (at >>> 5)] >>> (at & 31)) & 1) === 1;
  while (x < width) {
    if ((x & 31) === 0 && words[y * stride + (x >>> 5)] === 0) x += 32;
    else if (!isSet(x)) x++;
    else {
      const from = x;
      while (x < width && isSet(x)) x++;
      row.push({ from, to: x - 1, id: firstId + row.length });
    }
  }
  return row;
}

/** False when both were of one group already. */
function join(parent: number[], a: number, b: number): boolean {
  const [rootA, rootB] = [rootOf(parent, a), rootOf(parent, b)];
  parent[rootB] = rootA;
  return rootA !== rootB;
}

function rootOf(parent: number[], id: number): number {
  let root = id;
  while (parent[root] !== root) {
    parent[root] = parent[parent[root]];
    root = parent[root];
  }
  return root;
}
