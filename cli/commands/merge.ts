import { existsSync } from 'node:fs';
import type { SetGaps } from '../../src/domain/pictureSet.ts';
import { Problem } from '../../src/domain/problem.ts';
import { exportRows } from '../../src/report/exportRows.ts';
import { exportSet } from '../../src/report/exportSet.ts';
import { say, show } from '../messages.ts';
import { writeBytes } from '../readFiles.ts';
import { few } from '../rows/folder.ts';
import { mergeRows, type RowsPart } from '../rows/mergeRows.ts';
import { readRows } from '../rows/rowsFile.ts';
import { chosen } from '../settings.ts';
import { missing, readArguments } from '../usage.ts';

async function readPart(path: string): Promise<RowsPart> {
  if (!existsSync(path)) throw missing(path, 'a file of rows from batch', 'no file');
  const found = await readRows(path);
  if (!found) throw missing(path, 'a file of rows from batch', 'one that was only begun');
  return { path, header: found.header, rows: found.rows };
}

/** In a sentence; null where nothing is missing. */
function lackOf({ shards, pictures }: SetGaps): string | null {
  const parts = [
    shards.length > 0 && `shards ${few(shards)}`,
    pictures.length > 0 && `${pictures.length} pictures: ${few(pictures)}`,
  ];
  return parts.filter(Boolean).join('; ') || null;
}

/** A set with something missing is refused unless it is asked for. */
function checkWhole(lack: string | null, partial: boolean): void {
  if (lack === null) return;
  if (partial) {
    say(`missing: ${lack}`);
    return;
  }
  const detail = { what: 'merge', allowed: 'all rows of a set (or --partial yes)', got: lack };
  throw new Problem(
    'setting-unknown-choice',
    detail,
    `merge must be given ${detail.allowed}, missing: ${lack}`,
  );
}

/**
 * `merge FILES… [--out set.json] [--csv set.csv] [--partial yes|no]`: the files of `batch` as one set, ranked worst first. The
 * same bytes however the set was divided, stopped or repeated.
 */
export async function merge(args: readonly string[]): Promise<void> {
  const given = readArguments(args, ['out', 'csv', 'partial']);
  const { positionals } = given;
  if (positionals.length === 0) throw missing('merge', 'given at least one file of rows');
  const partial = chosen(given, 'partial', ['yes', 'no'], 'no') === 'yes';
  const parts: RowsPart[] = [];
  for (const path of positionals) parts.push(await readPart(path));
  const merged = mergeRows(parts);
  checkWhole(lackOf(merged.missing), partial);
  const csv = given.text('csv');
  if (csv !== undefined) {
    const text = exportRows(merged.rows, merged.set.classes);
    await writeBytes(csv, new TextEncoder().encode(text));
  }
  const out = given.text('out');
  if (out === undefined) {
    show(exportSet(merged.set, merged));
    return;
  }
  const text = `${JSON.stringify(exportSet(merged.set, merged), null, 1)}\n`;
  await writeBytes(out, new TextEncoder().encode(text));
  show({ out, pictures: merged.set.total, missing: merged.missing, summary: merged.summary });
}
