import type { PlacedFile } from '../../state/setFolder.ts';

const PICTURE_NAME = /\.(png|jpe?g|jfif|bmp|webp|gif)$/i;

/** The pictures among the files of a folder, in the order a person would list them. */
export function picturesOf(files: readonly File[], language: string): File[] {
  const { compare } = new Intl.Collator(language, { numeric: true });
  return files
    .filter(({ name }) => PICTURE_NAME.test(name) && !name.startsWith('.'))
    .sort((a, b) => compare(a.webkitRelativePath || a.name, b.webkitRelativePath || b.name));
}

const readAll = async (directory: FileSystemDirectoryEntry): Promise<PlacedFile[]> => {
  const reader = directory.createReader();
  const entries: FileSystemEntry[] = [];
  for (;;) {
    // Browsers hand out directories in portions and end with an empty one.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) break;
    entries.push(...some);
  }
  return (await Promise.all(entries.map(filesOf))).flat();
};

const isDirectory = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry =>
  entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

async function filesOf(entry: FileSystemEntry): Promise<PlacedFile[]> {
  if (isDirectory(entry)) return readAll(entry);
  if (!isFile(entry)) return [];
  const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
  return [{ path: entry.fullPath.replace(/^\//, ''), file }];
}

/** Whether a drag brings files. */
export const carriesFiles = ({ dataTransfer }: DragEvent): boolean =>
  dataTransfer?.types.includes('Files') === true;

/** What was dropped. A dropped folder is read to its depths; `folder` tells that one was among it. */
export async function droppedFiles(
  transfer: DataTransfer,
): Promise<{ readonly files: readonly PlacedFile[]; readonly folder: boolean }> {
  const files = [...transfer.files].map((file) => ({ path: file.name, file }));
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry());
  if (!entries.some((entry) => entry?.isDirectory)) return { files, folder: false };
  const found = await Promise.all(entries.filter((entry) => entry !== null).map(filesOf));
  return { files: found.flat(), folder: true };
}
