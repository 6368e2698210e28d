import type { Stage } from '../../domain/progress.ts';

const stages: Record<Stage, string> = {
  decode: 'Reading the picture',
  backend: 'Starting the backend',
  model: 'Loading the model',
  check: 'Checking the gradient',
  original: 'Explaining the original picture',
  perturbed: 'Explaining the perturbed picture',
  curve: 'Stability curve',
  shiftMap: 'Shift map',
  details: 'Further scores',
  study: 'Computing',
};

/** A run under way. */
export const progress = {
  stages,
  starting: 'Starting',
  count: (n: { done: string; total: string }) => `${n.done} of ${n.total}`,
  remaining: (n: { time: string }) => `about ${n.time} left`,
  cancel: 'Cancel',
  doneWith: (n: { picture: string; model: string; time: string }) =>
    `${n.picture} · ${n.model} · computed in ${n.time} s`,
  label: 'Progress',
};
