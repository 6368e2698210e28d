import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PICTURE_LIMITS, type Picture } from '../../src/domain/picture.ts';
import { Problem } from '../../src/domain/problem.ts';
import { preprocess } from '../../src/engine/model/preprocess.ts';
import { decodePicture, isWhole } from './decodePicture.ts';
import { type ClassFiles, some } from './folderFiles.ts';

/** Largest share of the files that may be unreadable. */
const UNREADABLE = 0.1;
/** A pixel has a colour when its channels lie further apart than this, levels of 255; JPEG moves them a little. */
const COLOUR = 16;
/** A picture is in colour from this share of such pixels on. */
const COLOUR_SHARE = 0.005;

/** A picture as it is trained on. */
export interface FolderPicture {
  readonly name: string;
  readonly label: number;
  /** Pictures with the same pixels share it. */
  readonly group: number;
  readonly colour: boolean;
  /** At the size asked for; made anew when it is asked for. */
  readonly picture: Picture;
}

/** The pictures of all classes, each once. */
export interface FolderPictures {
  readonly pictures: readonly FolderPicture[];
  /** Sentences for whoever asked. */
  readonly notes: readonly string[];
  /** SHA-256 of names and contents of the pictures kept. */
  readonly digest: string;
}

/** A file that was decoded. */
interface Read extends Omit<FolderPicture, 'group'> {
  /** SHA-256 of the file's bytes, and of size and pixels. */
  readonly bytes: string;
  readonly pixels: string;
}

const digestOf = (...parts: readonly (string | NodeJS.ArrayBufferView)[]): string =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');

function isColour({ pixels }: Picture): boolean {
  let coloured = 0;
  for (let i = 0; i < pixels.length; i += 3) {
    const [r, g, b] = [pixels[i], pixels[i + 1], pixels[i + 2]];
    if (Math.max(r, g, b) - Math.min(r, g, b) > COLOUR) coloured++;
  }
  return coloured > (COLOUR_SHARE * pixels.length) / 3;
}

/** The picture brought to `side`×`side` with its proportions kept, in 8 bits; grey ones take a third of the memory. */
function small(picture: Picture, side: number, colour: boolean): () => Picture {
  const channels = colour ? 3 : 1;
  const spec = { height: side, width: side, channels, range: [0, 1], fit: 'letterbox' } as const;
  const kept = Uint8ClampedArray.from(preprocess(picture, spec).values, (value) => 255 * value);
  return () => {
    if (colour) return { width: side, height: side, pixels: kept };
    const pixels = new Uint8ClampedArray(3 * kept.length);
    kept.forEach((value, i) => pixels.fill(value, 3 * i, 3 * i + 3));
    return { width: side, height: side, pixels };
  };
}

/** @throws Error saying why the file cannot be used */
async function readOne(path: string, name: string, label: number, side: number): Promise<Read> {
  const file = await readFile(path);
  if (!isWhole(file)) throw new Error('the file ends too soon');
  const picture = await decodePicture(file);
  const { width, height, pixels } = picture;
  const { minSide, maxPixels } = PICTURE_LIMITS;
  if (Math.min(width, height) < minSide || width * height > maxPixels)
    throw new Error(`${width}×${height} px, allowed from ${minSide} px to ${maxPixels} pixels`);
  const colour = isColour(picture);
  const again = small(picture, side, colour);
  return {
    name,
    label,
    colour,
    get picture() {
      return again();
    },
    bytes: digestOf(file),
    pixels: digestOf(`${width}×${height} `, pixels),
  };
}

/** Reads every file; the unreadable ones are told. @throws Problem `file-unreadable` where they are too many */
async function readAll(
  folder: string,
  classes: readonly ClassFiles[],
  side: number,
  report: (done: number, total: number) => void,
): Promise<{ read: Read[]; notes: string[] }> {
  const files = classes.flatMap(({ files: names }, label) =>
    names.map((name) => ({ name, label })),
  );
  const read: Read[] = [];
  const bad: string[] = [];
  for (const { name, label } of files) {
    try {
      read.push(await readOne(join(folder, name), name, label, side));
    } catch (error) {
      bad.push(`${name} (${error instanceof Error ? error.message : String(error)})`);
    }
    report(read.length + bad.length, files.length);
  }
  if (bad.length > UNREADABLE * files.length) {
    const allowed = `at most ${UNREADABLE * 100} % unreadable files`;
    const got = `${bad.length} of ${files.length}: ${some(bad)}`;
    const detail = { what: folder, allowed, got };
    throw new Problem('file-unreadable', detail, `${folder} may hold ${allowed}, got ${got}`);
  }
  return { read, notes: bad.length > 0 ? [`unreadable, left out: ${some(bad, 50)}`] : [] };
}

/**
 * The pictures of class folders, each once. The same bytes twice in a class are kept once. The same pixels in two classes contradict
 * each other: all of them are left out. The same pixels in other files of a class share a group, so that a split can keep them
 * together. All of that is told.
 * @param side of the pictures returned, pixels
 * @throws Problem `file-unreadable` where more than a tenth of the files cannot be read
 */
export async function folderPictures(
  folder: string,
  classes: readonly ClassFiles[],
  side: number,
  report: (done: number, total: number) => void,
): Promise<FolderPictures> {
  const { read, notes } = await readAll(folder, classes, side, report);
  const byPixels = new Map<string, Read[]>();
  for (const one of read) byPixels.set(one.pixels, [...(byPixels.get(one.pixels) ?? []), one]);
  const [contrary, twice, alike]: string[][] = [[], [], []];
  const pictures: FolderPicture[] = [];
  for (const [group, same] of [...byPixels.values()].entries()) {
    const files = same.map(({ name }) => name).join(' = ');
    if (new Set(same.map(({ label }) => label)).size > 1) {
      contrary.push(files);
      continue;
    }
    const kept = [...new Map(same.toReversed().map((one) => [one.bytes, one])).values()];
    if (kept.length < same.length) twice.push(files);
    if (kept.length > 1) alike.push(files);
    for (const one of kept.toReversed()) pictures.push(withGroup(one, group));
  }
  if (contrary.length > 0) notes.push(`same picture in two classes, left out: ${some(contrary)}`);
  if (twice.length > 0) notes.push(`same file twice, kept once: ${some(twice)}`);
  if (alike.length > 0)
    notes.push(`same picture in other files, kept on one side of the split: ${some(alike)}`);
  const digest = digestOf(...read.map(({ name, bytes }) => `${name} ${bytes}\n`));
  return { pictures, notes, digest };
}

function withGroup(one: Read, group: number): FolderPicture {
  const { name, label, colour } = one;
  return {
    name,
    label,
    colour,
    group,
    get picture() {
      return one.picture;
    },
  };
}
