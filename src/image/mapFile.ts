import type { FloatMap, Reduction } from '../domain/attribution.ts';
import { Problem } from '../domain/problem.ts';
import { foreignType } from './foreignType.ts';
import { mapUnreadable } from './mapChecks.ts';
import { parseMapJson } from './mapJson.ts';
import { parseNpy } from './npy.ts';
import { isNpy } from './npyHeader.ts';
import { sniffPicture } from './sniffPicture.ts';

/** First byte of JSON text that is no bare number, behind a byte order mark and white space. */
const JSON_START = /^(\xef\xbb\xbf)?[ \t\r\n]*[{[]/;

/** Kind of a file that may hold a map, by its first bytes, never by its name; null for another kind. */
export function mapKind(bytes: Uint8Array): 'npy' | 'json' | null {
  if (isNpy(bytes)) return 'npy';
  return JSON_START.test(String.fromCharCode(...bytes.subarray(0, 512))) ? 'json' : null;
}

/**
 * An attribution map of any tool out of a file, `[height, width]`: NumPy (`parseNpy`) or JSON (`parseMapJson`), told apart
 * by the content. Three axes are taken as `[h, w, c]`, or as `[c, h, w]` when the first is 1, 3 or 4 long and the last is
 * neither, and reduced over the channels in float64; two axes keep their type and are not reduced. NaN and ±∞ come
 * through: the metrics refuse them and name the place.
 * @param name of the file, for messages only
 * @throws Problem `map-unreadable`
 */
export function parseMapFile(bytes: Uint8Array, name: string, reduction: Reduction): FloatMap {
  const kind = mapKind(bytes);
  if (kind === 'npy') return parseNpy(bytes, name, reduction);
  if (kind === 'json') return parseMapJson(bytes, name);
  const allowed = 'a map as .npy or as JSON of { height, width, values }';
  throw mapUnreadable(name, allowed, bytes.length === 0 ? 'an empty file' : otherKind(bytes));
}

/** Media type of a file that is no map, as far as its start tells. */
export function otherKind(bytes: Uint8Array): string {
  try {
    return `image/${sniffPicture(bytes, '').format}`;
  } catch (error) {
    if (error instanceof Problem) return foreignType(bytes);
    throw error;
  }
}
