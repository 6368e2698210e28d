import type { CalibrationPicture } from '../../domain/calibration.ts';
import type { PerturbationSettings } from '../../domain/perturbation.ts';
import type { ModelInput } from '../../domain/picture.ts';
import { isScored, type PictureRow } from '../../domain/pictureRow.ts';
import type { Task } from '../../domain/progress.ts';
import { createEngine, type Engine } from '../engine.ts';
import { explain, largest, predict } from '../explain.ts';
import { type PreparedPair, preparePair } from '../metrics/preparePair.ts';
import type { ScoreMap } from '../metrics/scoreMap.ts';
import { agreementGrid, type GridPlaces } from './agreementGrid.ts';
import { pictureRows, type RowRequest } from './pictureRow.ts';

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

/** A picture that calibrates, with another that has nothing to do with it. */
export interface CalibrationSubject extends Omit<RowRequest, 'changes' | 'grid'> {
  /** Harmless on the line. */
  readonly changes: readonly PerturbationSettings[];
  /** Null where there is no other. */
  readonly partner: ModelInput | null;
}

/**
 * What one picture says to a calibration: how it stands its harmless changes at every k and w, and how far its map agrees with that
 * of its partner, each explaining the class asked for, else its own.
 * @returns null where none of the changes can be judged: such a picture is none to calibrate by
 * @throws Problem as `pictureRows`
 */
export async function calibrationPicture(
  engine: Engine,
  request: CalibrationSubject,
  grid: GridPlaces,
  task: Task,
): Promise<CalibrationPicture | null> {
  const { partner, settings } = request;
  const maps: ScoreMap[] = [];
  const keep = ({ original }: { readonly original: { readonly map: ScoreMap } }) =>
    maps.push(original.map);
  const rows = await pictureRows(engine, { ...request, grid }, task, undefined, keep);
  const harmless = worstHarmless(rows);
  if (!harmless) return null;
  if (!partner) return { harmless, reference: null };
  const fresh = createEngine(engine.backend, engine.model);
  const heard = (done: number, total: number) =>
    task.checkpoint({ stage: 'original', done, total });
  const asked = settings.attribution.targetClass;
  const targetClass = asked ?? largest((await predict(fresh, [partner], heard))[0]);
  const [other] = await explain(fresh, [partner], { targetClass, settings }, heard);
  return { harmless, reference: unrelated({ original: maps[0], other: other.map }, grid) };
}
