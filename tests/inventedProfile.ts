import { PROFILE_FORMAT, type Profile } from '../src/domain/profile.ts';
import { DEFAULT_PERTURBATION, defaultSettings } from '../src/domain/settings.ts';
import { testCard } from './testCard.ts';

/** A profile for the card of the tests. */
export function inventedProfile(name = 'Line 3', card = testCard()): Profile {
  return {
    format: PROFILE_FORMAT,
    name,
    modelId: card.id,
    modelSha256: card.sha256,
    attribution: defaultSettings(card).attribution,
    score: { k: 20, windowRadius: 3 },
    thresholds: { agree: 0.62, chance: 0.3 },
    falseAlarmRate: 0.05,
    pictures: 75,
    chosenOn: 74,
    reference: 'otherPictures',
    missed: 0.01,
    harmless: [DEFAULT_PERTURBATION],
    date: '2026-11-25T05:00:00.000Z',
    version: '0.1.0',
  };
}
