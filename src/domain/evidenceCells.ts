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

/** A level for some factors. */
export type Levels = Readonly<Partial<Record<FactorId, Level>>>;

/** The levels of a factor; none where the result does not have it. */
export const levelsOf = ({ factors }: ExperimentResult, factor: FactorId): readonly Level[] =>
  factors[factor] ?? [];

/** Factors of which there is something to choose. */
export const variedFactors = (result: ExperimentResult): readonly FactorId[] =>
  FACTOR_IDS.filter((id) => levelsOf(result, id).length > 1);

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
