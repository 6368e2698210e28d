import { join } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import type { AttributionMap } from '../../src/domain/attribution.ts';
import { type CalibrationPicture, RATE_LIMITS } from '../../src/domain/calibration.ts';
import type { PerturbationSettings } from '../../src/domain/perturbation.ts';
import { backgroundRgb } from '../../src/domain/picture.ts';
import { isOfPicture, isScored, type PictureRow } from '../../src/domain/pictureRow.ts';
import { Problem } from '../../src/domain/problem.ts';
import { PROFILE_FORMAT, PROFILE_NAME_LENGTH, type Profile } from '../../src/domain/profile.ts';
import { checkNumber, checkSettings, type Settings } from '../../src/domain/settings.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { calibrationGrid, type GridPlaces } from '../../src/engine/evidence/agreementGrid.ts';
import { calibrate as calibratePictures } from '../../src/engine/evidence/calibrate.ts';
import { unrelated, worstHarmless } from '../../src/engine/evidence/calibrationPicture.ts';
import { pictureRows } from '../../src/engine/evidence/pictureRow.ts';
import { preprocess } from '../../src/engine/model/preprocess.ts';
import { say, show, untiring } from '../messages.ts';
import { openModel } from '../models.ts';
import { readPicture } from '../nodePicture.ts';
import { writeBytes } from '../readFiles.ts';
import { parseChanges } from '../rows/changes.ts';
import { few, picturesIn } from '../rows/folder.ts';
import { ATTRIBUTION_OPTIONS, settingsFrom } from '../settings.ts';
import { type Given, missing, readArguments } from '../usage.ts';

const OPTIONS = [
  ...ATTRIBUTION_OPTIONS,
  ...['border', 'angle', 'patch', 'patchX', 'patchY', 'k', 'w'],
  ...['harmless', 'false-alarm-rate', 'name', 'only', 'out'],
];

/** What is asked of a calibration. */
interface Asked {
  readonly engine: Engine;
  readonly settings: Settings;
  readonly harmless: readonly PerturbationSettings[];
  readonly grid: GridPlaces;
  readonly background: string;
}

/** What came of one picture: its map, and how it stood its harmless changes. */
interface Measured {
  readonly map: AttributionMap;
  readonly harmless: readonly (number | null)[];
}

function nameOf(given: Given): string {
  const name = given.text('name')?.trim() ?? '';
  if (name === '' || name.length > PROFILE_NAME_LENGTH)
    throw missing('--name', `a name of 1…${PROFILE_NAME_LENGTH} characters`, name || 'nothing');
  return name;
}

function harmlessOf(given: Given, settings: Settings, { model }: Engine): PerturbationSettings[] {
  const text = given.text('harmless');
  if (text === undefined) throw missing('--harmless', 'a list as shift:1,noiseSign:2');
  const changes = parseChanges('--harmless', text, settings.perturbation);
  for (const perturbation of changes) checkSettings({ ...settings, perturbation }, model.card);
  return changes;
}

/** The k and w to choose from: those given, else those of the grid. */
function gridOf(given: Given, { score }: Settings, { model }: Engine): GridPlaces {
  const { ks, ws } = calibrationGrid(model.card.input);
  return {
    ks: given.text('k') === undefined ? ks : [score.k],
    ws: given.text('w') === undefined ? ws : [score.windowRadius],
  };
}

async function rowsOf(path: string, picture: string, asked: Asked) {
  const { engine, settings, harmless: changes, grid, background } = asked;
  const opened = await readPicture(path, backgroundRgb(background));
  const input = preprocess(opened.picture, engine.model.card.input);
  const subject = { picture, sha256: opened.info.sha256, label: null };
  const maps: AttributionMap[] = [];
  const rows = await pictureRows(
    engine,
    { ...subject, input, settings, changes, grid },
    untiring,
    undefined,
    ({ original }) => maps.push(original.map),
  );
  return { rows, map: maps[0] };
}

const tellOf = (rows: readonly PictureRow[]): string =>
  rows.map((row) => (row.outcome === 'judged' ? row.verdict.id : row.problem.code)).join(', ');

/** Null where the picture cannot be read, or nothing can be judged under any of the changes. */
async function measure(path: string, picture: string, asked: Asked): Promise<Measured | null> {
  try {
    const { rows, map } = await rowsOf(path, picture, asked);
    say(`${picture}: ${tellOf(rows)}`);
    const harmless = worstHarmless(rows.filter(isScored));
    return harmless && { map, harmless };
  } catch (error) {
    if (!(error instanceof Problem && isOfPicture(error))) throw error;
    say(`${picture}: ${error.message}`);
    return null;
  }
}

/** Each picture against the one half the list away: a neighbour may show the same part. */
function withReferences(found: readonly Measured[], grid: GridPlaces): CalibrationPicture[] {
  const step = Math.floor(found.length / 2);
  return found.map(({ map, harmless }, i) => {
    const other = found[(i + step) % found.length].map;
    return { harmless, reference: step > 0 ? unrelated({ original: map, other }, grid) : null };
  });
}

/**
 * `calibrate DIR --model ID|DIR --method M --harmless LIST [--false-alarm-rate R] [--k K] [--w W] [--only ENDING] --name NAME --out
 * profile.json`: k, w and thresholds at which at most R of the pictures raise a false alarm under changes that are harmless.
 */
export async function calibrate(args: readonly string[]): Promise<void> {
  const given = readArguments(args, OPTIONS);
  const [folder, ...more] = given.positionals;
  if (folder === undefined || more.length > 0) throw missing('calibrate', 'given one folder');
  const [name, out] = [nameOf(given), given.text('out')];
  if (!out) throw missing('--out', 'a file to write the profile to');
  const falseAlarmRate = given.number('false-alarm-rate') ?? 0.05;
  checkNumber('--false-alarm-rate', falseAlarmRate, RATE_LIMITS);
  const background = given.text('background') ?? 'white';
  backgroundRgb(background);
  const pictures = await picturesIn(folder, given.text('only') ?? '');
  const engine = await openModel(given.text('model'));
  const settings = settingsFrom(given, engine.model.card);
  const harmless = harmlessOf(given, settings, engine);
  const grid = gridOf(given, settings, engine);
  const asked: Asked = { engine, settings, harmless, grid, background };
  const found: Measured[] = [];
  const leftOut: string[] = [];
  for (const picture of pictures) {
    const measured = await measure(join(folder, picture), picture, asked);
    if (measured) found.push(measured);
    else leftOut.push(picture);
  }
  if (leftOut.length > 0) say(`left out ${leftOut.length} pictures: ${few(leftOut)}`);
  const { cells, ...calibrated } = calibratePictures({
    grid,
    pictures: withReferences(found, grid),
    falseAlarmRate,
    seed: settings.seed,
  });
  const { card } = engine.model;
  const profile: Profile = {
    format: PROFILE_FORMAT,
    name,
    modelId: card.id,
    modelSha256: card.sha256,
    attribution: { ...settings.attribution, targetClass: null },
    ...calibrated,
    harmless,
    date: new Date().toISOString(),
    version: packageJson.version,
  };
  const text = `${JSON.stringify(profile, null, 1)}\n`;
  await writeBytes(out, new TextEncoder().encode(text));
  show({ out, profile, leftOut, cells });
}
