import type {
  Baseline,
  MethodGroup,
  NumberParameter,
  Reduction,
} from '../../domain/attribution.ts';
import type { BorderMode } from '../../domain/perturbation.ts';
import type { ProfileStanding } from '../../domain/profile.ts';
import { needs } from './needs.ts';

const reductions: Record<Reduction, string> = {
  sumAbs: 'Sum of |a|',
  sum: 'Signed sum',
  maxAbs: 'Largest |a|',
};

const baselines: Record<Baseline, string> = {
  black: 'Black',
  white: 'White',
  mean: 'Mean colour',
  blurred: 'Blurred picture',
  noise: 'Uniform noise (seeded)',
};

const groups: Record<MethodGroup, string> = {
  gradient: 'By the gradient',
  inside: 'Inside the network',
  hiding: 'By hiding parts',
};

const borders: Record<BorderMode, string> = {
  edge: 'Repeat edge',
  reflect: 'Mirror',
  constant: 'Mid-grey',
};

const parameters: Record<NumberParameter, { readonly label: string; readonly help: string }> = {
  steps: {
    label: 'Steps',
    help: 'Points on the path from the baseline to the picture. More steps: smaller completeness gap, longer wait.',
  },
  sigma: {
    label: 'Noise σ',
    help: 'Standard deviation of the noise, as a share of the pixel range.',
  },
  samples: {
    label: 'Samples',
    help: 'How many random pictures the gradient is taken at. More samples: steadier map, longer wait.',
  },
  occlusionPatch: {
    label: 'Patch (px)',
    help: 'Side of the square that covers a part of the picture.',
  },
  occlusionStride: {
    label: 'Patch stride (px)',
    help: 'How far the patch moves at a time. Smaller: finer map, longer wait; at most the side of the patch.',
  },
  masks: {
    label: 'Masks',
    help: 'How many random masks are laid over the picture. More masks: steadier map, longer wait.',
  },
  cells: {
    label: 'Cells per side',
    help: 'The grid over the picture has as many rows and columns.',
  },
  keepShare: {
    label: 'Share kept',
    help: 'Share of the cells that a mask leaves visible, on average.',
  },
  coalitions: {
    label: 'Coalitions',
    help: 'How many sets of cells the model is shown at most. More: steadier values, longer wait; exact up to 3 cells per side.',
  },
};

/** Every setting: its label, a sentence of help, its choices. */
export const settings = {
  explanation: 'Explanation',
  change: 'Small change',
  comparison: 'Comparison',
  method: {
    label: 'Attribution method',
    groups,
    without: (n: { name: string; why: string }) => `${n.name} – not with this model: ${n.why}`,
    lacks: needs,
  },
  reduction: {
    label: 'Channels',
    help: 'How the values of the colour channels become one number per pixel.',
    choices: reductions,
  },
  parameters,
  baseline: {
    label: 'Baseline',
    help: 'The picture that stands for “nothing there”, where the path starts. Pixels equal to it get no attribution.',
    choices: baselines,
  },
  cover: {
    label: 'Cover',
    help: 'What is shown where a part is hidden. It should look like a sound part: a black patch may itself be a defect to the model.',
  },
  layer: {
    label: 'Layer',
    help: 'The layer whose activations are weighed. Late layers know the class, early ones show finer places.',
    last: (n: { name: string }) => `Last (${n.name})`,
  },
  cycleSpinning: {
    label: 'Cycle spinning',
    help: 'Averages the heatmaps of the picture shifted within the total stride of the network, each shifted back. Removes the network’s own grid; fine detail gets softer.',
    phases: 'Phases',
    phasesHelp:
      'How many of the shifts are averaged. Only all of them make the heatmap move with the part at every shift; fewer are drawn by the seed.',
    cost: (n: { phases: string }) => `${n.phases} × the gradients`,
    short: (n: { phases: string }) => ` (${n.phases} phases)`,
    fact: (n: { phases: string }) => `Cycle spinning over ${n.phases} phases`,
  },
  targetClass: {
    label: 'Class',
    help: 'Both heatmaps explain this class.',
    predicted: 'Predicted',
  },
  perturbation: { label: 'Perturbation' },
  shiftX: {
    label: 'Shift x (px)',
    help: 'To the right, in pixels of the model’s input. Fractions are interpolated.',
  },
  shiftY: {
    label: 'Shift y (px)',
    help: 'Downwards, in pixels of the model’s input. Fractions are interpolated.',
  },
  border: {
    label: 'Border',
    help: 'What comes in where the picture moved away.',
    choices: borders,
  },
  strength: { label: 'Strength', help: 'How large the change is.' },
  k: {
    label: 'k (top pixels)',
    help: 'How many of the strongest pixels are compared.',
  },
  windowRadius: {
    label: 'Window radius w (px)',
    help: 'A pixel counts as found when its partner lies in the square of this radius around it.',
  },
  seed: {
    label: 'Seed',
    help: 'Start of everything random. The same seed gives the same result, to the last bit.',
  },
  thresholds: 'Thresholds of the verdict',
  thresholdsHelp: 'Corrected scores, 0 = chance, 1 = same, at which the verdict turns.',
  agree: { label: 'Agrees from', help: 'At or above this the explanation counts as agreeing.' },
  chance: {
    label: 'Chance up to',
    help: 'At or below this the explanation counts as no better than chance.',
  },
  profile: ({ name, changed, otherModel, otherMethod }: ProfileStanding) => {
    const said = changed ? `Changed from profile ${name}` : `Profile ${name}`;
    return otherModel || otherMethod ? `${said} (for another model or method)` : said;
  },
  rule: (n: { min: string; max: string }) => `Allowed: ${n.min} to ${n.max}.`,
  ruleWhole: (n: { min: string; max: string }) =>
    `Allowed: whole numbers from ${n.min} to ${n.max}.`,
  got: (n: { got: string }) => `“${n.got}” was not used.`,
  about: (n: { label: string }) => `About ${n.label}`,
  undo: 'Undo',
  reset: 'Reset',
};
