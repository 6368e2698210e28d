import type { Picture } from '../../src/domain/picture.ts';

/** What is compared of a picture: its fine structure at a quarter of the size, light removed. */
export interface Detail {
  readonly height: number;
  readonly width: number;
  /** Deviation from the local mean in local standard deviations, cut at ±3, row-major. */
  readonly values: Float32Array<ArrayBuffer>;
}

/** A picture as the grouping sees it. */
export interface Shot {
  /** Running number of the file, `num` in `exp3_num_257678`. */
  readonly number: number;
  /** Exposure, `exp` in the name. */
  readonly exposure: number;
  readonly detail: Detail;
}

/** Files whose numbers are further apart than this were not cut from one series. */
const SERIES_GAP = 400;
/** Likeness from which two pictures show one tile. */
const SAME_TILE = 0.4;
/** Pixels per cell, cells of the neighbourhood, cells searched, and cells by which sizes may differ. */
const CELL = 4;
const NEIGHBOURHOOD = 4;
const SEARCH = 6;
const SIZE_TOLERANCE = 8;
/** Looking for the shift reads about so many cells; the shift found is judged on all. */
const CELLS_READ = 700;
/** With fewer cells chance alone makes pictures alike. */
const CELLS_NEEDED = 400;

/**
 * Which pictures show the same tile: one group number per shot, from 0 in the order of the file numbers.
 * Two rules, joined: file numbers at most `SERIES_GAP` apart (chains count), and likeness of at least
 * `SAME_TILE` at the same exposure.
 *
 * Why these: sorted by number, the 1,285 real files run tile by tile, exp1 to exp6 in order, a tile mostly
 * within 150 numbers; three quarters of the neighbours differ by at most 42, the last tenth by 636 and more.
 * The widest gap seen inside one tile is 365 (`fray`, 136351 to 136716). Joining neighbours that are different
 * tiles costs nothing but a coarser split. Some tiles were photographed again thousands of numbers later (53011
 * and 65001, 355636 and 358102, 85602 and 88149 …): six groups are joined so, all confirmed by eye; the least
 * alike scores 0.46 in its best exposure. Likeness within a group is 0.75 in the median (adjacent exposures). Of
 * the 14,878 comparable pairs from different groups half are below 0.10, 99.9 % below 0.28, and none reaches
 * 0.39; the highest of them, seen by eye, are different tiles.
 */
export function groupTiles(shots: readonly Shot[]): number[] {
  const parent = shots.map((_, i) => i);
  const root = (i: number): number => {
    const up = parent[i] ?? i;
    return up === i ? i : root(up);
  };
  const join = (i: number, j: number) => {
    parent[root(i)] = root(j);
  };
  const order = shots.map((_, i) => i).sort((i, j) => numberOf(shots, i) - numberOf(shots, j));
  order.forEach((i, place) => {
    const before = order[place - 1];
    if (before === undefined) return;
    if (numberOf(shots, i) - numberOf(shots, before) <= SERIES_GAP) join(i, before);
  });
  for (const [i, j] of pairsOfOneExposure(shots)) {
    if (root(i) !== root(j) && sameTile(shots, i, j)) join(i, j);
  }
  const numbers = new Map<number, number>();
  for (const i of order) if (!numbers.has(root(i))) numbers.set(root(i), numbers.size);
  return shots.map((_, i) => numbers.get(root(i)) ?? 0);
}

/** Pairs of shots that can be compared: other light would change the fine structure, other size the scale. */
function pairsOfOneExposure(shots: readonly Shot[]): [number, number][] {
  const pairs: [number, number][] = [];
  shots.forEach((a, i) => {
    for (let j = i + 1; j < shots.length; j++) {
      const b = shots[j];
      if (b?.exposure === a.exposure && comparable(a.detail, b.detail)) pairs.push([i, j]);
    }
  });
  return pairs;
}

function sameTile(shots: readonly Shot[], i: number, j: number): boolean {
  const a = shots[i];
  const b = shots[j];
  return a !== undefined && b !== undefined && likeness(a.detail, b.detail) >= SAME_TILE;
}

const comparable = (a: Detail, b: Detail): boolean =>
  Math.abs(a.width - b.width) <= SIZE_TOLERANCE && Math.abs(a.height - b.height) <= SIZE_TOLERANCE;

const numberOf = (shots: readonly Shot[], i: number): number => shots[i]?.number ?? 0;

