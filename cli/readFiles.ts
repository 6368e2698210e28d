import { readFile, writeFile } from 'node:fs/promises';
import { Problem } from '../src/domain/problem.ts';
import type { ScoreMap } from '../src/engine/metrics/scoreMap.ts';
import { parseNpy } from './npy.ts';

const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

/** The bytes of a file. @throws Problem `file-unreadable` */
export async function readBytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return Uint8Array.from(await readFile(path));
  } catch (error) {
    const got = reasonOf(error);
    const detail = { what: path, allowed: '', got };
    throw new Problem('file-unreadable', detail, `${path} must be a file to read, got ${got}`);
  }
}

/** Writes a file. @throws Problem `file-unreadable` */
export async function writeBytes(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(path, bytes);
  } catch (error) {
    const got = reasonOf(error);
    const detail = { what: path, allowed: '', got };
    throw new Problem('file-unreadable', detail, `${path} must be a file to write, got ${got}`);
  }
}

const unreadable = (path: string, got: string): Problem => {
  const allowed = 'JSON of { height, width, values }';
  const message = `${path} must be ${allowed}, got ${got}`;
  return new Problem('map-unreadable', { what: path, allowed, got }, message);
};

function parseJson(bytes: Uint8Array, path: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    throw unreadable(path, error instanceof Error ? error.message : String(error));
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isSide = (value: unknown): value is number => Number.isInteger(value) && Number(value) > 0;

/** Map out of JSON; `null` in the values is a missing number, refused further on with its place. */
function mapOfJson(json: unknown, path: string): ScoreMap {
  if (!isRecord(json)) throw unreadable(path, 'no object');
  const { height, width, values } = json;
  if (!isSide(height) || !isSide(width)) throw unreadable(path, 'no height and width');
  if (!Array.isArray(values)) throw unreadable(path, 'no list of values');
  const numbers: unknown[] = values.flat();
  if (numbers.length !== height * width)
    throw unreadable(path, `${numbers.length} values for ${height}×${width}`);
  const levels = Float64Array.from(numbers, (value) =>
    typeof value === 'number' ? value : Number.NaN,
  );
  return { height, width, values: levels };
}

/** A map to be compared, from `.npy` or, by any other name, JSON. @throws Problem `file-unreadable`, `map-unreadable` */
export async function readMap(path: string): Promise<ScoreMap> {
  const bytes = await readBytes(path);
  if (path.toLowerCase().endsWith('.npy')) return parseNpy(bytes, path);
  return mapOfJson(parseJson(bytes, path), path);
}
