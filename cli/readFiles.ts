import { readFile, writeFile } from 'node:fs/promises';
import type { FloatMap, Reduction } from '../src/domain/attribution.ts';
import { Problem } from '../src/domain/problem.ts';
import type { Mask } from '../src/domain/truth.ts';
import { parseMapFile } from '../src/image/mapFile.ts';
import { parseMaskFile } from '../src/image/maskFile.ts';

const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

/** The bytes of a file. @throws Problem `file-unreadable` */
export async function readBytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(path));
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

/** A map to be compared, told apart by its content. @throws Problem `file-unreadable`, `map-unreadable` */
export async function readMap(path: string, reduction: Reduction): Promise<FloatMap> {
  return parseMapFile(await readBytes(path), path, reduction);
}

/** A mask of the defect, told apart by its content. @throws Problem `file-unreadable`, and those of `parseMaskFile` */
export async function readMask(path: string): Promise<Mask> {
  return parseMaskFile(await readBytes(path), path);
}
