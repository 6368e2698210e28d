import type { PairTruth, TruthId, TruthScores } from '../domain/truth.ts';
import type { ReportFormat, ReportWords } from './reportWords.ts';

/** The words and numbers that a line about the truth needs. */
interface TruthSpeech {
  readonly text: Pick<ReportWords, 'report' | 'truth'>;
  readonly format: Pick<ReportFormat, 'share'>;
}

/** The score of one map: `hit` or `miss`, else a share; an en dash where there is none. */
function scoreOf(id: TruthId, scores: TruthScores, { text, format }: TruthSpeech): string {
  if (id !== 'pointingGame') return format.share(scores[id]);
  if (scores.pointingGame === null) return format.share(null);
  return scores.pointingGame ? text.truth.hit : text.truth.miss;
}

/** `42 % → 40 % (mask 3 %)`: a score before and after, with the mask's share as the line to read it against (itself
 * before and after where they differ). */
export function truthValue(id: TruthId, truth: PairTruth, speech: TruthSpeech): string {
  const { text, format } = speech;
  const { maskShare } = truth;
  const [before, after] = [format.share(maskShare.original), format.share(maskShare.perturbed)];
  const scores = text.report.beforeAfter({
    before: scoreOf(id, truth.original, speech),
    after: scoreOf(id, truth.perturbed, speech),
  });
  const share = before === after ? before : text.report.beforeAfter({ before, after });
  return text.truth.readAgainst({ scores, share });
}
