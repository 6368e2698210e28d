import type { ProblemCode, ProblemDetail } from '../../domain/problem.ts';
import { methods } from './methods.ts';
import { needs } from './needs.ts';

interface ProblemText {
  /** What happened, in one sentence. */
  readonly say: (d: ProblemDetail) => string;
  /** What to do about it; empty when there is nothing to do. */
  readonly todo: string;
}

const named = (d: ProblemDetail, otherwise: string): string => (d.what ? `“${d.what}”` : otherwise);
const allowed = (d: ProblemDetail): string => (d.allowed ? ` Allowed: ${d.allowed}.` : '');
const got = (d: ProblemDetail): string => (d.got ? ` Got: ${d.got}.` : '');
const detail = (d: ProblemDetail): string => `${allowed(d)}${got(d)}`;

const versions = (d: ProblemDetail): string =>
  d.allowed && d.got ? ` SHA-256 then ${d.allowed}…, now ${d.got}….` : '';

/** Names of settings as they come in `ProblemDetail.what`. */
const whats: Readonly<Record<string, string>> = {
  method: 'Attribution method',
  reduction: 'Channels',
  baseline: 'Baseline',
  layer: 'Layer',
  steps: 'Steps',
  sigma: 'Noise σ',
  samples: 'Samples',
  occlusionPatch: 'Patch (px)',
  occlusionStride: 'Patch stride (px)',
  masks: 'Masks',
  cells: 'Cells per side',
  keepShare: 'Share kept',
  coalitions: 'Coalitions',
  spins: 'Cycle spinning',
  targetClass: 'Class',
  perturbation: 'Perturbation',
  border: 'Border',
  shiftX: 'Shift x (px)',
  shiftY: 'Shift y (px)',
  strength: 'Strength',
  angle: 'Direction (°)',
  patch: 'Place',
  patchX: 'Patch x (%)',
  patchY: 'Patch y (%)',
  k: 'k (top pixels)',
  windowRadius: 'Window radius w (px)',
  agree: 'Agrees from',
  chance: 'Chance up to',
  seed: 'Seed',
  model: 'Model',
  modelId: 'Model',
  input: 'Model input',
};

const setting = (d: ProblemDetail): string => (whats[d.what] ?? d.what) || 'A setting';

const methodName = (id: string): string =>
  Object.entries(methods).find(([known]) => known === id)?.[1].name ?? (id || 'The method');
const lack = ({ allowed: need, got: found }: ProblemDetail): string =>
  Object.entries(needs).find(([id]) => id === need)?.[1]({ got: found }) ??
  (need || 'it lacks what the method needs');

