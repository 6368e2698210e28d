import { join } from 'node:path';
import type { PerturbationSettings } from '../../src/domain/perturbation.ts';
import { backgroundRgb } from '../../src/domain/picture.ts';
import { labelOf } from '../../src/domain/pictureFolder.ts';
import { failedRow, isOfPicture, type PictureRow, rowKey } from '../../src/domain/pictureRow.ts';
import { Problem } from '../../src/domain/problem.ts';
import { checkSettings, type Settings } from '../../src/domain/settings.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { pictureRows } from '../../src/engine/evidence/pictureRow.ts';
import { preprocess } from '../../src/engine/model/preprocess.ts';
import { say, show, untiring } from '../messages.ts';
import { openModel } from '../models.ts';
import { readPicture } from '../nodePicture.ts';
import { profiledSettings } from '../profile.ts';
import { parseChanges } from '../rows/changes.ts';
import { picturesIn } from '../rows/folder.ts';
import { openRows, type RowsWriter } from '../rows/rowsFile.ts';
import { headerOf, type RowsHeader } from '../rows/rowsHeader.ts';
import { parseShard, shardOf } from '../rows/shard.ts';
import { ATTRIBUTION_OPTIONS, STABILITY_OPTIONS } from '../settings.ts';
import { type Given, missing, readArguments } from '../usage.ts';

const OPTIONS = [...ATTRIBUTION_OPTIONS, ...STABILITY_OPTIONS, 'changes', 'only', 'shard', 'out'];

/** The changes of a command line: a list, or the one of the settings. */
function changesOf(given: Given, settings: Settings, { model }: Engine): PerturbationSettings[] {
  const text = given.text('changes');
  if (text === undefined) return [settings.perturbation];
  for (const one of ['perturbation', 'strength', 'dx', 'dy'])
    if (given.text(one) !== undefined) throw missing('--changes', `given without --${one}`, text);
  const changes = parseChanges('--changes', text, settings.perturbation);
  for (const perturbation of changes) checkSettings({ ...settings, perturbation }, model.card);
  return changes;
}

interface Job {
  readonly engine: Engine;
  readonly folder: string;
  readonly header: RowsHeader;
}

/** Every row of one picture; of one that cannot be read, every one says so. */
async function rowsOf(picture: string, { engine, folder, header }: Job): Promise<PictureRow[]> {
  const { settings, changes, background } = header;
  const { card } = engine.model;
  const label = labelOf(picture, card);
  const started = performance.now();
  try {
    const opened = await readPicture(join(folder, picture), backgroundRgb(background));
    const input = preprocess(opened.picture, card.input);
    const { sha256 } = opened.info;
    const subject = { picture, sha256, label };
    return await pictureRows(
      engine,
      { ...subject, input, settings, changes, grid: null },
      untiring,
    );
  } catch (error) {
    if (!(error instanceof Problem && isOfPicture(error))) {
      say(`${picture}: stopped here`);
      throw error;
    }
    // Its name from the folder on: the same on every machine.
    const problem = new Problem(error.code, { ...error.detail, what: picture });
    const durationMs = performance.now() - started;
    const subject = { picture, sha256: null, label };
    return changes.map((perturbation) =>
      failedRow({ ...subject, perturbation }, problem, durationMs),
    );
  }
}

const outcomeOf = (row: PictureRow): string =>
  row.outcome === 'judged' ? row.verdict.id : row.problem.code;

/** Computes what is not there yet. @returns the new rows */
async function fill(writer: RowsWriter, job: Job): Promise<PictureRow[]> {
  const { pictures, changes } = job.header;
  const done = new Set(writer.done.map(rowKey));
  const added: PictureRow[] = [];
  for (const [i, picture] of pictures.entries()) {
    if (changes.every((perturbation) => done.has(rowKey({ picture, perturbation })))) continue;
    const rows = await rowsOf(picture, job);
    for (const row of rows) {
      if (done.has(rowKey(row))) continue;
      await writer.add(row);
      added.push(row);
    }
    say(`${i + 1}/${pictures.length} ${picture}: ${rows.map(outcomeOf).join(', ')}`);
  }
  return added;
}

/**
 * `batch DIR --model ID|DIR --method M [--changes LIST | --perturbation P --strength S | --dx X --dy Y] [--only ENDING]
 * [--shard i/n] --out rows.jsonl`: every picture of a folder under every change, one line of JSON each. Started again, it goes on.
 */
export async function batch(args: readonly string[]): Promise<void> {
  const given = readArguments(args, OPTIONS);
  const [folder, ...more] = given.positionals;
  if (folder === undefined || more.length > 0) throw missing('batch', 'given one folder');
  const out = given.text('out');
  if (!out) throw missing('--out', 'a file to write rows to');
  const background = given.text('background') ?? 'white';
  backgroundRgb(background);
  const shard = parseShard(given.text('shard'));
  const only = given.text('only') ?? '';
  const all = await picturesIn(folder, only);
  const engine = await openModel(given.text('model'));
  const { settings, profile } = await profiledSettings(given, engine.model.card);
  const changes = changesOf(given, settings, engine);
  const header = headerOf(engine, {
    settings: { ...settings, perturbation: changes[0] },
    changes,
    only,
    background,
    total: all.length,
    shard,
    pictures: shardOf(all, shard),
  });
  const writer = await openRows(out, header);
  try {
    const added = await fill(writer, { engine, folder, header });
    const rows = [...writer.done, ...added];
    show({
      out,
      profile,
      shard,
      pictures: { all: header.total, shard: header.pictures.length },
      rows: { before: writer.done.length, now: added.length },
      failed: rows.filter(({ outcome }) => outcome === 'failed').length,
    });
  } finally {
    await writer.close();
  }
}
