import { preparePair } from '../src/engine/metrics/preparePair.ts';
import type { ScoreMap } from '../src/engine/metrics/scoreMap.ts';
import { scorePair } from '../src/engine/metrics/scorePair.ts';
import { createRandom } from '../src/engine/random.ts';
import { textbookOverlap } from './textbook.ts';

/** Milliseconds on this machine, and how many times faster than the textbook in the same run. */
export interface MetricsTimes {
  /** 227×227, k = 1000, w = 1, 2 and 3 together: ranking and scoring. */
  readonly threeWindows: number;
  /** The same by the definitions. */
  readonly threeWindowsTextbook: number;
  readonly ratio: number;
  /** 227×227, k = 1000: one new k or w of a ranked pair. */
  readonly change: number;
  /** 96×96, moved: checking and ranking one perturbed map. */
  readonly prepare: number;
  /** 96×96, k = 5 %, raw and aligned: one new k or w of one pair. */
  readonly pair: number;
  /** The same for the 310 pairs of a shift map and its curve. */
  readonly rescan: number;
}

const PAIRS = 310;

/** Times the overlap scores, each the median of several runs after warm-up. */
export function measureMetrics(): MetricsTimes {
  const [a, b] = [noiseMap(227, 1), noiseMap(227, 2)];
  const threeWindows = medianTime(40, () => {
    // Fresh objects: the ranks of a map are kept with it.
    const pair = preparePair({ original: { ...a }, perturbed: { ...b }, motion: null });
    for (const windowRadius of [1, 2, 3]) scorePair(pair, { k: 1000, windowRadius });
  });
  const threeWindowsTextbook = medianTime(3, () => {
    for (const w of [1, 2, 3]) textbookOverlap(a, b, 1000, w);
  });
  const pair = preparePair({ original: a, perturbed: b, motion: null });
  const change = medianTime(100, (i) =>
    scorePair(pair, { k: 1000 + i, windowRadius: 1 + (i % 3) }),
  );
  return {
    threeWindows,
    threeWindowsTextbook,
    ratio: threeWindowsTextbook / threeWindows,
    change,
    ...measureShiftMap(),
  };
}

function measureShiftMap(): Pick<MetricsTimes, 'prepare' | 'pair' | 'rescan'> {
  const original = noiseMap(96, 3);
  const maps = Array.from({ length: PAIRS }, (_, i) => noiseMap(96, 4 + i));
  const prepared = (i: number) => {
    const motion = { dx: (i % 17) - 8, dy: (Math.floor(i / 17) % 17) - 8 };
    return preparePair({ original, perturbed: { ...maps[i % PAIRS] }, motion });
  };
  const prepare = medianTime(PAIRS, prepared);
  const pairs = maps.map((_, i) => prepared(i));
  const rescan = medianTime(20, (i) => {
    for (const pair of pairs) scorePair(pair, { k: 461 + i, windowRadius: 2 });
  });
  const pair = medianTime(PAIRS, (i) => scorePair(pairs[i], { k: 461, windowRadius: 2 }));
  return { prepare, pair, rescan };
}

function noiseMap(size: number, seed: number): ScoreMap {
  const random = createRandom(seed, 'bench');
  const values = Float32Array.from({ length: size * size }, () => random.normal());
  return { height: size, width: size, values };
}

function medianTime(runs: number, action: (run: number) => unknown): number {
  const times = Array.from({ length: runs }, (_, run) => {
    const start = performance.now();
    action(run);
    return performance.now() - start;
  });
  return times.sort((x, y) => x - y)[Math.floor(runs / 2)];
}
