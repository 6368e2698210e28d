import { likenessOf, type PairScores, type ScoreId } from '../../domain/score.ts';
import type { Speech } from '../../i18n/speech.ts';

/** A score's value as a sentence for somebody who does not know the score. */
export function plainWords(
  id: ScoreId,
  value: number,
  { windowRadius, diverseCount }: PairScores,
  { text, format }: Speech,
): string {
  return text.scores.byId[id].plain({
    share: format.share(value),
    value: format.number(value, 1),
    pairs: format.share((value + 1) / 2),
    w: format.integer(windowRadius),
    side: format.integer(2 * windowRadius + 1),
    before: format.integer(diverseCount.original),
    after: format.integer(diverseCount.perturbed),
    likeness: likenessOf(value),
  });
}
