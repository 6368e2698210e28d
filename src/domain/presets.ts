import type { PerturbationId, PerturbationSettings } from './perturbation.ts';

/** A perturbation as it happens on a line; settings it does not name are left as they are. */
type PresetSettings = Partial<PerturbationSettings> & { readonly id: PerturbationId };

/** What happens on a line, by name, in menu order. */
export const PRESETS = {
  vibration: { id: 'shift', shiftX: 1, shiftY: 0 },
  misplaced: { id: 'shift', shiftX: 3, shiftY: 2 },
  turned: { id: 'rotate', strength: 2 },
  nearer: { id: 'scale', strength: 103 },
  lampDarker: { id: 'brightness', strength: -10 },
  lampBrighter: { id: 'brightness', strength: 10 },
  flatLight: { id: 'contrast', strength: -20 },
  toneCurve: { id: 'gamma', strength: 1.2 },
  sensorNoise: { id: 'noiseGaussian', strength: 4 },
  outOfFocus: { id: 'blurGaussian', strength: 1.5 },
  motionBlur: { id: 'blurMotion', strength: 3, angle: 0 },
  jpeg80: { id: 'jpeg', strength: 80 },
  jpeg50: { id: 'jpeg', strength: 50 },
  dirt: { id: 'occluder', strength: 10, patch: 'seeded' },
} as const satisfies Readonly<Record<string, PresetSettings>>;

export type PresetId = keyof typeof PRESETS;

/** Every preset, in menu order. */
export const PRESET_IDS = Object.keys(PRESETS).filter((id): id is PresetId => id in PRESETS);

/** The preset the settings agree with in everything it names; null when there is none. */
export function presetOf(settings: PerturbationSettings): PresetId | null {
  const agrees = (preset: PresetSettings): boolean =>
    Object.entries(settings).every(
      ([name, value]) => !Object.hasOwn(preset, name) || Reflect.get(preset, name) === value,
    );
  return PRESET_IDS.find((id) => agrees(PRESETS[id])) ?? null;
}
