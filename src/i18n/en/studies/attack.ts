import type { AttackId, AttackNumber } from '../../../domain/attack.ts';

const help: Record<AttackId, string> = {
  attackTopK: 'Takes mass off the strongest pixels (Ghorbani et al. 2019).',
  attackLens:
    'Takes mass off the strongest pixels and everything within w pixels of them: it knows of the score that forgives small moves.',
  attackMassCenter: 'Moves the centre of the explanation (Ghorbani et al. 2019).',
  attackTarget: 'Moves the explanation into a region that you paint (Ghorbani et al. 2019).',
  attackDecision:
    'Changes the decision, and shows the picture of the other decision whose explanation stayed most alike: same explanation, other decision (PGD, Madry et al. 2018).',
};

const numbers: Record<AttackNumber, { readonly label: string; readonly help: string }> = {
  epsilon: {
    label: 'ε (of 255)',
    help: 'No value of the picture changes by more than this. 8 of 255 is hard to see.',
  },
  stepSize: { label: 'Step α (of 255)', help: 'How far every value moves in one step.' },
  steps: {
    label: 'Steps',
    help: 'Pictures the attack may try, at least ε/α. Its random control gets as many.',
  },
  beta: {
    label: 'Sharpness β',
    help: 'The direction comes from a copy of the network with softplus in the place of every ReLU. The larger β, the nearer the copy and the rougher its slopes. Maps and scores always come from the network itself.',
  },
  pathPoints: {
    label: 'Points for a direction',
    help: 'Methods of many gradients are differentiated at so many of them in each step. Maps and scores take all.',
  },
};

/** Attacks on the explanation. */
export const attack = {
  title: 'Attack on the explanation',
  about:
    'How far can the heatmap be moved by a change of at most ±ε, while the decision stays? Always beside random changes within the same bound.',
  empty: 'Searches, step by step, for the picture within ±ε whose heatmap is worst.',
  kind: 'Attack',
  help,
  numbers,
  more: 'Further settings',
  randomStart: 'Begin at a random picture',
  regionNeeded: 'Paint a region first.',
  sumAbs: 'The attack works on the sum of |a| over the channels, whatever is shown above.',
  region: 'Region to move the explanation to',
  regionHelp:
    'Drag over the picture. By keyboard: arrow keys move, Space paints, Delete erases, + and − change the brush.',
  cell: (n: { x: string; y: string; painted: string }) => `x ${n.x}, y ${n.y}: ${n.painted}`,
  painted: 'painted',
  unpainted: 'not painted',
  brush: 'Brush radius (px)',
  erase: 'Erase',
  clear: 'Clear',
  share: (n: { share: string }) => `${n.share} of the picture painted`,
  best: 'Best heatmap so far',
  bestAt: (n: { step: string; score: string; value: string }) =>
    `step ${n.step}: ${n.score} ${n.value}`,
  original: 'Original heatmap',
  noPicture: 'No picture with the same decision yet.',
  chart: 'Best score against steps',
  chartAttack: 'Attack',
  chartRandom: 'Random steps',
  chartNoise: 'One shot of noise',
  steps: 'steps',
  table: 'Scores step by step',
  step: 'Step',
  look: 'Look at it in the heatmaps',
  lookBack: 'Back to the chosen change',
  lookSumAbs: 'The heatmaps above are not sums of |a|: choose “Sum of |a|” to compare.',
  basis: (n: { attack: string; epsilon: string; steps: string }) =>
    `${n.attack}, ±${n.epsilon}/255, ${n.steps} steps`,
  direction: (n: { beta: string }) =>
    `Directions from second derivatives of a smooth copy (softplus, β = ${n.beta}); maps, decisions and scores from the network itself.`,
  margin: 'Directions from the network’s own gradient.',
  square: {
    method:
      'Searched without gradients (squares): this method cannot be differentiated twice here.',
    model: 'Searched without gradients (squares): the model is not made of layers.',
    operation:
      'Searched without gradients (squares): an operation of the model has no second derivative.',
  },
  kept: (n: { kept: string; steps: string }) =>
    `${n.kept} of ${n.steps} pictures kept the decision.`,
};
