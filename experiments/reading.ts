import type { FactorId, Level } from '../src/domain/evidence.ts';
import type { OverlapId, OverlapScores } from '../src/domain/score.ts';
import { kFromShare } from '../src/domain/settings.ts';
import type { PreparedPair } from '../src/engine/metrics/preparePair.ts';
import { scorePair } from '../src/engine/metrics/scorePair.ts';

/** Where a number belongs. */
export type Place = Readonly<Partial<Record<FactorId, Level>>>;

/** One score of one picture. */
export interface Reading {
  readonly at: Place;
  readonly value: number;
  readonly chance: number | null;
  readonly corrected: number | null;
}

/** For which k (share of the map) and w a pair is scored. */
export interface ScoreGrid {
  readonly ks: readonly number[];
  readonly ws: readonly number[];
}

/** What experiments ask unless w and k are the question. */
export const USUAL_GRID: ScoreGrid = { ks: [0.02, 0.05, 0.1], ws: [1, 2, 3] };

/** Every overlap score of a pair on a grid: in the same coordinates and, where the part moved, aligned. A score that has no value is left out. */
export function readingsOf(pair: PreparedPair, at: Place, { ks, ws }: ScoreGrid): Reading[] {
  return ks.flatMap((k) =>
    ws.flatMap((w, order) => {
      const settings = { k: kFromShare(k, pair.height, pair.width), windowRadius: w };
      const { raw, aligned } = scorePair(pair, settings);
      const frames = aligned ? ({ raw, aligned } as const) : { raw };
      return Object.entries(frames).flatMap(([frame, scores]) =>
        ofFrame(scores, { ...at, ...(aligned && { frame }), k }, w, order === 0),
      );
    }),
  );
}

/** @param withTopK w has no part in the plain intersection: it is read once */
function ofFrame(scores: OverlapScores, at: Place, w: number, withTopK: boolean): Reading[] {
  const ids = Object.keys(scores) as OverlapId[];
  return ids.flatMap((score) => {
    const { value, chance, corrected } = scores[score];
    const plain = score === 'topKIntersection';
    if (value === null || (plain && !withTopK)) return [];
    return [{ at: { ...at, score, ...(plain ? {} : { w }) }, value, chance, corrected }];
  });
}

/** One reading for each place: the mean of those that share it. Keeps the order in which places come first. */
export function meanByPlace(readings: readonly Reading[]): Reading[] {
  const groups = new Map<string, Reading[]>();
  for (const reading of readings) {
    const key = JSON.stringify(reading.at);
    const group = groups.get(key);
    if (group) group.push(reading);
    else groups.set(key, [reading]);
  }
  return [...groups.values()].map((group) => {
    const mean = (of: (one: Reading) => number | null): number | null => {
      const known = group.map(of).filter((one) => one !== null);
      return known.length === 0 ? null : known.reduce((a, b) => a + b) / known.length;
    };
    const { at, value } = group[0];
    return {
      at,
      value: mean((one) => one.value) ?? value,
      chance: mean(({ chance }) => chance),
      corrected: mean(({ corrected }) => corrected),
    };
  });
}
