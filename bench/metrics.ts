import { kendall } from '../src/engine/metrics/kendall.ts';
import { kwSurface } from '../src/engine/metrics/kwSurface.ts';
import { lensKendall } from '../src/engine/metrics/lensKendall.ts';
import { lensSpearman } from '../src/engine/metrics/lensSpearman.ts';
import { pairDetails } from '../src/engine/metrics/pairDetails.ts';
import { pairPValues } from '../src/engine/metrics/pairPValues.ts';
import { preparePair } from '../src/engine/metrics/preparePair.ts';
import { rankMap } from '../src/engine/metrics/rankedMap.ts';
import type { ScoreMap } from '../src/engine/metrics/scoreMap.ts';
import { scorePair } from '../src/engine/metrics/scorePair.ts';
import { spearman } from '../src/engine/metrics/spearman.ts';
import { windowMeans } from '../src/engine/metrics/windowMeans.ts';
import { textbookOverlap } from './textbook.ts';
import { type Figure, ms, noiseMap, ratio, timed, timedInTurn } from './timing.ts';

/** Side of the maps the goals are set for, pixels, and their k. */
const SIDE = 227;
const K = 1000;
/** Pairs of a shift map and its curve. */
const PAIRS = 310;

/** Times and ratios of the metrics, all of one process; the goals are those of the project's page on metrics. */
export function measureMetrics(): Readonly<Record<string, Figure>> {
  const [a, b] = [noiseMap(SIDE, 1), noiseMap(SIDE, 2)];
  return {
    ...measureOverlaps(a, b),
    ...measureCorrelations(a, b),
    ...measureRest(a, b),
    ...measureShiftMap(),
  };
}

/** All overlap scores with chance and corrected, w = 1, 2 and 3 together. */
function measureOverlaps(a: ScoreMap, b: ScoreMap): Record<string, Figure> {
  const threeWindows = timed(60, () => {
    // Fresh objects: the ranks of a map are kept with it.
    const pair = preparePair({ original: { ...a }, perturbed: { ...b }, motion: null });
    for (const windowRadius of [1, 2, 3]) scorePair(pair, { k: K, windowRadius });
  });
  const threeWindowsTextbook = timed(3, () => {
    for (const w of [1, 2, 3]) textbookOverlap(a, b, K, w);
  });
  const pair = preparePair({ original: a, perturbed: b, motion: null });
  const change = timed(100, (i) =>
    scorePair(pair, { k: K + (i % 100), windowRadius: 1 + (i % 3) }),
  );
  return {
    threeWindows: ms(threeWindows, 5),
    threeWindowsTextbook: ms(threeWindowsTextbook),
    textbookRatio: ratio(threeWindowsTextbook, threeWindows),
    change: ms(change, 4),
  };
}

/** Plain and smoothed rank correlations of one perturbed map, the ranks of the original kept, against sorting. */
function measureCorrelations(a: ScoreMap, b: ScoreMap): Record<string, Figure> {
  const w = 2;
  const runs = 60;
  const original = { plain: rankMap(a.values), smooth: rankMap(windowMeans(a, w)) };
  const random = Array.from({ length: 8 }, (_, i) =>
    Float64Array.from(noiseMap(SIDE, 10 + i).values),
  );
  const [sort, correlations] = timedInTurn(runs, [
    (i) => random[i % random.length].slice().sort(),
    () => {
      const [plain, smooth] = [rankMap(b.values), rankMap(windowMeans(b, w))];
      spearman(original.plain, plain);
      kendall(original.plain, plain);
      lensSpearman(original.smooth, smooth);
      lensKendall(original.smooth, smooth);
    },
  ]);
  return {
    sort: ms(sort),
    correlations: ms(correlations),
    correlationsInSorts: ratio(correlations, sort, 8),
  };
}

function measureRest(a: ScoreMap, b: ScoreMap): Record<string, Figure> {
  const settings = { k: K, windowRadius: 2 };
  const details = timed(20, () =>
    pairDetails(preparePair({ original: a, perturbed: { ...b }, motion: null }), settings),
  );
  const pair = preparePair({ original: a, perturbed: b, motion: null });
  const pValues = timed(5, () => pairPValues(pair, settings));
  return {
    detailsNewMap: ms(details),
    detailsNewK: ms(timed(20, (i) => pairDetails(pair, { ...settings, k: K + (i % 100) }))),
    pValuesOfSix: ms(pValues),
    pValueEach: ms({ median: pValues.median / 6, best: pValues.best / 6 }, 150),
    kwSurface: ms(
      timed(20, () => kwSurface(pair.raw)),
      60,
    ),
  };
}

/** 96×96, moved: checking and ranking one map; a new k or w for one pair, raw and aligned; the same for all pairs. */
function measureShiftMap(): Record<string, Figure> {
  const original = noiseMap(96, 3);
  const maps = Array.from({ length: PAIRS }, (_, i) => noiseMap(96, 4 + i));
  const prepared = (i: number) => {
    const motion = { dx: (i % 17) - 8, dy: (Math.floor(i / 17) % 17) - 8 };
    return preparePair({ original, perturbed: { ...maps[i % PAIRS] }, motion });
  };
  const prepare = timed(PAIRS, prepared);
  const pairs = maps.map((_, i) => prepared(i));
  const rescan = timed(20, (i) => {
    for (const pair of pairs) scorePair(pair, { k: 461 + (i % 100), windowRadius: 2 });
  });
  const pair = timed(PAIRS, (i) => scorePair(pairs[i % PAIRS], { k: 461, windowRadius: 2 }));
  return { prepare: ms(prepare), pair: ms(pair), rescan: ms(rescan) };
}
