import type { FloatMap } from '../domain/attribution.ts';
import type { Mask } from '../domain/truth.ts';
import { checkPixels, mapUnreadable } from './mapChecks.ts';
import { mapKind, otherKind } from './mapFile.ts';
import { parseMapJson } from './mapJson.ts';
import { parseNpyMask } from './npy.ts';
import { pngFlags } from './pngMask.ts';
import { sniffPicture } from './sniffPicture.ts';

/**
 * A mask out of a file: NumPy (`parseNpyMask`), JSON as for maps, or PNG (`pngFlags`), told apart by the content. Values above
 * 0 are the defect.
 * @param name of the file, for messages only
 * @throws Problem `map-unreadable`, also for NaN and ±∞
 */
export function parseMaskFile(bytes: Uint8Array, name: string): Mask {
  const kind = mapKind(bytes);
  if (kind === 'npy') return flagged(parseNpyMask(bytes, name), name);
  if (kind === 'json') return flagged(parseMapJson(bytes, name), name);
  const allowed = 'a mask as .npy, PNG or JSON of { height, width, values }';
  if (bytes.length === 0) throw mapUnreadable(name, allowed, 'an empty file');
  const type = otherKind(bytes);
  if (type !== 'image/png') throw mapUnreadable(name, allowed, type);
  const { height, width, complete } = sniffPicture(bytes, name);
  if (!complete) throw mapUnreadable(name, 'a whole PNG', `${bytes.length} bytes of one`);
  checkPixels(name, height, width);
  return { height, width, flags: pngFlags(bytes, name) };
}

function flagged({ height, width, values }: FloatMap, name: string): Mask {
  const bad = values.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) {
    const place = `row ${Math.floor(bad / width)}, column ${bad % width}`;
    throw mapUnreadable(name, 'a mask of finite values', `${values[bad]} at ${place}`);
  }
  return { height, width, flags: Uint8Array.from(values, (value) => (value > 0 ? 1 : 0)) };
}
