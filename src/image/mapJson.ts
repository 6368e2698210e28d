import type { FloatMap } from '../domain/attribution.ts';
import type { Problem } from '../domain/problem.ts';
import { checkPixels, excerpt, mapUnreadable } from './mapChecks.ts';

const ALLOWED = 'JSON of { height, width, values }';

/**
 * A map out of JSON `{ height, width, values }`: values row-major in one list, or as a list of rows; float64. `null` in
 * the values, as programs write NaN, becomes NaN. Further keys are ignored.
 * @throws Problem `map-unreadable`
 */
export function parseMapJson(bytes: Uint8Array, name: string): FloatMap {
  const json = parseJson(bytes, name);
  if (!isRecord(json)) throw refused(name, 'no object');
  const { height, width, values } = json;
  if (!isSide(height) || !isSide(width)) throw refused(name, 'no height and width ≥ 1');
  checkPixels(name, height, width);
  if (!isList(values)) throw refused(name, 'no list of values');
  const listed = values.some(isList) ? fromRows(values, { height, width }, name) : values;
  if (listed.length !== height * width)
    throw refused(name, `${listed.length} values for ${height}×${width}`);
  return { height, width, values: Float64Array.from(listed, (v, i) => numberOf(v, i, name)) };
}

const refused = (name: string, got: string): Problem => mapUnreadable(name, ALLOWED, got);

function fromRows(
  rows: readonly unknown[],
  { height, width }: Pick<FloatMap, 'height' | 'width'>,
  name: string,
): readonly unknown[] {
  if (rows.length !== height) throw refused(name, `${rows.length} rows for ${height}×${width}`);
  return rows.flatMap((row, y) => {
    if (!isList(row)) throw refused(name, `no list as row ${y}`);
    if (row.length !== width)
      throw refused(name, `${row.length} values in row ${y} for ${height}×${width}`);
    return row;
  });
}

function numberOf(value: unknown, i: number, name: string): number {
  if (typeof value === 'number') return value;
  if (value === null) return Number.NaN;
  throw refused(name, `no number as value ${i}`);
}

function parseJson(bytes: Uint8Array, name: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw refused(name, excerpt(error instanceof Error ? error.message : ''));
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const isSide = (value: unknown): value is number => Number.isInteger(value) && Number(value) > 0;
