import type { RowSummary } from '../../domain/rowSummary.ts';
import type { VerdictId } from '../../domain/score.ts';

/** A verdict, or that there is none. */
export type RowOutcome = VerdictId | 'failed';

/** From good to bad, as bars and menus show them. */
export const OUTCOMES: readonly RowOutcome[] = [
  'stable',
  'movedWithPart',
  'changed',
  'noBetterThanChance',
  'void',
  'cannotTell',
  'failed',
];

/** How many pictures came out so, of one change; those that none did are left out. */
export function outcomesOf({ verdicts, failed }: RowSummary): readonly [RowOutcome, number][] {
  const count = (outcome: RowOutcome): number =>
    outcome === 'failed' ? failed : verdicts[outcome];
  return OUTCOMES.map((outcome): [RowOutcome, number] => [outcome, count(outcome)]).filter(
    ([, pictures]) => pictures > 0,
  );
}

/** Pictures whose explanation holds, changes, and whose decision changes. */
export function fatesOf({ verdicts, judged, failed }: RowSummary): {
  readonly total: number;
  readonly keep: number;
  readonly turn: number;
  readonly decide: number;
} {
  return {
    total: judged + failed,
    keep: verdicts.stable + verdicts.movedWithPart,
    turn: verdicts.changed + verdicts.noBetterThanChance,
    decide: verdicts.void,
  };
}
