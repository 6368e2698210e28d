import type { ScoreMap } from '../../src/engine/metrics/scoreMap.ts';

/** A pair of maps as `make_arrays.py` describes it, and what scipy and scikit-image found. */
export interface LcgCase {
  readonly name: string;
  readonly seed: number;
  readonly height: number;
  readonly width: number;
  /** Parts of 16 that B takes from A. */
  readonly alike: number;
  /** Number of levels; 0 for all. */
  readonly levels: number;
  /** Radius of the window whose sums make the map smooth; 0 for noise. */
  readonly smooth: number;
  readonly signed: boolean;
  /** Whole numbers times 2 to this are the values. */
  readonly exponent: number;
  /** Of A and B. */
  readonly checksums: readonly [number, number];
  readonly expected: {
    readonly spearman: number;
    readonly kendall: number;
    readonly ssim: number;
    readonly lens: readonly {
      readonly w: number;
      readonly spearman: number;
      readonly kendall: number;
    }[];
  };
}

/** What a case is made of. */
type Made = Omit<LcgCase, 'name' | 'checksums' | 'expected'>;

/** The maps of a case, step by step as `make_pair` in `make_arrays.py`: whole numbers below 2⁵³, the same bits. */
export function lcgPair(golden: Made): readonly [ScoreMap, ScoreMap] {
  const { height, width, seed, alike } = golden;
  const both = draws(seed, 2 * height * width);
  const a = both.slice(0, height * width);
  const b = a.map((value, i) =>
    Math.floor((alike * value + (16 - alike) * both[a.length + i]) / 16),
  );
  return [finished(a, golden), finished(b, golden)];
}

/** Σ (i + 1)·v mod 2³² of the whole numbers of a map. */
export function checksumOf({ values }: ScoreMap, exponent: number): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++)
    sum = (sum + Math.imul(i + 1, values[i] / 2 ** exponent)) >>> 0;
  return sum;
}

/** Whole numbers of 0 … 2²⁴ − 1: the upper bits of x → 1664525 x + 1013904223 mod 2³². */
export function draws(seed: number, count: number): Float64Array {
  let state = seed;
  return new Float64Array(count).map(() => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return state >>> 8;
  });
}

function finished(noise: Float64Array, golden: Made): ScoreMap {
  const { height, width, levels, smooth, signed, exponent } = golden;
  let values = smooth > 0 ? smoothed(noise, golden) : noise;
  const top = 2 ** 24 * (2 * smooth + 1) ** 2;
  if (levels > 0) values = values.map((value) => Math.floor((value * levels) / top));
  const middle = signed ? Math.floor(values.reduce((most, value) => Math.max(most, value)) / 2) : 0;
  return { height, width, values: values.map((value) => (value - middle) * 2 ** exponent) };
}

/** Sums over (2·smooth+1)² windows, zeros outside. */
function smoothed(noise: Float64Array, { height, width, smooth }: Made): Float64Array {
  return noise.map((_, i) => {
    const [y, x] = [Math.floor(i / width), i % width];
    let sum = 0;
    for (let v = Math.max(0, y - smooth); v <= Math.min(height - 1, y + smooth); v++)
      for (let u = Math.max(0, x - smooth); u <= Math.min(width - 1, x + smooth); u++)
        sum += noise[v * width + u];
    return sum;
  });
}
