import { PICTURE_FORMATS } from '../domain/picture.ts';
import { sortFiles } from '../domain/pictureFolder.ts';
import { Problem } from '../domain/problem.ts';
import type { PictureFolder, PictureSet } from './pictureSet.ts';

/** A file with its path from the folder it came in. */
export interface PlacedFile {
  readonly path: string;
  readonly file: File;
}

/** Without the folder that everything lies in: it was chosen, and is no part of the paths from it. */
function withoutRoot(files: readonly PlacedFile[]): readonly PlacedFile[] {
  const roots = new Set(files.map(({ path }) => path.slice(0, path.indexOf('/') + 1)));
  const [root = ''] = roots;
  if (roots.size !== 1) return files;
  return files.map(({ path, file }) => ({ path: path.slice(root.length), file }));
}

/** Names of other files that are told. */
const FEW = 3;

/** The pictures among files, as the command line finds them. @throws Problem `file-unreadable` where there is none */
export function folderOf(name: string, files: readonly PlacedFile[]): PictureFolder {
  const byPath = new Map(withoutRoot(files).map(({ path, file }) => [path, file]));
  const { pictures, masks, others } = sortFiles([...byPath.keys()]);
  if (pictures.length === 0) {
    const got = [...others, ...masks].slice(0, FEW).join(', ');
    throw new Problem('no-pictures', { what: name, allowed: PICTURE_FORMATS.join(', '), got });
  }
  return {
    name,
    pictures: pictures.map((path) => ({ path, file: byPath.get(path) ?? null })),
    leftOut: { masks: masks.length, others: others.length },
  };
}

/** Whether a folder has the files of a set that the browser did not keep. */
export function givesBack(set: PictureSet | null, { pictures }: PictureFolder): set is PictureSet {
  const known = set?.folder.pictures ?? [];
  const same =
    known.length === pictures.length && known.every(({ path }, i) => path === pictures[i].path);
  return same && known.some(({ file }) => file === null);
}
