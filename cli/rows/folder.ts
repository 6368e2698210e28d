import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { PICTURE_FORMATS } from '../../src/domain/picture.ts';
import { type SortedFiles, sortFiles } from '../../src/domain/pictureFolder.ts';
import { say } from '../messages.ts';
import { missing } from '../usage.ts';

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: unknown) => {
      const got = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      throw missing(folder, 'a folder to read', got);
    },
  );
  // A link is taken for what it points to: what cannot be read gets a row that says so.
  const files = entries.filter((entry) => !entry.isDirectory());
  return files.map(({ parentPath, name }) =>
    relative(folder, join(parentPath, name)).split(sep).join('/'),
  );
}

/**
 * The pictures of a folder and all folders in it, by their paths from it; says on stderr what was left out.
 * @param ending takes only names that end so; empty for all
 * @throws Problem where there is no folder, or no picture in it
 */
export async function picturesIn(folder: string, ending: string): Promise<readonly string[]> {
  const { pictures, masks, others }: SortedFiles = sortFiles(await filesIn(folder), ending);
  const wanted = `a folder with pictures (${ending || PICTURE_FORMATS.join(', ')})`;
  if (pictures.length === 0) throw missing(folder, wanted, `${others.length} other files`);
  if (masks.length > 0) say(`left out ${masks.length} masks: ${few(masks)}`);
  if (others.length > 0) say(`left out ${others.length} other files: ${few(others)}`);
  return pictures;
}

const FEW = 3;

/** The first names of a list, and how many more there are. */
export const few = (names: readonly string[]): string =>
  names.slice(0, FEW).join(', ') + (names.length > FEW ? ` and ${names.length - FEW} more` : '');
