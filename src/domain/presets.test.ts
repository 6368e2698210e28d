import { expect, it } from 'vitest';
import { testCard } from '../../tests/testCard.ts';
import { withPerturbation } from './perturbation.ts';
import { PRESET_IDS, PRESETS, presetOf } from './presets.ts';
import { checkSettings, DEFAULT_PERTURBATION, defaultSettings } from './settings.ts';

const card = testCard();
const taken = (id: (typeof PRESET_IDS)[number]) => ({
  ...withPerturbation({ ...DEFAULT_PERTURBATION, border: 'reflect' }, PRESETS[id].id),
  ...PRESETS[id],
});

it.each(PRESET_IDS)('%s is within the limits, and found again', (id) => {
  const perturbation = taken(id);
  checkSettings({ ...defaultSettings(card), perturbation }, card);
  expect(presetOf(perturbation)).toBe(id);
});

it('says when the settings are none of them', () => {
  expect(presetOf(DEFAULT_PERTURBATION)).toBe('vibration');
  expect(presetOf({ ...DEFAULT_PERTURBATION, shiftX: 1.25 })).toBeNull();
  expect(presetOf({ ...taken('motionBlur'), angle: 45 })).toBeNull();
  expect(presetOf({ ...taken('turned'), strength: 2.5 })).toBeNull();
});
