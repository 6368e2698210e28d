import type { ProfileStanding } from '../../domain/profile.ts';

/** The report: what stands on it beside the words it shares with the screen. */
export const report = {
  title: 'Stability of an explanation',
  picture: 'Picture',
  original: 'Original heatmap',
  perturbed: 'Perturbed heatmap',
  difference: 'Difference',
  differenceCaption: 'perturbed − original',
  weaker: 'Blue: weaker after the change',
  stronger: 'red: stronger',
  explains: (n: { method: string; name: string }) => `${n.method} · class ${n.name}`,
  samePixels: 'of the top pixels are the very same',
  withinWindow: (n: { w: string }) => `have a partner within ${n.w}\u00a0px`,
  afterUndoing: 'agree after undoing the motion',
  chance: (n: { share: string }) => `chance ${n.share}`,
  oneScale: 'One colour scale for both heatmaps.',
  oneScaleRobust:
    'One colour scale for both heatmaps; it ends at the 99.5th percentile of their values.',
  stride: (n: { stride: string }) => `stride ${n.stride}`,
  curveEmpty: 'Not computed.',
  settings: 'Settings',
  model: 'Model',
  computed: 'Computed',
  method: 'Method',
  perturbation: 'Change',
  maps: 'Maps compared',
  mask: 'Mask',
  shiftBetween: 'Shift between them',
  agreesFrom: 'Agrees from',
  chanceUpTo: 'Chance up to',
  profile: 'Profile',
  profileOf: ({ name, changed, otherModel, otherMethod }: ProfileStanding) => {
    const other = otherModel || otherMethod;
    return `${name}${changed ? ', changed' : ''}${other ? ', made for another model or method' : ''}`;
  },
  name: 'Name',
  size: 'Size',
  pictureNotes: {
    'first-frame-of-animation': 'First frame of an animation.',
    'rotated-by-exif': 'Turned upright (EXIF).',
    'alpha-on-background': 'Transparent parts laid on a background.',
  },
  backend: 'Backend',
  chosenBecause: 'Chosen because',
  version: 'Version',
  date: 'Date',
  time: 'Duration',
  restore:
    'Drop this PNG file into Jitterscope to restore and recompute it: its iTXt chunk “jitterscope” holds settings, model input and scores.',
  beforeAfter: (n: { before: string; after: string }) => `${n.before} → ${n.after}`,
  gradientError: (n: { error: string; directions: string }) =>
    `error ≤ ${n.error}, ${n.directions} directions`,
  parity: 'On JavaScript',
  parityPassed: (n: { difference: string }) => `same map (difference ≤ ${n.difference})`,
  parityFailed: (n: { difference: string }) => `another map (difference ${n.difference})`,
  saturated: 'saturated',
};
