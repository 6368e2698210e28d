import type { BeliefFinding, BeliefId, BeliefReason, BeliefVerdict } from '../domain/belief.ts';
import type { ReportFormat } from './reportWords.ts';

/** Numbers a sentence may name, already written in the language; a dash where there is none. */
export interface BeliefNumbers {
  readonly value: string;
  readonly mean: string;
  readonly spread: string;
}

/** What a language says of the checks; the catalogues have this shape. */
export interface BeliefWords {
  readonly title: string;
  readonly verdicts: Readonly<Record<BeliefVerdict, string>>;
  readonly byId: Readonly<
    Record<BeliefId, { readonly name: string; readonly number: (n: BeliefNumbers) => string }>
  >;
  readonly reasons: Readonly<Record<BeliefReason, (n: BeliefNumbers) => string>>;
}

/** Checks whose numbers are shares of something; the others are scores. */
const SHARES: ReadonlySet<BeliefId> = new Set(['completeness', 'latticeShare', 'pointing']);

/** A finding in words. */
export interface BeliefText {
  readonly name: string;
  readonly verdict: string;
  /** The number with what it is read against; null where there is none. */
  readonly number: string | null;
  /** What follows, in a sentence. */
  readonly sentence: string;
}

/** Puts one finding into words. */
export function beliefText(
  { id, verdict, reason, value, reference }: BeliefFinding,
  words: BeliefWords,
  format: Pick<ReportFormat, 'share' | 'score'>,
): BeliefText {
  const write = SHARES.has(id) ? format.share : format.score;
  const n: BeliefNumbers = {
    value: write(value),
    mean: write(reference?.mean ?? null),
    spread: write(reference?.spread ?? null),
  };
  return {
    name: words.byId[id].name,
    verdict: words.verdicts[verdict],
    number: value === null ? null : words.byId[id].number(n),
    sentence: words.reasons[reason](n),
  };
}
