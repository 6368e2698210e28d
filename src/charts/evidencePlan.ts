import {
  type EstimateId,
  type ExperimentId,
  type ExperimentResult,
  FACTOR_IDS,
  type FactorId,
  type Level,
} from '../domain/evidence.ts';
import {
  estimatesOf,
  followsModel,
  type Levels,
  levelsOf,
  settled,
  variedFactors,
} from '../domain/evidenceCells.ts';

/** How an experiment is first shown; the reader may turn everything. */
export interface EvidencePlan {
  /** Factors for the axis, the best first: the first that varies is taken. */
  readonly x: readonly FactorId[];
  /** Factors whose levels become lines or marks; the first that varies and is not the axis. */
  readonly series: readonly FactorId[];
  /** Estimates, the best first. */
  readonly estimates: readonly EstimateId[];
  /** Levels to begin with, the best first; else the first of the file. */
  readonly begin: Readonly<Partial<Record<FactorId, readonly Level[]>>>;
}

const VALUES: readonly EstimateId[] = ['value', 'corrected', 'auc', 'falseAlarms'];
const CORRECTED: readonly EstimateId[] = ['corrected', 'value', 'auc', 'falseAlarms'];
const ALARMS: readonly EstimateId[] = ['auc', 'falseAlarms', 'value', 'corrected'];

/** Everywhere: 5 % of the map, 2 px. */
const BEGIN = { k: [0.05], w: [2] } as const;

export const EVIDENCE_PLANS: Readonly<Record<ExperimentId, EvidencePlan>> = {
  randomAgainstAttack: {
    x: ['epsilon', 'perturbation'],
    series: ['perturbation', 'method', 'score'],
    estimates: VALUES,
    begin: { ...BEGIN, score: ['topKIntersection'] },
  },
  falseAlarms: {
    x: ['score'],
    series: ['perturbation', 'method', 'frame'],
    estimates: ALARMS,
    begin: BEGIN,
  },
  regimes: {
    x: ['model', 'epsilon'],
    series: ['perturbation', 'method'],
    estimates: VALUES,
    begin: { ...BEGIN, perturbation: ['attackTopK'], score: ['topKIntersection'] },
  },
  dataSize: {
    x: ['model', 'epsilon'],
    series: ['perturbation', 'method'],
    estimates: VALUES,
    begin: { ...BEGIN, perturbation: ['attackTopK'], score: ['topKIntersection'] },
  },
  windowAndK: {
    x: ['w', 'k'],
    series: ['perturbation', 'score', 'k'],
    estimates: VALUES,
    begin: { ...BEGIN, score: ['lensRecallAtK'] },
  },
  shifts: {
    x: ['shift'],
    series: ['frame', 'score', 'model'],
    estimates: VALUES,
    begin: { ...BEGIN, score: ['topKIntersection'] },
  },
  methods: {
    x: ['method'],
    series: ['perturbation', 'spins', 'score'],
    estimates: CORRECTED,
    begin: { ...BEGIN, score: ['lensRecallAtK'], frame: ['aligned'] },
  },
  antialiasing: {
    x: ['shift', 'model'],
    series: ['model', 'spins', 'method'],
    estimates: VALUES,
    begin: { ...BEGIN, frame: ['aligned'], score: ['topKIntersection'], spins: [1] },
  },
};

/** What is shown of a result. */
export interface EvidenceChoice {
  readonly x: FactorId;
  /** Null where nothing else varies. */
  readonly series: FactorId | null;
  readonly estimate: EstimateId;
  /** A level for every factor of the result; those of axis and series count where only one can be told. */
  readonly at: Levels;
}

/** Factors that can be the axis: those of the plan first. */
export function axisChoices(result: ExperimentResult): readonly FactorId[] {
  const { x } = EVIDENCE_PLANS[result.experiment];
  const varied = x.filter(
    (id) => levelsOf(result, id).length > 1 && (id === 'model' || !followsModel(result, id)),
  );
  const present = (ids: readonly FactorId[]) => ids.filter((id) => levelsOf(result, id).length > 0);
  // What varies; else what the plan names; else whatever there is, so that a point has an axis to stand on.
  const choices = [varied, present(x), present(FACTOR_IDS).slice(0, 1)];
  const first = choices.find((ids) => ids.length > 0) ?? [];
  const numeric = variedFactors(result).filter(
    (id) => isNumeric(levelsOf(result, id)) && !followsModel(result, id),
  );
  return [...new Set([...first, ...numeric])];
}

/** Factors that can be told apart by lines or marks, beside the axis: those of the plan first. */
export function seriesChoices(result: ExperimentResult, x: FactorId): readonly FactorId[] {
  const { series } = EVIDENCE_PLANS[result.experiment];
  const varied = variedFactors(result).filter(
    (id) => id !== x && (id === 'model' || !followsModel(result, id)),
  );
  const planned = series.filter((id) => varied.includes(id));
  return [...new Set([...planned, ...varied])].filter((id) => levelsOf(result, id).length <= MOST);
}

/** More lines cannot be told apart. */
const MOST = 6;

/** Estimates to choose from: chance is drawn with its value. */
export const estimateChoices = (result: ExperimentResult): readonly EstimateId[] =>
  estimatesOf(result).filter((id) => id !== 'chance');

/** Factors that are switched: all that vary, but for axis, series and what comes with the model. */
export const switchedFactors = (
  result: ExperimentResult,
  { x, series }: Pick<EvidenceChoice, 'x' | 'series'>,
): readonly FactorId[] =>
  variedFactors(result).filter(
    (id) => id !== x && id !== series && (id === 'model' || !followsModel(result, id)),
  );

/** An axis of numbers is drawn to scale. */
export const isNumeric = (levels: readonly Level[]): levels is readonly number[] =>
  levels.every((level) => typeof level === 'number');

function beginAt(result: ExperimentResult, factor: FactorId): Level | undefined {
  const levels = levelsOf(result, factor);
  const wanted = EVIDENCE_PLANS[result.experiment].begin[factor] ?? [];
  const found = wanted.find((level) => levels.includes(level));
  if (found !== undefined) return found;
  // The strongest change tells most.
  return factor === 'epsilon' ? levels.at(-1) : levels[0];
}

/** What is shown first. */
export function firstChoice(result: ExperimentResult): EvidenceChoice {
  const [x = 'model'] = axisChoices(result);
  const offered = estimateChoices(result);
  const { estimates } = EVIDENCE_PLANS[result.experiment];
  const levels = FACTOR_IDS.map((id) => [id, beginAt(result, id)] as const);
  return {
    x,
    series: seriesChoices(result, x)[0] ?? null,
    estimate: estimates.find((id) => offered.includes(id)) ?? 'value',
    at: settled(result, Object.fromEntries(levels.filter(([, level]) => level !== undefined))),
  };
}

/** The same with another axis; the series makes room where it was that very factor. */
export function withAxis(
  result: ExperimentResult,
  choice: EvidenceChoice,
  x: FactorId,
): EvidenceChoice {
  const choices = seriesChoices(result, x);
  const series = choice.series !== null && choices.includes(choice.series) ? choice.series : null;
  return { ...choice, x, series: series ?? choices[0] ?? null };
}
