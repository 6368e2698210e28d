import {
  type Cell,
  ESTIMATE_IDS,
  type Estimate,
  EXPERIMENT_IDS,
  type ExperimentId,
  type ExperimentResult,
  FACTOR_IDS,
  type FactorId,
  type Level,
  type ResultSource,
} from './evidence.ts';
import type { Localised } from './model.ts';
import { Problem } from './problem.ts';

type Fields = Readonly<Record<string, unknown>>;
type Point = readonly [number, number];

/** No chart has more; a longer list is a file that was not made for this page. */
const MOST_CELLS = 200_000;
const MOST_LEVELS = 1000;

/** Names the field, what it may be and what came. */
function refused(what: string, allowed: string, got: unknown): Problem {
  const shown = typeof got === 'string' ? got : (JSON.stringify(got) ?? 'nothing');
  const detail = { what, allowed, got: shown.slice(0, 60) };
  return new Problem('file-unreadable', detail, `${what} must be ${allowed}, got ${detail.got}`);
}

function fields(value: unknown, what: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw refused(what, 'an object', value);
  return { ...value };
}

function text(value: unknown, what: string): string {
  if (typeof value !== 'string') throw refused(what, 'a text', value);
  return value;
}

function number(value: unknown, what: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw refused(what, 'a number', value);
  return value;
}

function list<T>(
  value: unknown,
  what: string,
  most: number,
  read: (entry: unknown, what: string) => T,
): T[] {
  if (!Array.isArray(value) || value.length > most)
    throw refused(what, `a list of at most ${most}`, value);
  return value.map((entry: unknown, i) => read(entry, `${what}[${i}]`));
}

function record<T>(
  value: unknown,
  what: string,
  read: (entry: unknown, what: string) => T,
): Record<string, T> {
  const entries = Object.entries(fields(value, what));
  return Object.fromEntries(entries.map(([key, entry]) => [key, read(entry, `${what}.${key}`)]));
}

/** The entries of an object whose names are all known. */
function known<Id extends string, T>(
  value: unknown,
  what: string,
  ids: readonly Id[],
  read: (entry: unknown, what: string) => T,
): Partial<Record<Id, T>> {
  const found = record(value, what, read);
  for (const key of Object.keys(found))
    if (!ids.some((id) => id === key)) throw refused(what, ids.join(', '), key);
  const entries = ids.flatMap((id) => (found[id] === undefined ? [] : [[id, found[id]] as const]));
  return Object.fromEntries(entries) as Partial<Record<Id, T>>;
}

function level(value: unknown, what: string): Level {
  if (typeof value === 'string' && value !== '') return value;
  return number(value, what);
}

function estimate(value: unknown, what: string): Estimate {
  const { value: middle, low, high } = fields(value, what);
  const read = {
    value: number(middle, `${what}.value`),
    low: number(low, `${what}.low`),
    high: number(high, `${what}.high`),
  };
  if (read.low > read.high) throw refused(`${what}.low`, `at most ${read.high}`, read.low);
  return read;
}

function localised(value: unknown, what: string): Localised {
  const { en, ja } = fields(value, what);
  return { en: text(en, `${what}.en`), ja: text(ja, `${what}.ja`) };
}

function rocPoint(value: unknown, what: string): Point {
  const [x, y, more] = list(value, what, 2, number);
  const inside = (share: number | undefined) => share !== undefined && share >= 0 && share <= 1;
  if (x === undefined || y === undefined || more !== undefined || !inside(x) || !inside(y))
    throw refused(what, 'two shares 0…1', value);
  return [x, y];
}

function rocCurve(value: unknown, what: string): readonly Point[] {
  const points = list(value, what, MOST_CELLS, rocPoint);
  points.forEach(([x, y], i) => {
    const [x0, y0] = points[i - 1] ?? [0, 0];
    if (x < x0 || y < y0) throw refused(`${what}[${i}]`, `at least ${x0}, ${y0}`, [x, y]);
  });
  return points;
}

/** Reads cells; every level must be one of its factor's. */
function cellReader(factors: Partial<Record<FactorId, readonly Level[]>>) {
  const levels = new Map(FACTOR_IDS.map((id) => [id, new Set(factors[id] ?? [])]));
  return (value: unknown, what: string): Cell => {
    const { at, pictures, estimates, roc } = fields(value, what);
    const read = known(at, `${what}.at`, FACTOR_IDS, level);
    for (const id of FACTOR_IDS) {
      const own = read[id];
      if (own !== undefined && !levels.get(id)?.has(own))
        throw refused(`${what}.at.${id}`, [...(levels.get(id) ?? [])].join(', '), own);
    }
    return {
      at: read,
      pictures: number(pictures, `${what}.pictures`),
      estimates: known(estimates, `${what}.estimates`, ESTIMATE_IDS, estimate),
      ...(roc === undefined ? {} : { roc: rocCurve(roc, `${what}.roc`) }),
    };
  };
}

function source(value: unknown, what: string): ResultSource {
  const { version, commit, node, tfjs, backend, seed, models } = fields(value, what);
  return {
    version: text(version, `${what}.version`),
    commit: text(commit, `${what}.commit`),
    node: text(node, `${what}.node`),
    tfjs: text(tfjs, `${what}.tfjs`),
    backend: text(backend, `${what}.backend`),
    seed: number(seed, `${what}.seed`),
    models: record(models, `${what}.models`, text),
  };
}

/**
 * A result from the JSON of its file, every field checked, so that nothing behind it has to doubt one.
 * Fields that are not of the format are left out.
 * @param id the experiment that was asked for
 * @throws Problem `file-unreadable` with the field, what it may be and what came
 */
export function parseResult(value: unknown, id: ExperimentId): ExperimentResult {
  const all = fields(value, id);
  if (all['experiment'] !== id) throw refused(`${id}.experiment`, id, all['experiment']);
  const factors = known(all['factors'], `${id}.factors`, FACTOR_IDS, (entry, what) =>
    list(entry, what, MOST_LEVELS, level),
  );
  const cells = list(all['cells'], `${id}.cells`, MOST_CELLS, cellReader(factors));
  if (cells.length === 0) throw refused(`${id}.cells`, 'at least one', cells);
  return {
    experiment: id,
    source: source(all['source'], `${id}.source`),
    factors,
    modelNames: record(all['modelNames'], `${id}.modelNames`, localised),
    cells,
  };
}

/** The experiments whose files there are, from `evidence/index.json`; in the order shown. */
export function parseResultIndex(value: unknown): readonly ExperimentId[] {
  const names = list(value, 'evidence/index.json', MOST_LEVELS, text);
  return EXPERIMENT_IDS.filter((id) => names.includes(id));
}
