import { ascending, descending } from 'd3';
import type {
  Cell,
  Estimate,
  EstimateId,
  ExperimentResult,
  FactorId,
  Level,
} from '../domain/evidence.ts';
import { cellAt, higherIsBetter, levelsOf, settled } from '../domain/evidenceCells.ts';
import type { EvidenceChoice } from './evidencePlan.ts';
import { isNumeric } from './evidencePlan.ts';

/** One estimate of the chart with what it stands on. */
export interface ViewPoint {
  readonly cell: Cell;
  readonly estimate: Estimate;
  /** What chance alone reaches; only beside a value. */
  readonly chance: Estimate | null;
}

/** A line, or the marks of one kind. */
export interface ViewSeries {
  /** Level of the series' factor; null where there is one series only. */
  readonly level: Level | null;
  /** One for every level of the axis; null where there is none. */
  readonly points: readonly (ViewPoint | null)[];
}

/** What a chart, its table and its file show. */
export interface EvidenceView {
  readonly x: FactorId;
  readonly seriesFactor: FactorId | null;
  readonly estimate: EstimateId;
  /** Levels of the axis that have a point. Numbers rise; methods and scores stand best first. */
  readonly levels: readonly Level[];
  readonly numeric: boolean;
  readonly series: readonly ViewSeries[];
  /** Where chance stands for the whole chart: 0.5 for an AUC, 0 for corrected scores; else null. */
  readonly reference: number | null;
}

function pointAt(
  result: ExperimentResult,
  { at, estimate }: EvidenceChoice,
  own: EvidenceChoice['at'],
): ViewPoint | null {
  const cell = cellAt(result, { ...settled(result, { ...at, ...own }), ...own });
  const found = cell?.estimates[estimate];
  if (!cell || !found) return null;
  return {
    cell,
    estimate: found,
    chance: estimate === 'value' ? (cell.estimates.chance ?? null) : null,
  };
}

/** Levels in reading order: numbers rising; methods and scores by their best, which is what they are compared for. */
function ordered(result: ExperimentResult, choice: EvidenceChoice): readonly Level[] {
  const levels = levelsOf(result, choice.x);
  if (isNumeric(levels)) return levels.toSorted(ascending);
  if (choice.x !== 'method' && choice.x !== 'score') return levels;
  const first =
    choice.series === null ? {} : { [choice.series]: levelsOf(result, choice.series)[0] };
  const valueAt = (level: Level) =>
    pointAt(result, choice, { ...first, [choice.x]: level })?.estimate.value ?? null;
  const { score } = choice.at;
  const better = higherIsBetter(choice.x === 'score' ? undefined : score, choice.estimate);
  const compare = better ? descending : ascending;
  return levels.toSorted((a, b) => {
    const [left, right] = [valueAt(a), valueAt(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return compare(left, right);
  });
}

const REFERENCES: Readonly<Partial<Record<EstimateId, number>>> = { auc: 0.5, corrected: 0 };

/** The points of a choice, by series and level. */
export function evidenceView(result: ExperimentResult, choice: EvidenceChoice): EvidenceView {
  const { x, series: seriesFactor, estimate } = choice;
  const all = ordered(result, choice);
  const seriesLevels = seriesFactor === null ? [null] : levelsOf(result, seriesFactor);
  const rows = seriesLevels.map((level) => ({
    level,
    points: all.map((at) =>
      pointAt(result, choice, {
        [x]: at,
        ...(seriesFactor !== null && level !== null ? { [seriesFactor]: level } : {}),
      }),
    ),
  }));
  const filled = all.map((_, i) => rows.some(({ points }) => points[i]));
  const series = rows
    .map(({ level, points }) => ({ level, points: points.filter((_, i) => filled[i]) }))
    .filter(({ points }) => points.some((point) => point));
  const levels = all.filter((_, i) => filled[i]);
  return {
    x,
    seriesFactor,
    estimate,
    levels,
    numeric: levels.length > 1 && isNumeric(levels),
    series,
    reference: REFERENCES[estimate] ?? null,
  };
}

/** Nearer than this, levels of chance are one line to the eye. */
const SAME_CHANCE = 0.01;

/** Whether all series have one chance in common, at every level: it is then drawn once. False where there is none. */
export function sharesChance({ levels, series }: EvidenceView): boolean {
  const at = (index: number) => series.flatMap(({ points }) => points[index]?.chance?.value ?? []);
  return (
    levels.some((_, i) => at(i).length > 0) &&
    levels.every((_, i) => {
      const known = at(i);
      return known.length === 0 || Math.max(...known) - Math.min(...known) < SAME_CHANCE;
    })
  );
}

/** All points of a view. */
export const pointsOf = ({ series }: EvidenceView): readonly ViewPoint[] =>
  series.flatMap(({ points }) => points.filter((point) => point !== null));
