import type { OverlapScores, Score } from '../../src/domain/score.ts';
import { DEFAULT_K_SHARE, kFromShare } from '../../src/domain/settings.ts';
import { preparePair } from '../../src/engine/metrics/preparePair.ts';
import { scorePair } from '../../src/engine/metrics/scorePair.ts';
import { show } from '../messages.ts';
import { readMap } from '../readFiles.ts';
import { missing, readArguments } from '../usage.ts';

const DEFAULT_WINDOW_RADIUS = 2;

/** A reason stands there only where a number is missing. */
const scoreJson = ({ value, chance, corrected, reason }: Score): object =>
  reason === null ? { value, chance, corrected } : { value, chance, corrected, reason };

/** Scores by name, as the commands write them. */
export function scoresJson(scores: OverlapScores): object {
  return {
    topKIntersection: scoreJson(scores.topKIntersection),
    lensRecallAtK: scoreJson(scores.lensRecallAtK),
    lensPrecisionAtK: scoreJson(scores.lensPrecisionAtK),
  };
}

/** `compare ORIGINAL PERTURBED [--k K] [--w W]`: two maps of any tool, scored at the same coordinates. */
export async function compare(args: readonly string[]): Promise<void> {
  const given = readArguments(args, ['k', 'w']);
  const [first, second, ...more] = given.positionals;
  if (first === undefined || second === undefined || more.length > 0)
    throw missing('compare', 'given two maps, ORIGINAL PERTURBED');
  const [original, perturbed] = await Promise.all([
    readMap(first, 'sumAbs'),
    readMap(second, 'sumAbs'),
  ]);
  const pair = preparePair({ original, perturbed, motion: null });
  const k = given.number('k') ?? kFromShare(DEFAULT_K_SHARE, pair.height, pair.width);
  const windowRadius = given.number('w') ?? DEFAULT_WINDOW_RADIUS;
  const scores = scorePair(pair, { k, windowRadius });
  const { height, width, tiedAtCut } = scores;
  show({ height, width, k, windowRadius, tiedAtCut, scores: scoresJson(scores.raw) });
}
