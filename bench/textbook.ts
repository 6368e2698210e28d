import type { OverlapScores, PValues, Score } from '../src/domain/score.ts';

/**
 * The scores once more, written down from their definitions with nothing clever in them: what the
 * fast ones must equal, and what their speed is measured against.
 */

type Values = ArrayLike<number>;

/** A map as plain numbers. */
interface PlainMap {
  readonly height: number;
  readonly width: number;
  readonly values: Values;
}

/** A set of pixels, one flag each, row-major. */
export type Flags = boolean[];

/** Indices, largest value first; ties go to the lower index. */
function textbookOrder({ values }: PlainMap): number[] {
  return Array.from(values, (_, i) => i).sort((a, b) => values[b] - values[a] || a - b);
}

/** The k pixels of largest value. */
export function textbookTopK(map: PlainMap, k: number): Flags {
  const flags: Flags = Array.from(map.values, () => false);
  for (const pixel of textbookOrder(map).slice(0, k)) flags[pixel] = true;
  return flags;
}

/** Greedy: the best pixel more than w away, along rows or columns, from all picked before; up to k of them. */
export function textbookDiverse(map: PlainMap, k: number, w: number): Flags {
  const flags: Flags = Array.from(map.values, () => false);
  const picked: { y: number; x: number }[] = [];
  for (const pixel of textbookOrder(map)) {
    if (picked.length === k) break;
    const [y, x] = [Math.floor(pixel / map.width), pixel % map.width];
    const free = picked.every((p) => Math.max(Math.abs(p.y - y), Math.abs(p.x - x)) > w);
    if (!free) continue;
    picked.push({ y, x });
    flags[pixel] = true;
  }
  return flags;
}

/** All pixels of the (2w+1)×(2w+1) squares around the set, cut at the border. */
export function textbookDilate(set: Flags, height: number, width: number, w: number): Flags {
  const out: Flags = set.map(() => false);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if (set[y * width + x])
        for (let v = Math.max(0, y - w); v <= Math.min(height - 1, y + w); v++)
          for (let u = Math.max(0, x - w); u <= Math.min(width - 1, x + w); u++)
            out[v * width + u] = true;
  return out;
}

/** S, T, N_w(S) and N_w(T) of the top-k sets, and of the diverse ones. */
function textbookSets(original: PlainMap, perturbed: PlainMap, k: number, w: number) {
  const { height, width } = original;
  const withWindows = (s: Flags, t: Flags) => ({
    s,
    t,
    nearS: textbookDilate(s, height, width, w),
    nearT: textbookDilate(t, height, width, w),
  });
  return {
    topK: withWindows(textbookTopK(original, k), textbookTopK(perturbed, k)),
    diverse: withWindows(textbookDiverse(original, k, w), textbookDiverse(perturbed, k, w)),
  };
}

/** Intersection, LENS recall and LENS precision of both kinds of sets, with chance and corrected. */
export function textbookOverlap(
  original: PlainMap,
  perturbed: PlainMap,
  k: number,
  w: number,
): OverlapScores {
  const { topK, diverse } = textbookSets(original, perturbed, k, w);
  const [plain, div] = [topK, diverse].map(({ s, t, nearS, nearT }) => {
    const most = Math.max(size(s), size(t));
    const least = Math.min(size(s), size(t));
    return {
      intersection: score(size(both(s, t)) / most, least / s.length),
      recall: score(size(both(nearS, t)) / size(t), size(nearS) / s.length),
      precision: score(size(both(s, nearT)) / size(s), size(nearT) / s.length),
    };
  });
  return {
    topKIntersection: plain.intersection,
    lensRecallAtK: plain.recall,
    lensPrecisionAtK: plain.precision,
    topKDivIntersection: div.intersection,
    lensRecallAtKDiv: div.recall,
    lensPrecisionAtKDiv: div.precision,
  };
}

const size = (set: Flags): number => set.filter(Boolean).length;

const both = (a: Flags, b: Flags): Flags => a.map((flag, i) => flag && b[i]);

function score(value: number, chance: number): Score {
  const corrected = chance === 1 ? null : (value - chance) / (1 - chance);
  const reason = chance === 1 ? 'chance-is-one' : null;
  return { value, chance, corrected, pValue: null, reason };
}

/** |A ∩ B| with B moved around by every (dy, dx), row-major. */
export function textbookShifts(a: Flags, b: Flags, height: number, width: number): number[] {
  return a.map((_, shift) => {
    const [dy, dx] = [Math.floor(shift / width), shift % width];
    let hits = 0;
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const there = ((y + dy) % height) * width + ((x + dx) % width);
        if (b[y * width + x] && a[there]) hits++;
      }
    return hits;
  });
}

/** Share of all circular shifts that score at least the observed, one shift after the other. */
export function textbookPValues(
  original: PlainMap,
  perturbed: PlainMap,
  k: number,
  w: number,
): PValues {
  const { height, width } = original;
  const { topK, diverse } = textbookSets(original, perturbed, k, w);
  const share = (a: Flags, b: Flags): number => {
    const hits = textbookShifts(a, b, height, width);
    return hits.filter((hit) => hit >= hits[0]).length / hits.length;
  };
  return {
    topKIntersection: share(topK.s, topK.t),
    lensRecallAtK: share(topK.nearS, topK.t),
    lensPrecisionAtK: share(topK.s, topK.nearT),
    topKDivIntersection: share(diverse.s, diverse.t),
    lensRecallAtKDiv: share(diverse.nearS, diverse.t),
    lensPrecisionAtKDiv: share(diverse.s, diverse.nearT),
  };
}

