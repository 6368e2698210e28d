import { expect, it } from 'vitest';
import { inventedProfile } from '../../tests/inventedProfile.ts';
import { testCard } from '../../tests/testCard.ts';
import { profileStanding } from './profile.ts';
import { defaultSettings } from './settings.ts';

const card = testCard();
const profile = inventedProfile();
const { score, thresholds, attribution } = profile;
const settings = { ...defaultSettings(card), score, thresholds, attribution };
const standing = (change: Partial<typeof settings>, of = card) =>
  profileStanding(profile, { ...settings, ...change }, of);
const holds = { name: 'Line 3', changed: false, otherModel: false, otherMethod: false };

it('holds for what it was made for, whatever does not matter there', () => {
  expect(standing({})).toEqual(holds);
  const other = { ...attribution, targetClass: 1, masks: 77, layer: 'conv' };
  expect(standing({ attribution: other, seed: 7 })).toEqual(holds);
});

it.each([
  [{ score: { ...score, k: 21 } }, { changed: true }],
  [{ score: { ...score, windowRadius: 2 } }, { changed: true }],
  [{ thresholds: { ...thresholds, agree: 0.6 } }, { changed: true }],
  [{ thresholds: { ...thresholds, chance: 0.2 } }, { changed: true }],
  [{ attribution: { ...attribution, steps: 33 } }, { otherMethod: true }],
  [{ attribution: { ...attribution, baseline: 'white' as const } }, { otherMethod: true }],
  [{ attribution: { ...attribution, reduction: 'maxAbs' as const } }, { otherMethod: true }],
  [{ attribution: { ...attribution, spins: 4 } }, { otherMethod: true }],
])('does not hold with %j', (change, told) => {
  expect(standing(change)).toEqual({ ...holds, ...told });
});

it('does not hold for another model, or another version of it', () => {
  expect(standing({}, testCard('other'))).toEqual({ ...holds, otherModel: true });
  expect(standing({}, { ...card, sha256: 'ff' })).toEqual({ ...holds, otherModel: true });
});