/**
 * How alike the fine structure of two pictures is: their correlation at the best of all shifts
 * of up to `SEARCH` cells, −1…1. The pictures were cut by hand at one scale, so a shift is all that tells two cuts of one
 * tile apart. Pictures of clearly different size, or smaller than about
 * 120 pixels, score −1 without a look.
 */
export function likeness(a: Detail, b: Detail): number {
  if (!comparable(a, b)) return -1;
  const cells = middle(a, b);
  const count = (cells.right - cells.left) * (cells.bottom - cells.top);
  if (count < CELLS_NEEDED) return -1;
  const rows = Math.ceil(count / CELLS_READ);
  let best = { likeness: -1, dx: 0, dy: 0 };
  for (let dy = -SEARCH; dy <= SEARCH; dy++) {
    for (let dx = -SEARCH; dx <= SEARCH; dx++) {
      const found = correlation(a, b, { ...cells, dx, dy, rows });
      if (found > best.likeness) best = { likeness: found, dx, dy };
    }
  }
  return correlation(a, b, { ...cells, ...best, rows: 1 });
}

/** The part compared: what both have under every shift, less a border that the cut may have disturbed. */
function middle(a: Detail, b: Detail) {
  const width = Math.min(a.width, b.width);
  const height = Math.min(a.height, b.height);
  const left = SEARCH + Math.floor(0.06 * width);
  const top = SEARCH + Math.floor(0.06 * height);
  return { left, top, right: Math.max(left, width - left), bottom: Math.max(top, height - top) };
}

interface Comparison extends ReturnType<typeof middle> {
  readonly dx: number;
  readonly dy: number;
  readonly rows: number;
}

/** Cosine of the part of `a` and the same part of `b` moved by (dx, dy), over every `rows`-th row. */
function correlation(a: Detail, b: Detail, part: Comparison): number {
  const { left, right, top, bottom, dx, dy, rows } = part;
  let aa = 0;
  let bb = 0;
  let ab = 0;
  for (let y = top; y < bottom; y += rows) {
    const rowA = y * a.width;
    const rowB = (y + dy) * b.width + dx;
    for (let x = left; x < right; x++) {
      const p = a.values[rowA + x] ?? 0;
      const q = b.values[rowB + x] ?? 0;
      aa += p * p;
      bb += q * q;
      ab += p * q;
    }
  }
  return ab / Math.sqrt(aa * bb + 1e-9);
}

/**
 * The fine structure of a picture. The mean of every column is taken out, because all tiles bear the same
 * upright grinding lines and would look alike for them.
 */
export function surfaceDetail(picture: Picture): Detail {
  const cells = shrink(picture);
  const values = localContrast(cells);
  for (let x = 0; x < cells.width; x++) {
    let sum = 0;
    for (let i = x; i < values.length; i += cells.width) sum += values[i] ?? 0;
    const mean = sum / cells.height;
    for (let i = x; i < values.length; i += cells.width) values[i] = (values[i] ?? 0) - mean;
  }
  return { ...cells, values };
}

/** Mean of every cell of `CELL` × `CELL` pixels, green channel; a rest at the border is left out. */
function shrink(picture: Picture): Detail {
  const width = Math.floor(picture.width / CELL);
  const height = Math.floor(picture.height / CELL);
  const values = new Float32Array(width * height);
  for (let y = 0; y < height * CELL; y++) {
    const row = Math.floor(y / CELL) * width;
    for (let x = 0; x < width * CELL; x++) {
      const at = row + Math.floor(x / CELL);
      values[at] = (values[at] ?? 0) + (picture.pixels[3 * (y * picture.width + x) + 1] ?? 0);
    }
  }
  return { width, height, values: values.map((sum) => sum / CELL ** 2) };
}

/** Every value against the mean and spread of the square about it; one grey level keeps flat parts finite. */
function localContrast({ width, height, values }: Detail): Float32Array<ArrayBuffer> {
  const result = new Float32Array(values.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let count = 0;
      let sum = 0;
      let squares = 0;
      for (let v = Math.max(0, y - NEIGHBOURHOOD); v <= y + NEIGHBOURHOOD && v < height; v++) {
        for (let u = Math.max(0, x - NEIGHBOURHOOD); u <= x + NEIGHBOURHOOD && u < width; u++) {
          const value = values[v * width + u] ?? 0;
          count++;
          sum += value;
          squares += value * value;
        }
      }
      const mean = sum / count;
      const spread = Math.sqrt(Math.max(0, squares / count - mean * mean)) + 1;
      const contrast = ((values[y * width + x] ?? 0) - mean) / spread;
      result[y * width + x] = Math.min(3, Math.max(-3, contrast));
    }
  }
  return result;
}