const byCode: Record<ProblemCode, ProblemText> = {
  'file-empty': {
    say: (d) => `${named(d, 'The file')} is empty (0 bytes).`,
    todo: 'Save or copy the picture again, then open it.',
  },
  'image-not-recognised': {
    say: (d) => `${named(d, 'The file')} is not a picture this page can read.${detail(d)}`,
    todo: 'Open a PNG, JPEG, BMP or WebP picture.',
  },
  'image-damaged': {
    say: (d) => `${named(d, 'The picture')} is damaged or cut short.${detail(d)}`,
    todo: 'Copy or export it again from its source.',
  },
  'image-too-large': {
    say: (d) => `${named(d, 'The picture')} is too large.${detail(d)}`,
    todo: 'Crop it to the part, or make it smaller.',
  },
  'image-too-small': {
    say: (d) => `${named(d, 'The picture')} is too small.${detail(d)}`,
    todo: 'Open a larger picture.',
  },
  'file-unreadable': {
    say: (d) => `${named(d, 'The file')} could not be read.${detail(d)}`,
    todo: 'Check that it still exists and may be read, then open it again.',
  },
  'setting-out-of-range': {
    say: (d) => `${setting(d)} is out of range.${detail(d)}`,
    todo: 'The last good settings are kept.',
  },
  'setting-unknown-choice': {
    say: (d) => `${setting(d)} has no such choice.${detail(d)}`,
    todo: 'The last good settings are kept.',
  },
  'method-unavailable': {
    say: (d) => `${methodName(d.what)} cannot explain this model: ${lack(d)}.`,
    todo: 'Choose another method, or another model.',
  },
  'model-missing': {
    say: (d) => `Model ${named(d, 'files')} could not be found.${detail(d)}`,
    todo: 'Choose another model, or reload the page.',
  },
  'model-damaged': {
    say: (d) => `Model ${named(d, 'files')} are damaged or incomplete.${detail(d)}`,
    todo: 'Choose another model, or install this one again.',
  },
  'model-non-finite-weights': {
    say: (d) => `Model ${named(d, 'weights')} hold values that are not numbers.${detail(d)}`,
    todo: 'Choose another model; this one cannot compute anything.',
  },
  'map-non-finite': {
    say: (d) => `${named(d, 'The heatmap')} holds values that are not numbers.${detail(d)}`,
    todo: 'Nothing can be computed with it: take another file, or another method or backend.',
  },
  'map-size-mismatch': {
    say: (d) => `${named(d, 'The perturbed heatmap')} differs in size from the other.${detail(d)}`,
    todo: 'Compare heatmaps of the same height and width.',
  },
  'map-unreadable': {
    say: (d) => `${named(d, 'The map')} could not be read.${detail(d)}`,
    todo: 'Give a .npy file of float32 or float64, or a .json file.',
  },
  'map-count': {
    say: (d) => `Two maps are compared at a time.${detail(d)}`,
    todo: 'Drop two .npy or .json files together.',
  },
  'report-not-restorable': {
    say: (d) =>
      `The report cannot be restored: ${d.what === 'model' ? 'its model is not here' : `${setting(d)} does not fit the model`}.${detail(d)}`,
    todo: 'Open the picture itself instead.',
  },
  'report-other-model': {
    say: (d) =>
      `The model ${named(d, 'of the report')} is another version than when the report was made.${versions(d)}`,
    todo: 'Its numbers may differ for that reason alone.',
  },
  'mask-unreadable': {
    say: (d) => `${named(d, 'The mask')} could not be read as a mask.${detail(d)}`,
    todo: 'Open a PNG in which the defect is brighter than 0. Nothing else has changed.',
  },
  'mask-size-mismatch': {
    say: (d) => `${named(d, 'The mask')} does not have the size of the picture.${detail(d)}`,
    todo: 'Open the mask that belongs to this picture. Nothing else has changed.',
  },
  'profile-unreadable': {
    say: (d) => `${named(d, 'The file')} could not be read as a profile.${detail(d)}`,
    todo: 'Choose a profile that calibrate wrote. Nothing has changed.',
  },
  'no-pictures': {
    say: (d) => `There is no picture in ${named(d, 'the folder')}.${detail(d)}`,
    todo: 'Choose a folder with pictures in it. Nothing has changed.',
  },
  'set-unreadable': {
    say: (d) => `What the browser kept of the last folder could not be read.${detail(d)}`,
    todo: 'Choose the folder again.',
  },
  'storage-unavailable': {
    say: (d) => `This browser keeps nothing for the page.${detail(d)}`,
    todo: 'Export what you need before you leave the page.',
  },
  'too-few-pictures': {
    say: (d) => `There are too few pictures for this false-alarm rate.${detail(d)}`,
    todo: 'Add pictures, or allow more false alarms.',
  },
  'no-separation': {
    say: (d) => `Harmless changes cannot be told from changed explanations.${detail(d)}`,
    todo: 'Leave out the strongest harmless change, or choose another method.',
  },
  'dead-gradient': {
    say: () => 'The gradient is zero everywhere: the output does not react to any pixel.',
    todo: 'Choose another class to explain, another method or another baseline.',
  },
  'non-finite-gradient': {
    say: () => 'The gradient holds values that are not numbers.',
    todo: 'Choose another backend, and run again.',
  },
  'codec-missing': {
    say: (d) => `The ${d.what || 'picture'} encoder could not be loaded.${detail(d)}`,
    todo: 'Reload the page, or choose another perturbation.',
  },
  'backend-unavailable': {
    say: (d) => `This browser cannot compute with ${d.what || 'the chosen backend'}.${detail(d)}`,
    todo: 'Set the backend to Automatic at the top right.',
  },
  'context-lost': {
    say: () => 'The graphics processor was taken away while computing.',
    todo: 'Run again; if it happens often, choose the backend WebAssembly or JavaScript.',
  },
  'out-of-memory': {
    say: () => 'The memory did not suffice.',
    todo: 'Close other tabs and programs, then run again.',
  },
  'worker-crashed': {
    say: () => 'The computation ended unexpectedly.',
    todo: 'Nothing is lost: run again.',
  },
  'worker-hung': {
    say: () => 'The computation no longer answered and was ended.',
    todo: 'Run again, or choose fewer steps or samples.',
  },
  cancelled: {
    say: () => 'Cancelled.',
    todo: 'What was computed so far stays.',
  },
  internal: {
    say: (d) => `Something went wrong that should not have.${got(d)}`,
    todo: 'Run again; if it comes back, please report it with the text above.',
  },
};

/** Problems as sentences: what is concerned, what is allowed, what came, what to do. */
export const problems = {
  byCode,
  stays: 'The last good result stays below.',
  retry: 'Run again',
  resume: 'Continue',
  reload: 'Reload the page',
  dismiss: 'Dismiss',
};
