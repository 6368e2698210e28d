import packageJson from '../../package.json' with { type: 'json' };
import type { SetFacts } from '../../src/domain/pictureSet.ts';
import { Problem } from '../../src/domain/problem.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { fields, list, text, whole } from '../../src/report/fields.ts';
import { parseSetFacts } from '../../src/report/parseSet.ts';
import type { Shard } from './shard.ts';

/** What is equal in all shards of a set. */
export interface SetHeader extends SetFacts {
  readonly format: typeof ROWS_FORMAT;
}

/** The first line of a file of rows: what was computed, and which pictures are its own. */
export interface RowsHeader extends SetHeader {
  readonly shard: Shard;
  readonly pictures: readonly string[];
}

/** Another number is another layout of the rows. */
const ROWS_FORMAT = 'jitterscope rows 1';

/** The header of a run. */
export function headerOf(
  { backend, model }: Engine,
  asked: Omit<RowsHeader, 'format' | 'version' | 'tfjs' | 'backend' | 'modelSha256' | 'classes'>,
): RowsHeader {
  return {
    format: ROWS_FORMAT,
    version: packageJson.version,
    tfjs: backend.version,
    backend: backend.id,
    modelSha256: model.card.sha256,
    classes: model.card.classes.map(({ en }) => en),
    ...asked,
  };
}

const MOST = 10_000_000;

/** A header out of JSON. @throws Problem naming the field that is off */
export function parseHeader(json: unknown): RowsHeader {
  const header = fields(json, 'header');
  if (header.format !== ROWS_FORMAT) {
    const detail = { what: 'format', allowed: ROWS_FORMAT, got: String(header.format) };
    throw new Problem('file-unreadable', detail, `format must be ${ROWS_FORMAT}`);
  }
  const shard = fields(header.shard, 'shard');
  return {
    format: ROWS_FORMAT,
    ...parseSetFacts(header),
    shard: {
      index: whole(shard.index, 'shard.index', 0, MOST),
      of: whole(shard.of, 'shard.of', 1, MOST),
    },
    pictures: list(header.pictures, 'pictures', MOST, (name) => text(name, 'pictures', MOST)),
  };
}

/** What all shards of a set share. */
export function setOf(header: RowsHeader): SetHeader {
  const { format, version, tfjs, backend, modelSha256, classes } = header;
  const { settings, changes, only, background, total } = header;
  const program = { format, version, tfjs, backend };
  return { ...program, modelSha256, classes, settings, changes, only, background, total };
}

/** Where two values first differ: the path to it, and both sides as JSON; null where they are equal. */
export function firstDifference(
  a: unknown,
  b: unknown,
  path = '',
): { readonly path: string; readonly a: string; readonly b: string } | null {
  if (isParts(a) && isParts(b)) {
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
      const found = firstDifference(a[key], b[key], path ? `${path}.${key}` : key);
      if (found) return found;
    }
    return null;
  }
  const [left, right] = [a, b].map((value) => JSON.stringify(value) ?? 'nothing');
  return left === right ? null : { path, a: shown(left), b: shown(right) };
}

const isParts = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const shown = (json: string): string => (json.length > 60 ? `${json.slice(0, 60)}…` : json);
