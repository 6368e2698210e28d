import {
  type Cell,
  ESTIMATE_IDS,
  type Estimate,
  type EstimateId,
  type ExperimentResult,
  FACTOR_IDS,
  type FactorId,
  type Level,
} from './evidence.ts';
import { SCORE_IDS } from './score.ts';

/** A level for some factors. */
export type Levels = Readonly<Partial<Record<FactorId, Level>>>;

/** The levels of a factor; none where the result does not have it. */
export const levelsOf = ({ factors }: ExperimentResult, factor: FactorId): readonly Level[] =>
  factors[factor] ?? [];

/** Factors of which there is something to choose. */
export const variedFactors = (result: ExperimentResult): readonly FactorId[] =>
  FACTOR_IDS.filter((id) => levelsOf(result, id).length > 1);

type OfModel = ReadonlyMap<FactorId, ReadonlySet<Level>>;
const OF_MODELS = new WeakMap<ExperimentResult, Map<Level | undefined, OfModel>>();

/** The levels that the cells of a model have. */
function ofModel(result: ExperimentResult, model: Level | undefined): OfModel {
  const known = OF_MODELS.get(result) ?? new Map<Level | undefined, OfModel>();
  OF_MODELS.set(result, known);
  const before = known.get(model);
  if (before) return before;
  const own = result.cells.filter(({ at }) => model === undefined || at.model === model);
  const levels = FACTOR_IDS.map((id) => {
    const found = own.flatMap(({ at }) => at[id] ?? []);
    return [id, new Set(found)] as const;
  });
  const made = new Map(levels);
  known.set(model, made);
  return made;
}

/** The largest number, else the last. */
const strongest = (levels: ReadonlySet<Level>): Level | undefined => {
  const all = [...levels];
  const numbers = all.filter((level) => typeof level === 'number');
  return numbers.length === all.length && numbers.length > 0 ? Math.max(...numbers) : all.at(-1);
};

/**
 * The levels with those replaced that the model does not have, by its strongest: models of other data are attacked at
 * other ε.
 */
export function settled(result: ExperimentResult, at: Levels): Levels {
  const there = ofModel(result, at.model);
  const levels = FACTOR_IDS.flatMap((id) => {
    const asked = at[id];
    const own = there.get(id);
    if (asked === undefined) return [];
    return [[id, !own || own.size === 0 || own.has(asked) ? asked : strongest(own)] as const];
  });
  return Object.fromEntries(levels);
}

/** Whether every model has at most one level of a factor: there is nothing to choose beside the model. */
export const followsModel = (result: ExperimentResult, factor: FactorId): boolean =>
  levelsOf(result, 'model').every((model) => (ofModel(result, model).get(factor)?.size ?? 0) <= 1);

/** The first cell that contradicts none of the levels; a factor that does not apply to a cell has no say in it. */
export function cellAt(result: ExperimentResult, at: Levels): Cell | null {
  const asked = FACTOR_IDS.filter((id) => at[id] !== undefined);
  const fits = (cell: Cell) =>
    asked.every((id) => cell.at[id] === undefined || cell.at[id] === at[id]);
  return result.cells.find(fits) ?? null;
}

/** The estimate of the cell at the levels; null where there is no such cell or the cell lacks it. */
export const estimateAt = (
  result: ExperimentResult,
  at: Levels,
  estimate: EstimateId,
): Estimate | null => cellAt(result, at)?.estimates[estimate] ?? null;

/** Estimates that any cell has, in their own order. */
export const estimatesOf = ({ cells }: ExperimentResult): readonly EstimateId[] =>
  ESTIMATE_IDS.filter((id) => cells.some(({ estimates }) => estimates[id]));

/** Whether a score compares two heatmaps; others, such as a share of the lattice, judge one. */
export const isStability = (score: Level | undefined): boolean =>
  score === undefined || SCORE_IDS.some((id) => id === score);

/** What a score says of a heatmap against itself: 1, or no way of the centre. Corrected or not. */
export const untouched = (score: Level | undefined): number =>
  score === 'massCenterShift' ? 0 : 1;

/** Whether a higher estimate is the better one. */
export const higherIsBetter = (score: Level | undefined, estimate: EstimateId): boolean =>
  estimate !== 'falseAlarms' && (score !== 'massCenterShift' || estimate === 'auc');

/** Intervals share a value: the data do not show a difference. (Cautious: some that overlap a little do differ.) */
export const overlap = (a: Estimate, b: Estimate): boolean => a.low <= b.high && b.low <= a.high;

/**
 * a − b with an interval from those of both (MOVER: Zou, Donner, Statistics in Medicine 2008):
 * low = d − √((a − aₗ)² + (bₕ − b)²), high accordingly. Exact for independent estimates; too wide, never too
 * narrow, for estimates over the same pictures, which rise and fall together.
 */
export function difference(a: Estimate, b: Estimate): Estimate {
  const value = a.value - b.value;
  return {
    value,
    low: value - Math.hypot(a.value - a.low, b.high - b.value),
    high: value + Math.hypot(a.high - a.value, b.value - b.low),
  };
}

/** Mean of estimates; its ends are the means of theirs: as if they rose and fell together, the widest there can be. Null without any. */
export function meanOf(estimates: readonly Estimate[]): Estimate | null {
  if (estimates.length === 0) return null;
  const mean = (end: keyof Estimate) =>
    estimates.reduce((sum, one) => sum + one[end], 0) / estimates.length;
  return { value: mean('value'), low: mean('low'), high: mean('high') };
}
