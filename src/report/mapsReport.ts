import type { MapPair } from '../domain/mapFile.ts';
import type { Thresholds, Verdict } from '../domain/score.ts';
import type { ScoredMaps } from './pairJson.ts';

/** Everything a report on two maps of another tool tells, as plain data. */
export interface MapsReport extends MapPair, ScoredMaps {
  readonly verdict: Verdict;
  readonly thresholds: Thresholds;
  /** Version of this program. */
  readonly version: string;
  readonly date: Date;
  /** No model explains these maps: what tells the two kinds of report apart. */
  readonly analysis: null;
}
