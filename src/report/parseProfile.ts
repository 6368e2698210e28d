import { Problem } from '../domain/problem.ts';
import {
  PROFILE_FORMAT,
  PROFILE_NAME_LENGTH,
  PROFILE_REFERENCES,
  type Profile,
} from '../domain/profile.ts';
import { badField, choice, fields, list, number, orNull, text, whole } from './fields.ts';
import { parseAttribution, parseDate, parsePerturbation } from './parseSession.ts';

const MOST = 1e9;
/** Harmless changes of a profile. */
const MOST_CHANGES = 1000;

function parse(json: unknown): Profile {
  const profile = fields(json, 'profile');
  const score = fields(profile.score, 'score');
  const thresholds = fields(profile.thresholds, 'thresholds');
  const share = (value: unknown, what: string): number => number(value, what, 0, 1);
  const name = text(profile.name, 'name', PROFILE_NAME_LENGTH).trim();
  if (name === '') throw badField('name', 'a name', name);
  return {
    format: choice(profile.format, 'format', [PROFILE_FORMAT]),
    name,
    modelId: text(profile.modelId, 'modelId'),
    modelSha256: text(profile.modelSha256, 'modelSha256', 64),
    attribution: parseAttribution(profile.attribution),
    score: {
      k: whole(score.k, 'k', 1, MOST),
      windowRadius: whole(score.windowRadius, 'windowRadius', 0, MOST),
    },
    thresholds: {
      agree: share(thresholds.agree, 'agree'),
      chance: share(thresholds.chance, 'chance'),
    },
    falseAlarmRate: share(profile.falseAlarmRate, 'falseAlarmRate'),
    pictures: whole(profile.pictures, 'pictures', 1, MOST),
    chosenOn: whole(profile.chosenOn, 'chosenOn', 0, MOST),
    reference: choice(profile.reference, 'reference', PROFILE_REFERENCES),
    missed: orNull(profile.missed, (value) => share(value, 'missed')),
    harmless: list(profile.harmless, 'harmless', MOST_CHANGES, (one) =>
      parsePerturbation(fields(one, 'harmless')),
    ),
    date: parseDate(profile.date),
    version: text(profile.version, 'version'),
  };
}

/**
 * A profile out of the JSON of a file; unknown fields are left out.
 * @param name of the file, for messages
 * @throws Problem `profile-unreadable` naming the first field that is off
 */
export function parseProfile(json: string, name: string): Profile {
  try {
    return parse(JSON.parse(json));
  } catch (error) {
    const bad = error instanceof Problem ? error.detail : null;
    const allowed = bad ? `${bad.what.replace('session ', '')}: ${bad.allowed}` : PROFILE_FORMAT;
    const got = bad ? bad.got : 'no JSON';
    const detail = { what: name, allowed, got };
    const message = `${name} must be a profile (${allowed}), got ${got}`;
    throw new Problem('profile-unreadable', detail, message);
  }
}
