import { Problem } from '../../src/domain/problem.ts';
import { folderFiles } from './folderFiles.ts';
import { type FolderPicture, folderPictures } from './folderPictures.ts';
import type { TrainingData } from './labelledPictures.ts';
import { chooseTestGroups } from './splitGroups.ts';

/** Different pictures that a class needs: fewer can neither be learnt from nor judged on. */
export const LEAST_PICTURES = 10;

/** How a folder of pictures is read. */
export interface FolderReading {
  /** What the data is called. */
  readonly name: string;
  /** Side of the pictures, pixels. */
  readonly side: number;
  /** Share of every class that is held out. */
  readonly testShare: number;
  /** Of the split. */
  readonly seed: number;
}

/** A folder of pictures, ready for training. */
export interface FolderData {
  readonly data: TrainingData;
  /** 3 as soon as one picture is in colour. */
  readonly channels: 1 | 3;
  /** SHA-256 of the pictures. */
  readonly digest: string;
  /** What was left out and what was found, in sentences. */
  readonly notes: readonly string[];
}

/**
 * A folder with a sub-folder for each class, divided by picture: seeded, every class with about the same share held out, files with the
 * same pixels on one side. Pictures of one part taken twice are not recognised: they may stand on both sides.
 * @throws Problem `file-unreadable`, as `folderFiles` and `folderPictures`, and where a class has too few pictures
 */
export async function loadFolder(
  folder: string,
  { name, side, testShare, seed }: FolderReading,
  report: (done: number, total: number) => void,
): Promise<FolderData> {
  const { classes, notes } = await folderFiles(folder);
  const read = await folderPictures(folder, classes, side, report);
  const { pictures } = read;
  const ofClass = classes.map((_, label) => pictures.filter((one) => one.label === label));
  ofClass.forEach((own, label) => checkEnough(`${folder}/${classes[label].name}`, own));
  const held = chooseTestGroups(pictures, testShare, seed);
  const [train, test] = [false, true].map((isHeld) =>
    pictures.filter(({ group }) => held.has(group) === isHeld),
  );
  for (const [label, own] of classes.entries())
    checkParts(own.name, [train, test], label, testShare);
  const coloured = pictures.filter(({ colour }) => colour).length;
  return {
    data: {
      classes: classes.map((own) => ({ en: own.name, ja: own.name })),
      source: {
        name,
        licence: 'not stated',
        citation: 'own pictures',
        split: `by picture, seeded (seed ${seed}, ${Math.round(100 * testShare)} % held out)`,
      },
      soundClass: null,
      train,
      test,
    },
    channels: coloured > 0 ? 3 : 1,
    digest: read.digest,
    notes: [...notes, ...read.notes, ...facts(ofClass, coloured)],
  };
}

const distinct = (pictures: readonly FolderPicture[]): number =>
  new Set(pictures.map(({ group }) => group)).size;

function checkEnough(path: string, pictures: readonly FolderPicture[]): void {
  const count = distinct(pictures);
  if (count >= LEAST_PICTURES) return;
  const allowed = `at least ${LEAST_PICTURES} different pictures`;
  const detail = { what: path, allowed, got: String(count) };
  throw new Problem('file-unreadable', detail, `${path} must hold ${allowed}, got ${count}`);
}

/** Large groups can leave a class with nothing on one side. */
function checkParts(
  name: string,
  parts: readonly (readonly FolderPicture[])[],
  label: number,
  testShare: number,
): void {
  const counts = parts.map((part) => part.filter((one) => one.label === label).length);
  if (counts.every((count) => count > 0)) return;
  const allowed = 'a picture of each class in both parts';
  const got = `${counts[0]} to train and ${counts[1]} to test of ${name}`;
  const message = `--test-share ${testShare} must leave ${allowed}, got ${got}`;
  throw new Problem('file-unreadable', { what: '--test-share', allowed, got }, message);
}

function facts(ofClass: readonly (readonly FolderPicture[])[], coloured: number): string[] {
  const counts = ofClass.map((own) => own.length);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  const all = counts.reduce((a, b) => a + b, 0);
  return [
    ...(most > 1.5 * least
      ? [
          `classes hold from ${least} to ${most} pictures: they are drawn equally often, and the accuracy is the mean of their recalls`,
        ]
      : []),
    coloured > 0
      ? `${coloured} of ${all} pictures are in colour: 3 channels`
      : 'all pictures are grey: 1 channel',
  ];
}
