import { LANGUAGES, type Language } from '../../domain/language.ts';
import {
  type Accuracy,
  type DataSource,
  FITS,
  type InputSpec,
  type Localised,
  type ModelCard,
  REGIMES,
  type UnderPgd,
} from '../../domain/model.ts';
import { Problem } from '../../domain/problem.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * A model card from parsed JSON, every field checked; unknown fields are left out.
 * @throws Problem `model-damaged` naming the first field that is off, for example `card.json input.height`
 */
export function parseCard(json: unknown): ModelCard {
  const card = fields(json, '');
  const classes = list(card.classes, 'classes').map((name, i) => localised(name, `classes[${i}]`));
  if (classes.length < 2) throw damaged('classes', 'at least 2', classes.length);
  return {
    id: text(card.id, 'id'),
    name: localised(card.name, 'name'),
    input: inputSpec(card.input),
    classes,
    lastSpatialLayer: text(card.lastSpatialLayer, 'lastSpatialLayer'),
    totalStride: whole(card.totalStride, 'totalStride', 1),
    data: dataSource(card.data),
    regime: choice(card.regime, 'regime', REGIMES),
    hyperparameters: hyperparameters(card.hyperparameters),
    seed: whole(card.seed, 'seed', 0),
    parameters: whole(card.parameters, 'parameters', 1),
    accuracy: accuracy(card.accuracy, classes.length),
    sha256: digest(card.sha256),
    codeVersion: text(card.codeVersion, 'codeVersion'),
  };
}

function inputSpec(value: unknown): InputSpec {
  const input = fields(value, 'input');
  const channels = whole(input.channels, 'input.channels', 1);
  if (channels !== 1 && channels !== 3) throw damaged('input.channels', '1, 3', channels);
  const [low, high, ...more] = list(input.range, 'input.range').map((end) =>
    number(end, 'input.range'),
  );
  if (low === undefined || high === undefined || more.length > 0 || low >= high)
    throw damaged('input.range', 'two rising numbers', JSON.stringify(input.range));
  return {
    height: whole(input.height, 'input.height', 1),
    width: whole(input.width, 'input.width', 1),
    channels,
    range: [low, high],
    fit: choice(input.fit, 'input.fit', FITS),
  };
}

function dataSource(value: unknown): DataSource {
  const data = fields(value, 'data');
  return {
    name: text(data.name, 'data.name'),
    licence: text(data.licence, 'data.licence'),
    citation: text(data.citation, 'data.citation'),
    split: text(data.split, 'data.split'),
    trainingPictures: whole(data.trainingPictures, 'data.trainingPictures', 0),
    testPictures: whole(data.testPictures, 'data.testPictures', 0),
  };
}

function accuracy(value: unknown, classes: number): Accuracy {
  const given = fields(value, 'accuracy');
  const perClass = list(given.perClass, 'accuracy.perClass').map((one) =>
    share(one, 'accuracy.perClass'),
  );
  if (perClass.length !== classes)
    throw damaged('accuracy.perClass', `${classes}`, perClass.length);
  return {
    measure: choice(given.measure, 'accuracy.measure', ['accuracy', 'balancedAccuracy'] as const),
    clean: share(given.clean, 'accuracy.clean'),
    perClass,
    keptUnderNoise:
      given.keptUnderNoise === null ? null : share(given.keptUnderNoise, 'accuracy.keptUnderNoise'),
    underPgd: underPgd(given.underPgd),
    remark: localised(given.remark, 'accuracy.remark'),
  };
}

/** Cards made before it was measured, or elsewhere, go without. */
function underPgd(value: unknown): UnderPgd | null {
  if (value === undefined || value === null) return null;
  const given = fields(value, 'accuracy.underPgd');
  return {
    epsilon: share(given.epsilon, 'accuracy.underPgd.epsilon'),
    steps: whole(given.steps, 'accuracy.underPgd.steps', 1),
    pictures: whole(given.pictures, 'accuracy.underPgd.pictures', 1),
    accuracy: share(given.accuracy, 'accuracy.underPgd.accuracy'),
  };
}

function hyperparameters(value: unknown): ModelCard['hyperparameters'] {
  const given = fields(value, 'hyperparameters');
  const kept: Record<string, number | string | boolean> = {};
  for (const [name, one] of Object.entries(given)) {
    if (typeof one !== 'number' && typeof one !== 'string' && typeof one !== 'boolean')
      throw damaged(`hyperparameters.${name}`, 'number, text, true, false', typeof one);
    kept[name] = one;
  }
  return kept;
}

function digest(value: unknown): string {
  const given = text(value, 'sha256');
  if (!/^[0-9a-f]{64}$/.test(given)) throw damaged('sha256', '64 hexadecimal digits', given);
  return given;
}

function localised(value: unknown, where: string): Localised {
  const given = fields(value, where);
  const of = (language: Language) => text(given[language], `${where}.${language}`);
  for (const language of LANGUAGES) of(language);
  return { en: of('en'), ja: of('ja') };
}

function fields(value: unknown, where: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw damaged(where, 'object', show(value));
  return Object.fromEntries(Object.entries(value));
}

function list(value: unknown, where: string): unknown[] {
  if (!Array.isArray(value)) throw damaged(where, 'list', show(value));
  return value;
}

function text(value: unknown, where: string): string {
  if (typeof value !== 'string') throw damaged(where, 'text', show(value));
  return value;
}

function number(value: unknown, where: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw damaged(where, 'finite number', show(value));
  return value;
}

function whole(value: unknown, where: string, min: number): number {
  const given = number(value, where);
  if (!Number.isInteger(given) || given < min) throw damaged(where, `${min}, ${min + 1}, …`, given);
  return given;
}

function share(value: unknown, where: string): number {
  const given = number(value, where);
  if (given < 0 || given > 1) throw damaged(where, '0…1', given);
  return given;
}

function choice<T extends string>(value: unknown, where: string, choices: readonly T[]): T {
  const found = choices.find((one) => one === value);
  if (found === undefined) throw damaged(where, choices.join(', '), show(value));
  return found;
}

function show(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 80);
}

function damaged(where: string, allowed: string, got: string | number): Problem {
  const what = where ? `card.json ${where}` : 'card.json';
  return new Problem('model-damaged', { what, allowed, got: String(got) });
}