/** Rank from 1 (smallest), equal values share the mean of theirs: counted against every other value. */
export function textbookRanks(values: Values): number[] {
  return Array.from(values, (value) => {
    let [less, equal] = [0, 0];
    for (const other of Array.from(values)) {
      if (other < value) less++;
      if (other === value) equal++;
    }
    return less + (equal + 1) / 2;
  });
}

/** Pearson's r; NaN where one list is constant. */
export function textbookPearson(a: Values, b: Values): number {
  const mean = (list: Values) => Array.from(list).reduce((sum, v) => sum + v, 0) / list.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    ab += (a[i] - meanA) * (b[i] - meanB);
    aa += (a[i] - meanA) ** 2;
    bb += (b[i] - meanB) ** 2;
  }
  return ab / Math.sqrt(aa * bb);
}

/** Pearson's r of the ranks. */
export const textbookSpearman = (a: Values, b: Values): number =>
  textbookPearson(textbookRanks(a), textbookRanks(b));

/** Kendall's τ-b, pair by pair; NaN where one list is constant. */
export function textbookKendall(a: Values, b: Values): number {
  let [agreement, untiedA, untiedB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++)
    for (let j = 0; j < i; j++) {
      const [signA, signB] = [Math.sign(a[i] - a[j]), Math.sign(b[i] - b[j])];
      agreement += signA * signB;
      untiedA += Math.abs(signA);
      untiedB += Math.abs(signB);
    }
  return agreement / Math.sqrt(untiedA * untiedB);
}

/** Mean over the (2w+1)² window, zeros outside the map. */
export function textbookWindowMeans({ height, width, values }: PlainMap, w: number): number[] {
  return Array.from(values, (_, i) => {
    const [y, x] = [Math.floor(i / width), i % width];
    let sum = 0;
    for (let v = Math.max(0, y - w); v <= Math.min(height - 1, y + w); v++)
      for (let u = Math.max(0, x - w); u <= Math.min(width - 1, x + w); u++)
        sum += values[v * width + u];
    return sum / (2 * w + 1) ** 2;
  });
}

/** Mean structural similarity over the 11×11 Gaussian windows (σ 1.5) inside the maps. */
export function textbookSsim(a: PlainMap, b: PlainMap): number {
  const all = [...Array.from(a.values), ...Array.from(b.values)];
  const range = Math.max(...all) - Math.min(...all);
  const [c1, c2] = [(0.01 * range) ** 2, (0.03 * range) ** 2];
  const similarities: number[] = [];
  for (let top = 0; top + 11 <= a.height; top++)
    for (let left = 0; left + 11 <= a.width; left++) {
      /** Weighted mean over the window of a function of the pixel. */
      const mean = (of: (pixel: number) => number): number => {
        let [sum, weights] = [0, 0];
        for (let v = 0; v < 11; v++)
          for (let u = 0; u < 11; u++) {
            const weight = Math.exp(-((v - 5) ** 2 + (u - 5) ** 2) / (2 * 1.5 ** 2));
            sum += weight * of((top + v) * a.width + left + u);
            weights += weight;
          }
        return sum / weights;
      };
      const [ma, mb] = [mean((i) => a.values[i]), mean((i) => b.values[i])];
      const varA = mean((i) => (a.values[i] - ma) ** 2);
      const varB = mean((i) => (b.values[i] - mb) ** 2);
      const cov = mean((i) => (a.values[i] - ma) * (b.values[i] - mb));
      const luminance = (2 * ma * mb + c1) / (ma ** 2 + mb ** 2 + c1);
      similarities.push((luminance * (2 * cov + c2)) / (varA + varB + c2));
    }
  return similarities.reduce((sum, s) => sum + s, 0) / similarities.length;
}

/** Distance of the |value|-weighted centres, pixels. */
export function textbookMassCenterShift(a: PlainMap, b: PlainMap): number {
  const center = ({ width, values }: PlainMap) => {
    const sizes = Array.from(values, Math.abs);
    const mean = (of: (pixel: number) => number) =>
      sizes.reduce((sum, s, i) => sum + s * of(i), 0) / sizes.reduce((sum, s) => sum + s, 0);
    return [mean((i) => Math.floor(i / width)), mean((i) => i % width)];
  };
  const [[y, x], [v, u]] = [center(a), center(b)];
  return Math.sqrt((y - v) ** 2 + (x - u) ** 2);
}

/** Gini coefficient of |value|: the mean difference of all pairs over twice the mean. */
export function textbookGini(values: Values): number {
  const sizes = Array.from(values, Math.abs);
  let differences = 0;
  for (const a of sizes) for (const b of sizes) differences += Math.abs(a - b);
  return differences / (2 * sizes.length * sizes.reduce((sum, s) => sum + s, 0));
}

/** Entropy of |value| as shares, over that of N equal ones. */
export function textbookEntropy(values: Values): number {
  const sizes = Array.from(values, Math.abs);
  const all = sizes.reduce((sum, s) => sum + s, 0);
  const shares = sizes.filter((s) => s > 0).map((s) => s / all);
  return -shares.reduce((sum, p) => sum + p * Math.log(p), 0) / Math.log(sizes.length);
}

/** 8-connected groups: a flood from every pixel that none has reached. */
export function textbookRegionCount(set: Flags, height: number, width: number): number {
  const rest = set.slice();
  let regions = 0;
  for (let start = 0; start < rest.length; start++) {
    if (!rest[start]) continue;
    regions++;
    const open = [start];
    for (let i = open.pop(); i !== undefined; i = open.pop()) {
      const [y, x] = [Math.floor(i / width), i % width];
      rest[i] = false;
      for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++)
        for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++)
          if (rest[v * width + u]) open.push(v * width + u);
    }
  }
  return regions;
}
