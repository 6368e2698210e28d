import { type PairTruth, TRUTH_IDS, truthGap } from '../domain/truth.ts';
import type { Cell } from './csv.ts';

/**
 * Cells of `SCORE_COLUMNS` for both maps against the truth, `coordinates` naming the map: `original`, then `perturbed`.
 * The pointing game is 1 for a hit and 0 for a miss; `chance` is the mask's share of the map.
 */
export function truthRows(truth: PairTruth | null): Cell[][] {
  if (!truth) return [];
  return (['original', 'perturbed'] as const).flatMap((side) =>
    TRUTH_IDS.map((id): Cell[] => {
      const value = truth[side][id];
      const number = value === null ? null : Number(value);
      return [side, id, number, truth.maskShare[side], null, null, truthGap(truth, side, id)];
    }),
  );
}
