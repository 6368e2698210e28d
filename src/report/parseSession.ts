import {
  type AttributionSettings,
  BASELINES,
  METHOD_IDS,
  PARAMETER_LIMITS,
  parametersBy,
  REDUCTIONS,
} from '../domain/attribution.ts';
import { LANGUAGES } from '../domain/language.ts';
import {
  BORDER_MODES,
  PATCH_PLACES,
  PERTURBATION_IDS,
  type PerturbationSettings,
} from '../domain/perturbation.ts';
import type { ModelInput, PictureInfo, PictureNote } from '../domain/picture.ts';
import { PICTURE_FORMATS, PICTURE_LIMITS } from '../domain/picture.ts';
import type { ReportSession } from '../domain/session.ts';
import { SESSION_FORMAT } from '../domain/session.ts';
import { DEFAULT_PERTURBATION, type Settings } from '../domain/settings.ts';
import { decodeFloats } from './base64.ts';
import {
  badField,
  choice,
  type Fields,
  fields,
  list,
  number,
  orNull,
  text,
  whole,
} from './fields.ts';
import { parseScores, parseVerdict } from './parseScores.ts';

const NOTES: readonly PictureNote[] = [
  'first-frame-of-animation',
  'rotated-by-exif',
  'alpha-on-background',
];
/** Longest side of a model's input a session may bring. */
const MAX_INPUT_SIDE = 1024;
const MAX_CLASSES = 100_000;
/** Characters of a layer's name. */
const MAX_NAME = 500;
/** Resizing may round past either end of the pixel scale by this much. */
const ROUNDING = 1e-6;

/** A perturbation of the right types. @throws Problem `image-damaged` naming the field */
export function parsePerturbation(perturbation: Fields): PerturbationSettings {
  const ownNumber = (name: string): number => number(perturbation[name], name);
  // A report made before there was such a setting was made without it.
  const later = (name: 'angle' | 'patchX' | 'patchY'): number =>
    perturbation[name] === undefined ? DEFAULT_PERTURBATION[name] : ownNumber(name);
  return {
    id: choice(perturbation.id, 'perturbation', PERTURBATION_IDS),
    shiftX: ownNumber('shiftX'),
    shiftY: ownNumber('shiftY'),
    border: choice(perturbation.border, 'border', BORDER_MODES),
    strength: ownNumber('strength'),
    angle: later('angle'),
    patch: choice(perturbation.patch ?? DEFAULT_PERTURBATION.patch, 'patch', PATCH_PLACES),
    patchX: later('patchX'),
    patchY: later('patchY'),
  };
}

/** Attribution settings of the right types. @throws Problem `image-damaged` naming the field */
export function parseAttribution(value: unknown): AttributionSettings {
  const attribution = fields(value, 'attribution');
  return {
    method: choice(attribution.method, 'method', METHOD_IDS),
    reduction: choice(attribution.reduction, 'reduction', REDUCTIONS),
    baseline: choice(attribution.baseline, 'baseline', BASELINES),
    cover: choice(attribution.cover ?? 'blurred', 'cover', BASELINES),
    layer: attribution.layer === undefined ? '' : text(attribution.layer, 'layer', MAX_NAME),
    // A report made before a parameter was known was made without it.
    ...parametersBy((name) =>
      attribution[name] === undefined
        ? PARAMETER_LIMITS[name].initial
        : number(attribution[name], name),
    ),
    spins: attribution.spins === undefined ? 1 : number(attribution.spins, 'spins'),
    targetClass: orNull(attribution.targetClass, (index) => number(index, 'targetClass')),
  };
}

/** Settings of the right types; whether they are within limits is for `checkSettings` and the model's card to say. */
export function parseSettings(value: unknown): Settings {
  const settings = fields(value, 'settings');
  const perturbation = fields(settings.perturbation, 'settings.perturbation');
  const score = fields(settings.score, 'settings.score');
  const thresholds = fields(settings.thresholds, 'settings.thresholds');
  const ownNumber = (group: typeof score, name: string): number => number(group[name], name);
  return {
    modelId: text(settings.modelId, 'settings.modelId'),
    attribution: parseAttribution(settings.attribution),
    perturbation: parsePerturbation(perturbation),
    score: { k: ownNumber(score, 'k'), windowRadius: ownNumber(score, 'windowRadius') },
    thresholds: { agree: ownNumber(thresholds, 'agree'), chance: ownNumber(thresholds, 'chance') },
    seed: ownNumber(settings, 'seed'),
  };
}

function parsePicture(value: unknown): PictureInfo {
  const picture = fields(value, 'picture');
  const side = (name: string): number =>
    whole(picture[name], `picture.${name}`, 1, PICTURE_LIMITS.maxSide);
  return {
    name: text(picture.name, 'picture.name'),
    format: choice(picture.format, 'picture.format', PICTURE_FORMATS),
    width: side('width'),
    height: side('height'),
    sha256: text(picture.sha256, 'picture.sha256', 64),
    notes: list(picture.notes, 'picture.notes', NOTES.length, (note) =>
      choice(note, 'picture.notes', NOTES),
    ),
  };
}

function parseInput(value: unknown): ModelInput {
  const input = fields(value, 'input');
  const height = whole(input.height, 'input.height', 1, MAX_INPUT_SIDE);
  const width = whole(input.width, 'input.width', 1, MAX_INPUT_SIDE);
  const channels = choice(input.channels, 'input.channels', [1, 3]);
  const count = height * width * channels;
  const values = decodeFloats(text(input.values, 'input.values', 4 * Math.ceil((4 * count) / 3)));
  if (values?.length !== count)
    throw badField('input.values', `${count} values`, values?.length ?? 'no base64');
  const odd = values.find((level) => !(level >= -ROUNDING && level <= 1 + ROUNDING));
  if (odd !== undefined) throw badField('input.values', '0…1', String(odd));
  return { height, width, channels, values };
}

/** An ISO 8601 date. */
export function parseDate(value: unknown): string {
  const date = text(value, 'date', 40);
  if (Number.isNaN(Date.parse(date))) throw badField('date', 'an ISO 8601 date', date);
  return date;
}

/**
 * A session out of the JSON of a report; unknown fields are left out.
 * @throws Problem `image-damaged` naming the first field that is off
 */
export function parseSession(json: unknown): ReportSession {
  const session = fields(json, '');
  // First: another format may lack any of the rest.
  const format = choice(session.format, 'format', [SESSION_FORMAT]);
  const backend = fields(session.backend, 'backend');
  const probabilities = fields(session.probabilities, 'probabilities');
  const shares = (name: string): number[] =>
    list(probabilities[name], `probabilities.${name}`, MAX_CLASSES, (share) =>
      number(share, `probabilities.${name}`, 0, 1.001),
    );
  return {
    format,
    version: text(session.version, 'version'),
    date: parseDate(session.date),
    language: choice(session.language, 'language', LANGUAGES),
    settings: parseSettings(session.settings),
    targetClass: whole(session.targetClass, 'targetClass', 0, MAX_CLASSES),
    picture: parsePicture(session.picture),
    input: parseInput(session.input),
    modelSha256: text(session.modelSha256, 'modelSha256', 64),
    backend: {
      id: text(backend.id, 'backend.id'),
      version: text(backend.version, 'backend.version'),
    },
    probabilities: { original: shares('original'), perturbed: shares('perturbed') },
    scores: parseScores(session.scores),
    verdict: parseVerdict(session.verdict),
  };
}
