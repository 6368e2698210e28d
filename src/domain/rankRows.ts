import { type JudgedRow, type PictureRow, rowKey } from './pictureRow.ts';
import type { VerdictId } from './score.ts';

/** From the worst to the best that can be said of a picture: its decision did not hold, its explanation did not, nothing can be said. */
const SEVERITY: Readonly<Record<VerdictId, number>> = {
  void: 0,
  noBetterThanChance: 1,
  changed: 2,
  cannotTell: 3,
  movedWithPart: 4,
  stable: 5,
};

/** After every verdict: nothing is known of them. */
const FAILED = 6;

const severityOf = (row: PictureRow): number =>
  row.outcome === 'judged' ? SEVERITY[row.verdict.id] : FAILED;

const agreementIn = (row: PictureRow): number =>
  row.outcome === 'judged' ? (row.agreement ?? Number.NEGATIVE_INFINITY) : 0;

/** −1, 0 or 1; without a difference, which ∞ − ∞ has not. */
const compare = <Value extends number | string>(a: Value, b: Value): number =>
  a < b ? -1 : Number(a > b);

/**
 * Rows of a set, worst first: by verdict (decision changed, no better than chance, changed, cannot tell, moved with the part,
 * stable), then by agreement, then by name and change. Failed rows come last. A total order: equal sets are ranked alike whatever
 * order they come in.
 */
export function worstFirst(rows: readonly PictureRow[]): PictureRow[] {
  return [...rows].sort(
    (a, b) =>
      compare(severityOf(a), severityOf(b)) ||
      compare(agreementIn(a), agreementIn(b)) ||
      compare(a.picture, b.picture) ||
      compare(rowKey(a), rowKey(b)),
  );
}

/** Rows of pictures that could be judged. */
export const judgedRows = (rows: readonly PictureRow[]): JudgedRow[] =>
  rows.filter((row) => row.outcome === 'judged');
