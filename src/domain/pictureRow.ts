import type { GradientCheck } from './backend.ts';
import type { Motion, PerturbationSettings, PerturbationSize } from './perturbation.ts';
import type { Problem, ProblemCode, ProblemDetail } from './problem.ts';
import type { BeforeAfter, Score, ScoreId, Verdict, VerdictReason } from './score.ts';

/** A picture of a set and what is done to it. */
export interface RowSubject {
  /** Unique in the set: the path from its folder, parts joined by `/`. */
  readonly picture: string;
  /** SHA-256 of the file; null where it could not be read. */
  readonly sha256: string | null;
  /** Index of the class that a folder of its path is named after; null where none is. */
  readonly label: number | null;
  readonly perturbation: PerturbationSettings;
}

/** What the model decided; probabilities are those of the softmax, 0…1. */
export interface RowDecision {
  readonly predictedClass: number;
  readonly probability: number;
  /** Of the class that both maps explain. */
  readonly targetProbability: number;
}

/** A score of a set of pictures: without a p-value, which would cost more than all the rest. */
export type RowScore = Omit<Score, 'pValue'>;
export type RowScores = Readonly<Record<ScoreId, RowScore>>;

/** How far a pair agrees (`agreementOf`) at every k and w of a grid. */
export interface AgreementGrid {
  readonly ks: readonly number[];
  readonly ws: readonly number[];
  /** `[ks, ws]`, row-major; null where every score is missing. */
  readonly agreement: readonly (number | null)[];
  /** `[ks, ws]`: the largest corrected score; null where one is missing. */
  readonly best: readonly (number | null)[];
}

/** One picture under one change, in numbers. */
export interface JudgedRow extends RowSubject {
  readonly outcome: 'judged';
  /** Class both maps explain. */
  readonly targetClass: number;
  readonly decision: BeforeAfter<RowDecision>;
  readonly size: PerturbationSize;
  readonly motion: Motion | null;
  readonly k: number;
  readonly windowRadius: number;
  readonly tiedAtCut: BeforeAfter<boolean>;
  readonly validPixels: number;
  /** Same coordinates. */
  readonly raw: RowScores;
  /** After undoing the motion; null where nothing moved. */
  readonly aligned: RowScores | null;
  /** The largest threshold at which the scores still agree: the number a row is ranked and calibrated by. */
  readonly agreement: number | null;
  readonly verdict: Verdict;
  readonly gradientCheck: GradientCheck;
  readonly deadGradient: BeforeAfter<boolean>;
  /** Null unless asked for. */
  readonly grid: AgreementGrid | null;
  /** Of this row; the original is explained in the first row of its picture. */
  readonly durationMs: number;
}

/** Why a picture has no numbers. */
export interface RowProblem {
  readonly code: ProblemCode;
  readonly detail: ProblemDetail;
}

/** One picture that could not be judged. */
export interface FailedRow extends RowSubject {
  readonly outcome: 'failed';
  readonly problem: RowProblem;
  readonly durationMs: number;
}

export type PictureRow = JudgedRow | FailedRow;

/** The row of a picture that could not be judged. */
export function failedRow(
  subject: RowSubject,
  { code, detail }: Problem,
  durationMs: number,
): FailedRow {
  return { ...subject, outcome: 'failed', problem: { code, detail }, durationMs };
}

const PICTURE_PROBLEMS: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'file-empty',
  'file-unreadable',
  'image-not-recognised',
  'image-damaged',
  'image-too-large',
  'image-too-small',
  'map-non-finite',
  'non-finite-gradient',
]);

/** A problem of this one picture, which a set goes on after; any other would meet every picture, or is a fault of the program. */
export const isOfPicture = ({ code }: Problem): boolean => PICTURE_PROBLEMS.has(code);

/** Equal for two changes that do the same; what a perturbation does not use counts too. */
export const changeKey = (change: PerturbationSettings): string =>
  JSON.stringify([
    change.id,
    change.shiftX,
    change.shiftY,
    change.border,
    change.strength,
    change.angle,
    change.patch,
    change.patchX,
    change.patchY,
  ]);

/** Names a row in its set. */
export const rowKey = ({ picture, perturbation }: Pick<RowSubject, 'picture' | 'perturbation'>) =>
  JSON.stringify([picture, changeKey(perturbation)]);

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
