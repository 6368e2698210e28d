import type { Analysis } from '../domain/analysis.ts';
import type { Language } from '../domain/language.ts';
import type { OverlapScores, PairScores, Score, ScoreGap, Verdict } from '../domain/score.ts';
import type { ReportFormat } from './reportWords.ts';

/** Numbers a verdict's sentence may name, already written in the language. */
export interface VerdictNumbers {
  readonly before: string;
  readonly after: string;
  readonly k: string;
  readonly w: string;
  readonly topK: string;
  readonly topKChance: string;
  /** The lower of LENS recall and precision, and its chance. */
  readonly lens: string;
  readonly lensChance: string;
  readonly aligned: string;
  readonly stride: string;
  readonly atMultiples: string;
  readonly multiples: string;
  readonly gradientError: string;
  readonly gap: string;
}

/** LENS is one-sided both ways: the weaker of recall and precision, recall when equal. */
export function weakerLens({ lensRecallAtK, lensPrecisionAtK }: OverlapScores): Score {
  const [recall, precision] = [lensRecallAtK.value ?? 0, lensPrecisionAtK.value ?? 0];
  return recall <= precision ? lensRecallAtK : lensPrecisionAtK;
}

/** Why the first of the scores a verdict stands on is missing. */
function firstGap({ raw, aligned }: PairScores): ScoreGap | null {
  const judged = ({ topKIntersection, lensRecallAtK, lensPrecisionAtK }: OverlapScores) => [
    topKIntersection,
    lensRecallAtK,
    lensPrecisionAtK,
  ];
  const all = [...judged(raw), ...(aligned ? judged(aligned) : [])];
  return all.find(({ reason }) => reason !== null)?.reason ?? null;
}

/** Name of a class in a language; its index where the card has none. */
export function className(
  { card }: Pick<Analysis, 'card'>,
  index: number,
  language: Language,
): string {
  const name: string | undefined = card.classes[index]?.[language];
  return name ?? String(index);
}

/** The numbers a verdict's sentence may name, written in the language of `speech`. */
export function verdictNumbers(
  facts: { readonly analysis: Analysis; readonly scores: PairScores; readonly verdict: Verdict },
  speech: {
    readonly language: Language;
    readonly format: ReportFormat;
    readonly text: { readonly scores: { readonly gaps: Readonly<Record<ScoreGap, string>> } };
  },
): VerdictNumbers {
  const { analysis, scores, verdict } = facts;
  const { format, language, text } = speech;
  const lens = weakerLens(scores.raw);
  const gap = firstGap(scores);
  return {
    before: className(analysis, analysis.original.predictedClass, language),
    after: className(analysis, analysis.perturbed.predictedClass, language),
    k: format.integer(scores.k),
    w: format.integer(scores.windowRadius),
    topK: format.share(scores.raw.topKIntersection.value),
    topKChance: format.share(scores.raw.topKIntersection.chance),
    lens: format.share(lens.value),
    lensChance: format.share(lens.chance),
    aligned: format.share(scores.aligned?.topKIntersection.value ?? null),
    stride: format.integer(analysis.card.totalStride),
    atMultiples: format.share(verdict.lattice?.alignedAtMultiples ?? null),
    multiples: format.integer(verdict.lattice?.shifts ?? 0),
    gradientError: format.share(analysis.gradientCheck.maxRelativeError),
    gap: gap === null ? '–' : text.scores.gaps[gap],
  };
}
