import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '../../src/domain/problem.ts';

/** Files that are tried; what is in them the decoder says. */
const PICTURE_NAME = /\.(png|jpe?g|bmp|webp|gif)$/i;
const FORMATS = 'PNG, JPEG, BMP, WebP, GIF';

/** A class folder and its pictures, each name relative to the folder of all. */
export interface ClassFiles {
  readonly name: string;
  readonly files: readonly string[];
}

/** The pictures of a folder by class, and what was left out. */
export interface FolderFiles {
  readonly classes: readonly ClassFiles[];
  /** Sentences for whoever asked. */
  readonly notes: readonly string[];
}

/** Names of a folder, files apart from folders, in an order that no file system decides. Hidden ones are left out. */
async function entries(folder: string): Promise<{ files: string[]; folders: string[] }> {
  const names = (await readdir(folder)).filter((name) => !/^(\.|__MACOSX$)/.test(name));
  const kinds = await Promise.all(
    names.map((name) => stat(join(folder, name)).then((found) => found.isDirectory())),
  ).catch((error: unknown) => {
    const got = error instanceof Error ? error.message : String(error);
    throw new Problem('file-unreadable', { what: folder, allowed: 'files that are there', got });
  });
  const inOrder = (isFolder: boolean) =>
    names.filter((_, i) => kinds[i] === isFolder).sort((a, b) => (a < b ? -1 : 1));
  return { files: inOrder(false), folders: inOrder(true) };
}

/** `a, b, c and 4 more` */
export function some(names: readonly string[], most = 8): string {
  const more = names.length - most;
  return names.slice(0, most).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/**
 * The pictures of a folder that has one sub-folder for each class. Only what lies directly in a class folder counts: other files,
 * deeper folders and empty class folders are left out and told.
 * @throws Problem `file-unreadable` where the folder is missing or is not made like that, saying how it has to be
 */
export async function folderFiles(folder: string): Promise<FolderFiles> {
  const top = await entries(folder).catch((error: unknown) => {
    throw error instanceof Problem ? error : wrong(folder, 'no such folder');
  });
  const classes: ClassFiles[] = [];
  const others = [...top.files];
  const deeper: string[] = [];
  const empty: string[] = [];
  for (const name of top.folders) {
    const inside = await entries(join(folder, name));
    const files = inside.files.filter((file) => PICTURE_NAME.test(file));
    const path = (file: string) => `${name}/${file}`;
    others.push(...inside.files.filter((file) => !PICTURE_NAME.test(file)).map(path));
    deeper.push(...inside.folders.map(path));
    if (files.length > 0) classes.push({ name, files: files.map(path) });
    else empty.push(name);
  }
  if (classes.length < 2) throw tooFew(folder, classes, deeper);
  const notes = [
    others.length > 0 && `left out, not ${FORMATS}: ${some(others)}`,
    deeper.length > 0 && `left out, folders inside class folders: ${some(deeper)}`,
    empty.length > 0 && `left out, folders without pictures: ${some(empty)}`,
  ].filter((note) => note !== false);
  return { classes, notes };
}

const ALLOWED = `one sub-folder per class, at least two, with pictures (${FORMATS}) directly in them`;

function wrong(folder: string, got: string): Problem {
  const detail = { what: folder, allowed: ALLOWED, got };
  return new Problem('file-unreadable', detail, `${folder} must hold ${ALLOWED}, got ${got}`);
}

function tooFew(
  folder: string,
  classes: readonly ClassFiles[],
  deeper: readonly string[],
): Problem {
  const got = classes.length === 0 ? 'none' : `one class: ${classes[0].name}`;
  const hint = deeper.length > 0 ? `; pictures may lie deeper, in ${some(deeper, 3)}` : '';
  return wrong(folder, got + hint);
}
