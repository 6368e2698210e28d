import type { ModelCard } from './model.ts';

const PICTURE_NAME = /\.(png|jpe?g|jfif|bmp|webp|gif)$/i;
const MASK_NAME = /^(.*)\.mask\.[^./]+$/i;

/** The files of a folder, told apart by their names. */
export interface SortedFiles {
  /** In order of their code units: the same order on every machine and in every language. */
  readonly pictures: readonly string[];
  /** `part.mask.png` beside a picture `part.*`. */
  readonly masks: readonly string[];
  /** Everything else, hidden files too. */
  readonly others: readonly string[];
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const withoutEnding = (path: string): string => path.replace(/\.[^./]+$/, '');

const isHidden = (path: string): boolean => path.split('/').some((part) => part.startsWith('.'));

/**
 * The pictures among the files of a folder, whose masks are not pictures of their own.
 * @param paths from the folder on, parts joined by `/`
 * @param ending takes only names that end so, for example `.jpg`; empty for all
 */
export function sortFiles(paths: readonly string[], ending = ''): SortedFiles {
  const sorted = [...paths].sort(compare);
  const named = sorted.filter((path) => PICTURE_NAME.test(path) && !isHidden(path));
  const stems = new Set(named.map(withoutEnding));
  const masks = named.filter((path) => stems.has(MASK_NAME.exec(path)?.[1] ?? '/'));
  const isMask = new Set(masks);
  const wanted = (path: string): boolean =>
    !isMask.has(path) && path.toLowerCase().endsWith(ending.toLowerCase());
  const pictures = named.filter(wanted);
  const taken = new Set([...pictures, ...masks]);
  return { pictures, masks, others: sorted.filter((path) => !taken.has(path)) };
}

/** The class a picture's folder is named after, in any of the model's languages, whatever the case; the innermost such folder decides. Null where none is. */
export function labelOf(path: string, { classes }: Pick<ModelCard, 'classes'>): number | null {
  const same = (name: string, folder: string): boolean =>
    name.toLowerCase() === folder.toLowerCase();
  const folders = path.split('/').slice(0, -1).reverse();
  const labels = folders.map((folder) =>
    classes.findIndex(({ en, ja }) => same(en, folder) || same(ja, folder)),
  );
  return labels.find((label) => label >= 0) ?? null;
}
