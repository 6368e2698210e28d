import type { ScoreSettings } from '../src/domain/score.ts';
import { pairDetails } from '../src/engine/metrics/pairDetails.ts';
import { pairPValues } from '../src/engine/metrics/pairPValues.ts';
import type { PreparedPair } from '../src/engine/metrics/preparePair.ts';
import { scorePair } from '../src/engine/metrics/scorePair.ts';
import type { ScoredMaps } from '../src/report/pairJson.ts';

/** Every score of a pair. @throws Problem `setting-out-of-range`, as `scorePair` */
export const scoreMaps = (pair: PreparedPair, settings: ScoreSettings): ScoredMaps => ({
  scores: scorePair(pair, settings),
  details: pairDetails(pair, settings),
  pValues: pairPValues(pair, settings),
});
