import { existsSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { PictureRow } from '../../src/domain/pictureRow.ts';
import { Problem } from '../../src/domain/problem.ts';
import { parseRow } from '../../src/report/parseRow.ts';
import { readBytes } from '../readFiles.ts';
import { firstDifference, parseHeader, type RowsHeader } from './rowsHeader.ts';

/** A file of rows, as it lies on the disk. */
interface RowsOnDisk {
  readonly header: RowsHeader;
  readonly rows: readonly PictureRow[];
  /** Bytes of its whole lines; what follows was cut off while it was written. */
  readonly bytes: number;
}

const LINE_FEED = 10;
/** How every file of rows begins; shorter where its first line was cut off. */
const START = '{"format":"jitterscope rows ';

function unreadable(path: string, allowed: string, got: string): Problem {
  const detail = { what: path, allowed, got };
  return new Problem('file-unreadable', detail, `${path} must be ${allowed}, got ${got}`);
}

/** What `parse` makes of one line of a file. */
function readLine<T>(path: string, line: number, json: string, parse: (value: unknown) => T): T {
  try {
    return parse(JSON.parse(json));
  } catch (error) {
    const got = error instanceof Error ? error.message : String(error);
    throw unreadable(`${path} line ${line}`, 'as batch writes it', got);
  }
}

/**
 * Header and rows of a file of `batch`. A last line without its end was cut off in the middle: it is left out.
 * @returns null where not even the header is whole
 * @throws Problem `file-unreadable`: no such file, not of `batch`, or a line that is not a row
 */
export async function readRows(path: string): Promise<RowsOnDisk | null> {
  const bytes = await readBytes(path);
  const decoder = new TextDecoder();
  const first = decoder.decode(bytes.subarray(0, START.length));
  if (!START.startsWith(first)) throw unreadable(path, 'a file of rows from batch', 'another file');
  let header: RowsHeader | null = null;
  const rows: PictureRow[] = [];
  let start = 0;
  let line = 1;
  for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, start)) {
    const json = decoder.decode(bytes.subarray(start, end));
    if (header) rows.push(readLine(path, line, json, parseRow));
    else header = readLine(path, line, json, parseHeader);
    start = end + 1;
    line++;
  }
  return header && { header, rows, bytes: start };
}

/** A file that rows are added to, one by one. */
export interface RowsWriter {
  /** What was there before. */
  readonly done: readonly PictureRow[];
  /** Comes back when the row is on the disk: whatever happens then, it is not lost. */
  add(row: PictureRow): Promise<void>;
  close(): Promise<void>;
}

async function append(file: FileHandle, value: object): Promise<void> {
  await file.write(`${JSON.stringify(value)}\n`);
  await file.datasync();
}

/**
 * Opens a file to go on with what is in it, or begins it with the header. A line that was cut off is taken away.
 * @throws Problem `file-unreadable`: not writable, or made with other settings, naming the first that differs
 */
export async function openRows(path: string, header: RowsHeader): Promise<RowsWriter> {
  const before = existsSync(path) ? await readRows(path) : null;
  const other = before && firstDifference(before.header, header);
  if (other) {
    const wanted = `made with the settings asked for (${other.path} ${other.b})`;
    throw unreadable(path, wanted, `${other.a}: give another --out or the same settings`);
  }
  const file = await open(path, 'a').catch((error: unknown) => {
    const got = error instanceof Error ? error.message : String(error);
    throw unreadable(path, 'a file to write', got);
  });
  await file.truncate(before?.bytes ?? 0);
  if (!before) await append(file, header);
  return {
    done: before?.rows ?? [],
    add: (row) => append(file, row),
    close: () => file.close(),
  };
}
