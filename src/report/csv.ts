import { csvFormatRows } from 'd3';
import { allScores, type KnownScores } from '../domain/allScores.ts';
import { SCORE_IDS } from '../domain/score.ts';

/** What a cell may hold; null is an empty one. */
export type Cell = string | number | null;

/** A text a spreadsheet would run as a formula gets an apostrophe in front; numbers stay numbers. */
function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

/** Rows as CSV (RFC 4180: comma, CRLF, quotes where needed; UTF-8 without a mark). */
export const csvOf = (rows: readonly (readonly Cell[])[]): string =>
  // d3 joins rows with a bare line feed; a line feed inside a cell is quoted and stays.
  rows.map((row) => `${csvFormatRows([row.map(cellText)])}\r\n`).join('');

/** Names of the cells of `scoreRows`. */
export const SCORE_COLUMNS = [
  'coordinates',
  'score',
  'value',
  'chance',
  'corrected',
  'p',
  'missing_because',
] as const;

/** A row for every score that is known, raw first, then aligned. */
export function scoreRows(known: KnownScores): Cell[][] {
  return (['raw', 'aligned'] as const).flatMap((coordinates) => {
    const group = allScores(known, coordinates);
    return SCORE_IDS.flatMap((id): Cell[][] => {
      const score = group?.[id];
      if (!score) return [];
      const { value, chance, corrected, pValue, reason } = score;
      return [[coordinates, id, value, chance, corrected, pValue, reason]];
    });
  });
}
