import type { Analysis } from '../domain/analysis.ts';
import type { Language } from '../domain/language.ts';
import { type MotionKind, motionKind } from '../domain/motion.ts';
import type {
  OverlapScores,
  PairScores,
  Score,
  ScoreGap,
  Verdict,
  VerdictNumbers,
} from '../domain/score.ts';
import type { ReportFormat, ReportWords } from './reportWords.ts';

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

/** What the numbers are written with. */
export interface VerdictSpeech {
  readonly language: Language;
  readonly format: ReportFormat;
  readonly text: {
    readonly scores: { readonly gaps: Readonly<Record<ScoreGap, string>> };
    readonly verdicts: {
      readonly decisionStays: (n: { name: string }) => string;
      readonly motions: Readonly<Record<MotionKind, string>>;
    };
  };
}

interface Judged {
  readonly scores: PairScores;
  readonly verdict: Verdict;
}

/** What only a model can tell; an empty text or a dash where there is none. */
type ModelNumbers = Pick<
  VerdictNumbers,
  'decision' | 'before' | 'after' | 'stride' | 'gradientError' | 'backendDifference'
>;

const NO_MODEL: ModelNumbers = {
  decision: '',
  before: '–',
  after: '–',
  stride: '–',
  gradientError: '–',
  backendDifference: '–',
};

function modelNumbers(analysis: Analysis, { format, language, text }: VerdictSpeech): ModelNumbers {
  const { original, perturbed, card, gradientCheck, parity } = analysis;
  const before = className(analysis, original.predictedClass, language);
  return {
    decision: text.verdicts.decisionStays({ name: before }),
    before,
    after: className(analysis, perturbed.predictedClass, language),
    stride: format.integer(card.totalStride),
    gradientError: format.share(gradientCheck.maxRelativeError),
    backendDifference: parity?.maxDifference?.toExponential(1) ?? '–',
  };
}

/**
 * The numbers a verdict's sentence may name, written in the language of `speech`.
 * @param facts `analysis` null for two maps of another tool
 */
export function verdictNumbers(
  facts: Judged & { readonly analysis: Analysis | null },
  speech: VerdictSpeech,
): VerdictNumbers {
  const { analysis, scores, verdict } = facts;
  const { format, text } = speech;
  const lens = weakerLens(scores.raw);
  const gap = firstGap(scores);
  const motion = analysis?.perturbed.motion;
  return {
    ...(analysis ? modelNumbers(analysis, speech) : NO_MODEL),
    k: format.integer(scores.k),
    w: format.integer(scores.windowRadius),
    topK: format.share(scores.raw.topKIntersection.value),
    topKChance: format.share(scores.raw.topKIntersection.chance),
    lens: format.share(lens.value),
    lensChance: format.share(lens.chance),
    motion: text.verdicts.motions[motion ? motionKind(motion) : 'shift'],
    aligned: format.share(scores.aligned?.topKIntersection.value ?? null),
    atMultiples: format.share(verdict.lattice?.alignedAtMultiples ?? null),
    multiples: format.integer(verdict.lattice?.shifts ?? 0),
    gap: gap === null ? '–' : text.scores.gaps[gap],
  };
}

/** Why, and what to do next. */
export function verdictWords(
  text: ReportWords['verdicts'],
  { id, reason }: Verdict,
  numbers: VerdictNumbers,
  ofMaps: boolean,
): { readonly because: string; readonly next: string } {
  const words = text.reasons[reason];
  if (!ofMaps) return { because: words.because(numbers), next: words.next(numbers) };
  const because = reason === 'dead-gradient' ? text.maps.zero : words.because(numbers);
  return { because, next: reason === 'same-places' ? text.maps.samePlaces : text.maps.next[id] };
}
