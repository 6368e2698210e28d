import { type CalibrationPicture, RATE_LIMITS } from '../../domain/calibration.ts';
import { Problem } from '../../domain/problem.ts';
import type { Calibrated } from '../../domain/profile.ts';
import { DEFAULT_THRESHOLDS } from '../../domain/score.ts';
import { checkNumber } from '../../domain/settings.ts';
import { createRandom } from '../random.ts';
import type { GridPlaces } from './agreementGrid.ts';
import { lowerQuantile, tooFew, upperQuantile, valuesNeeded } from './conformal.ts';

export interface CalibrationRequest {
  /** One k and one w where they are given. */
  readonly grid: GridPlaces;
  readonly pictures: readonly CalibrationPicture[];
  /** 0.001…0.5. */
  readonly falseAlarmRate: number;
  /** Which pictures choose and which set the thresholds. */
  readonly seed: number;
}

/** A k and w that was looked at, on the pictures that choose. */
export interface CalibrationCell {
  readonly k: number;
  readonly windowRadius: number;
  /** Null where a score is missing in some picture: not to be chosen. */
  readonly threshold: number | null;
  /** What unrelated maps stay below, but for the same rate; 0 without them. */
  readonly reference: number | null;
  readonly gap: number | null;
}

export interface Calibration extends Calibrated {
  readonly cells: readonly CalibrationCell[];
}

/**
 * k, w and thresholds at a false-alarm rate α.
 *
 * Statistic: a picture counts once, by its worst harmless change; its number is the agreement (`agreementOf`), the very number the
 * verdict turns at. `agree` is the lower conformal quantile at α: of a new picture of the same line, judged under any of these
 * changes, the probability that it is not called `stable` or `movedWithPart` is at most α, whatever the distribution.
 *
 * k and w: those with the widest gap between that quantile and the upper quantile at α of what is not harmless, the agreement with
 * the map of another picture; without such maps between the quantile and 0, which is chance. Ties go to the smaller w, then the
 * smaller k. They are chosen on one seeded half of the pictures and the thresholds set on the other: chosen and set on the
 * same pictures, a lucky k and w would break the promise. Where k and w are given all pictures set the thresholds.
 *
 * `chance` is the upper quantile at α of the largest score between maps of different pictures, not below 0; without such maps it is
 * the default. `agree` is rounded down and `chance` up, to three decimals.
 * @throws Problem `too-few-pictures`, naming how many it takes; `no-separation` where harmless changes leave no more agreement
 * than other pictures do, or chance does; `setting-out-of-range` for the rate
 */
export function calibrate(request: CalibrationRequest): Calibration {
  const { grid, pictures, falseAlarmRate, seed } = request;
  checkNumber('falseAlarmRate', falseAlarmRate, RATE_LIMITS);
  const given = grid.ks.length * grid.ws.length === 1;
  const needed = valuesNeeded(falseAlarmRate) * (given ? 1 : 2);
  if (pictures.length < needed) throw tooFew(needed, pictures.length);
  const shuffled = shuffle(pictures, seed);
  const half = Math.floor(shuffled.length / 2);
  const choosing = given ? shuffled : shuffled.slice(0, half);
  const setting = given ? shuffled : shuffled.slice(half);
  const usable = grid.ks.flatMap((_, i) => grid.ws.map((__, j) => i * grid.ws.length + j));
  const cells = usable.map((cell) => lookAt(cell, grid, pictures, choosing, falseAlarmRate));
  const chosen = widest(cells);
  const { k, windowRadius } = cells[chosen];
  return {
    score: { k, windowRadius },
    ...thresholdsAt(chosen, setting, falseAlarmRate),
    falseAlarmRate,
    pictures: setting.length,
    chosenOn: given ? 0 : choosing.length,
    cells,
  };
}

/** Fisher and Yates. */
function shuffle<T>(values: readonly T[], seed: number): T[] {
  const random = createRandom(seed, 'calibration');
  const shuffled = [...values];
  for (let i = shuffled.length - 1; i > 0; i--) {
    const j = random.integer(0, i);
    [shuffled[i], shuffled[j]] = [shuffled[j], shuffled[i]];
  }
  return shuffled;
}

/** The numbers of a cell; null where one is missing. */
function column(
  pictures: readonly CalibrationPicture[],
  of: (one: CalibrationPicture) => number | null | undefined,
) {
  const values = pictures.map(of).filter((value) => value !== null && value !== undefined);
  return values.length === pictures.length ? values : null;
}

const hasReference = (pictures: readonly CalibrationPicture[]): boolean =>
  pictures.every(({ reference }) => reference !== null);

function lookAt(
  cell: number,
  { ks, ws }: GridPlaces,
  all: readonly CalibrationPicture[],
  choosing: readonly CalibrationPicture[],
  rate: number,
): CalibrationCell {
  const place = { k: ks[Math.floor(cell / ws.length)], windowRadius: ws[cell % ws.length] };
  const withReference = hasReference(all);
  const complete =
    column(all, ({ harmless }) => harmless[cell]) &&
    (!withReference ||
      (column(all, ({ reference }) => reference?.agreement[cell]) &&
        column(all, ({ reference }) => reference?.best[cell])));
  const harmless = complete ? column(choosing, (one) => one.harmless[cell]) : null;
  if (!harmless) return { ...place, threshold: null, reference: null, gap: null };
  const threshold = lowerQuantile(harmless, rate);
  const others = withReference ? column(choosing, (one) => one.reference?.agreement[cell]) : null;
  const reference = others ? upperQuantile(others, rate) : 0;
  return { ...place, threshold, reference, gap: threshold - reference };
}

/** The cell with the widest gap; of equal ones that of the smallest w, then k. */
function widest(cells: readonly CalibrationCell[]): number {
  const order = cells
    .map((cell, index) => ({ ...cell, index }))
    .sort((a, b) => a.windowRadius - b.windowRadius || a.k - b.k);
  let best: { readonly index: number; readonly gap: number } | null = null;
  for (const { index, gap } of order)
    if (gap !== null && (best === null || gap > best.gap)) best = { index, gap };
  if (!best) throw noSeparation('a k and w at which every picture has its scores', 'none');
  return best.index;
}

function thresholdsAt(
  cell: number,
  setting: readonly CalibrationPicture[],
  rate: number,
): Pick<Calibrated, 'thresholds' | 'reference' | 'missed'> {
  const harmless = column(setting, (one) => one.harmless[cell]) ?? [];
  const best = column(setting, ({ reference }) => reference?.best[cell]);
  const agreement = column(setting, ({ reference }) => reference?.agreement[cell]);
  const agree = Math.floor(lowerQuantile(harmless, rate) * 1000) / 1000;
  const chance = best
    ? Math.max(0, Math.ceil(upperQuantile(best, rate) * 1000) / 1000)
    : DEFAULT_THRESHOLDS.chance;
  if (agree <= chance) {
    const than = best ? 'maps of other pictures' : 'chance';
    throw noSeparation(
      `more agreement under harmless changes than with ${than} (${chance})`,
      String(agree),
    );
  }
  return {
    thresholds: { agree, chance },
    reference: best ? 'otherPictures' : 'chance',
    missed: agreement && agreement.filter((value) => value >= agree).length / agreement.length,
  };
}

function noSeparation(allowed: string, got: string): Problem {
  const detail = { what: 'calibration', allowed, got };
  return new Problem('no-separation', detail, `calibration needs ${allowed}, got ${got}`);
}
