import { BACKEND_IDS } from '../domain/backend.ts';
import { type Background, backgroundRgb } from '../domain/picture.ts';
import type { SetAsked, SetFacts } from '../domain/pictureSet.ts';
import { choice, type Fields, fields, list, orNull, text, whole } from './fields.ts';
import { parsePerturbation, parseSettings } from './parseSession.ts';

const MOST = 10_000_000;

const changesOf = (set: Fields) =>
  list(set.changes, 'changes', MOST, (change) => parsePerturbation(fields(change, 'changes')));

/** What rows were computed with, out of JSON. @throws Problem naming the field that is off */
export function parseSetFacts(json: unknown): SetFacts {
  const set = fields(json, 'header');
  return {
    version: text(set.version, 'version'),
    tfjs: text(set.tfjs, 'tfjs'),
    backend: choice(set.backend, 'backend', BACKEND_IDS),
    modelSha256: text(set.modelSha256, 'modelSha256', 64),
    classes: list(set.classes, 'classes', MOST, (name) => text(name, 'classes')),
    settings: parseSettings(set.settings),
    changes: changesOf(set),
    only: text(set.only, 'only'),
    background: text(set.background, 'background'),
    total: whole(set.total, 'total', 1, MOST),
  };
}

function parseBackground(value: unknown): Background {
  const background = text(value, 'background');
  backgroundRgb(background);
  return background === 'white' || background === 'grey' ? background : `#${background.slice(1)}`;
}

/** What was asked of a set, out of a browser's storage. @throws Problem naming the field that is off */
export function parseSetAsked(value: unknown): SetAsked {
  const asked = fields(value, 'asked');
  return {
    settings: parseSettings(asked.settings),
    changes: changesOf(asked),
    background: parseBackground(asked.background),
    backend: orNull(asked.backend, (id) => choice(id, 'backend', BACKEND_IDS)),
  };
}
