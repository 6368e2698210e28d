import type { JudgedRow, PictureRow } from '../../domain/pictureRow.ts';
import type { VerdictReason } from '../../domain/score.ts';
import { type PreparedPair, preparePair } from '../metrics/preparePair.ts';
import type { ScoreMap } from '../metrics/scoreMap.ts';
import { agreementGrid, type GridPlaces } from './agreementGrid.ts';
import type { CalibrationPicture } from './calibrate.ts';

/** No score decides these. */
const UNJUDGED: ReadonlySet<VerdictReason> = new Set<VerdictReason>([
  'decision-changed',
  'gradient-check-failed',
  'backends-disagree',
  'dead-gradient',
]);

/** Rows whose verdict is read from scores: the decision stood, the gradient can be trusted. */
export const isScored = (row: PictureRow): row is JudgedRow =>
  row.outcome === 'judged' && !UNJUDGED.has(row.verdict.reason);

/**
 * A picture's worst agreement over its harmless changes at every k and w; a score that is missing in one is missing. Changes after which nothing can be judged do not count.
 * @param rows of one picture, with their grids
 * @returns null where no row can be judged
 */
export function worstHarmless(rows: readonly PictureRow[]): (number | null)[] | null {
  const grids = rows.filter(isScored).flatMap(({ grid }) => (grid ? [grid.agreement] : []));
  if (grids.length === 0) return null;
  return grids[0].map((_, cell) => {
    const values = grids.map((agreement) => agreement[cell]);
    const known = values.filter((value) => value !== null);
    return known.length < values.length ? null : Math.min(...known);
  });
}

/** How far the maps of two pictures agree: what a changed explanation looks like. */
export function unrelated(
  maps: { readonly original: ScoreMap; readonly other: ScoreMap },
  grid: GridPlaces,
): NonNullable<CalibrationPicture['reference']> {
  const pair: PreparedPair = preparePair({
    original: maps.original,
    perturbed: maps.other,
    motion: null,
  });
  const { agreement, best } = agreementGrid(pair, grid);
  return { agreement, best };
}
