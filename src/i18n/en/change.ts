import type { PatchPlace, PerturbationGroup, StrengthUnit } from '../../domain/perturbation.ts';
import type { PresetId } from '../../domain/presets.ts';

const presets: Record<PresetId, string> = {
  vibration: 'Vibration 1 px',
  misplaced: 'Part misplaced by (3, 2) px',
  turned: 'Part turned by 2°',
  nearer: 'Part 3 % nearer',
  lampDarker: 'Lamp 10 % darker',
  lampBrighter: 'Lamp 10 % brighter',
  flatLight: 'Flat light, contrast −20 %',
  toneCurve: 'Other tone curve, gamma 1.2',
  sensorNoise: 'Sensor noise σ 4/255',
  outOfFocus: 'Camera out of focus, σ 1.5 px',
  motionBlur: 'Motion blur 3 px',
  jpeg80: 'JPEG 80',
  jpeg50: 'JPEG 50',
  dirt: 'Dirt on the glass, 10 %',
};

const groups: Record<PerturbationGroup, string> = {
  position: 'Position',
  light: 'Light',
  noise: 'Sensor noise',
  optics: 'Focus and exposure',
  picture: 'Compression and dirt',
};

/** Beside the number of the strength. */
const units: Record<StrengthUnit, string> = {
  '/255': '/255',
  '%': '%',
  '°': '° clockwise',
  size: '% of its size',
  gamma: 'γ',
  sigma: 'σ in px',
  length: 'px long',
  quality: 'quality',
  side: '% of the picture',
};

const places: Record<PatchPlace, string> = {
  seeded: 'Random (seed)',
  chosen: 'Chosen',
};

/** The small change: presets (called scenarios), groups of the menu, and what only some perturbations have. */
export const change = {
  preset: {
    label: 'Scenario',
    help: 'What happens on a line. Choosing one sets the perturbation and its strength; “Custom” stands for settings of your own.',
    custom: 'Custom',
    names: presets,
  },
  groups,
  units,
  angle: {
    label: 'Direction (°)',
    help: 'Of the movement, clockwise from the right: 0 is across, 90 is down.',
  },
  patch: {
    label: 'Place',
    help: 'Where the patch lies: drawn from the seed, or put by hand.',
    choices: places,
  },
  patchX: { label: 'Patch x (%)', help: 'Middle of the patch from the left, of the width.' },
  patchY: { label: 'Patch y (%)', help: 'Middle of the patch from the top, of the height.' },
};
