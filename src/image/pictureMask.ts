import { asProblem, Problem } from '../domain/problem.ts';
import type { Mask } from '../domain/truth.ts';
import { parseMaskFile } from './maskFile.ts';

const sizeOf = ({ width, height }: Pick<Mask, 'width' | 'height'>) => `${width} × ${height} px`;

/**
 * The mask of a picture: `parseMaskFile`, and as large as the picture.
 * @param name of the file, for messages only
 * @param picture its upright size, pixels
 * @throws Problem `mask-unreadable`, `mask-size-mismatch`
 */
export function parsePictureMask(
  bytes: Uint8Array,
  name: string,
  picture: Pick<Mask, 'width' | 'height'>,
): Mask {
  const mask = readable(bytes, name);
  const [allowed, got] = [sizeOf(picture), sizeOf(mask)];
  if (allowed !== got)
    throw new Problem(
      'mask-size-mismatch',
      { what: name, allowed, got },
      `${name} must be ${allowed}, as the picture is, got ${got}`,
    );
  return mask;
}

/** Beside a picture, a file that cannot be read is a mask that cannot be read. */
function readable(bytes: Uint8Array, name: string): Mask {
  try {
    return parseMaskFile(bytes, name);
  } catch (error) {
    const { detail } = asProblem(error);
    throw new Problem('mask-unreadable', { ...detail, allowed: 'PNG' });
  }
}
