import { type PictureRow, rowKey } from '../../src/domain/pictureRow.ts';
import type { SetFindings, SetGaps } from '../../src/domain/pictureSet.ts';
import { Problem } from '../../src/domain/problem.ts';
import { worstFirst } from '../../src/domain/rankRows.ts';
import { summariseRows } from '../../src/engine/evidence/summariseRows.ts';
import { withoutTime } from '../../src/report/exportSet.ts';
import { firstDifference, type RowsHeader, type SetHeader, setOf } from './rowsHeader.ts';

/** A file of rows that was read. */
export interface RowsPart {
  readonly path: string;
  readonly header: RowsHeader;
  readonly rows: readonly PictureRow[];
}

/** All files of a set as one. */
export interface MergedRows extends SetFindings {
  readonly set: SetHeader;
}

function unlike(path: string, first: string, what: string, got: string): Problem {
  const allowed = `of the same set as ${first}`;
  const detail = { what: path, allowed, got: `${what}: ${got}` };
  return new Problem(
    'setting-unknown-choice',
    detail,
    `${path} must be ${allowed}, got ${detail.got}`,
  );
}

/** Rows by their key; those that come twice must agree but for their time. @throws Problem naming what does not */
function collect(parts: readonly RowsPart[]): Map<string, PictureRow> {
  const found = new Map<string, { readonly row: PictureRow; readonly path: string }>();
  for (const { path, rows } of parts)
    for (const row of rows) {
      const known = found.get(rowKey(row));
      const other = known && firstDifference(withoutTime(known.row), withoutTime(row));
      if (other) {
        const place = `${row.picture} ${other.path}`;
        throw unlike(path, known.path, place, `${other.b}, there ${other.a}`);
      }
      if (!known) found.set(rowKey(row), { row, path });
    }
  return new Map([...found].map(([key, { row }]) => [key, row]));
}

function missingIn(parts: readonly RowsPart[], rows: ReadonlyMap<string, PictureRow>): SetGaps {
  const { changes, total } = parts[0].header;
  const listed = new Set(parts.flatMap(({ header }) => header.pictures));
  const lacks = (picture: string): boolean =>
    changes.some((perturbation) => !rows.has(rowKey({ picture, perturbation })));
  const pictures = [...listed].filter(lacks).sort((a, b) => (a < b ? -1 : 1));
  if (listed.size >= total) return { shards: [], pictures };
  // The largest division has the smallest shares: what its files lack names the least.
  const of = Math.max(...parts.map(({ header }) => header.shard.of));
  const there = parts.filter(({ header }) => header.shard.of === of);
  const indices = new Set(there.map(({ header }) => header.shard.index));
  const absent = Array.from({ length: of }, (_, i) => i).filter((i) => !indices.has(i));
  return { shards: absent.map((index) => `${index}/${of}`), pictures };
}

/**
 * One set out of its files, whatever their division and order, however often they were stopped: equal sets give equal results.
 * @throws Problem `setting-unknown-choice` where files are of different sets, or rows that come twice differ
 */
export function mergeRows(parts: readonly RowsPart[]): MergedRows {
  const [first] = parts;
  const set = setOf(first.header);
  for (const { path, header } of parts) {
    const other = firstDifference(set, setOf(header));
    if (other) throw unlike(path, first.path, other.path, `${other.b}, there ${other.a}`);
  }
  const found = collect(parts);
  const rows = [...found.values()];
  // In the order of the changes asked for, whichever row came first.
  const inOrder = set.changes.flatMap((change) =>
    rows.filter(({ perturbation }) => !firstDifference(perturbation, change)),
  );
  return {
    set,
    missing: missingIn(parts, found),
    summary: summariseRows(inOrder, set.settings.seed),
    rows: worstFirst(inOrder),
  };
}
