import type { AttackId, AttackImpossible, AttackScoreId } from '../../../domain/attack.ts';

const names: Record<AttackId, string> = {
  attackTopK: 'Away from the top pixels',
  attackLens: 'Away from their surroundings, too',
  attackMassCenter: 'Move the centre of mass',
  attackTarget: 'Into a painted region',
  attackDecision: 'Change the decision instead',
};

const scores: Record<AttackScoreId, string> = {
  topKIntersection: 'top-k intersection',
  lensRecallAtK: 'LENS recall',
  massCenterShift: 'way of the centre',
  relevanceMassAccuracy: 'share in the region',
  logitMargin: 'lead of the decision (logits)',
};

const impossible: Record<AttackImpossible, string> = {
  'map-does-not-move':
    'The heatmap does not depend on the picture (a linear model, for instance): no attack can move it.',
  'dead-gradient': 'The heatmap is zero everywhere: there is no explanation to attack.',
  'score-is-fixed':
    'With this k and w every heatmap has the same score: there is nothing to attack. Take a smaller k or w.',
};

/** How an attack on the explanation ended: on the page and in the report. */
export const attackWords = {
  heading: 'Attack on the explanation',
  names,
  scores,
  found: {
    topKIntersection: (n: { value: string; epsilon: string }) =>
      `Within ±${n.epsilon}/255 and with the same decision, only ${n.value} of the strongest pixels stay where they were.`,
    lensRecallAtK: (n: { value: string; epsilon: string }) =>
      `Within ±${n.epsilon}/255 and with the same decision, only ${n.value} of the strongest pixels are still near the old ones.`,
    massCenterShift: (n: { value: string; epsilon: string }) =>
      `Within ±${n.epsilon}/255 and with the same decision, the centre of the explanation moves by ${n.value}.`,
    relevanceMassAccuracy: (n: { value: string; epsilon: string }) =>
      `Within ±${n.epsilon}/255 and with the same decision, ${n.value} of the explanation lies in the painted region.`,
    logitMargin: (n: { value: string; epsilon: string }) =>
      `Within ±${n.epsilon}/255 the decision changes, and ${n.value} of the strongest pixels stay where they were.`,
  } satisfies Record<AttackScoreId, (n: { value: string; epsilon: string }) => string>,
  byChance: (n: { epsilon: string }) =>
    `Random changes of ±${n.epsilon}/255 move the explanation at least as much as this attack: it takes no attack to change it.`,
  decisionByChance: (n: { epsilon: string }) =>
    `Random changes of ±${n.epsilon}/255 already change the decision: it takes no attack.`,
  withstood: (n: { epsilon: string }) =>
    `Neither this attack nor chance moved the explanation within ±${n.epsilon}/255.`,
  failed: (n: { epsilon: string }) =>
    `Not one picture of the attack within ±${n.epsilon}/255 kept the decision: this says nothing about the explanation.`,
  decisionStays: (n: { epsilon: string }) =>
    `The attack did not change the decision within ±${n.epsilon}/255.`,
  impossible,
  controls: (n: { score: string; attack: string; random: string; noise: string; how: string }) =>
    `Measured by ${n.score}: attack ${n.attack}, random steps ${n.random}, one shot of noise ${n.noise}; ${n.how}.`,
  bySteps: (n: { steps: string; step: string }) => `${n.steps} steps of ${n.step}/255`,
  bySquares: (n: { steps: string }) => `${n.steps} squares tried, without gradients`,
  lead: (n: { gain: string; found: string }) => `${n.gain} beyond chance. ${n.found}`,
  points: (n: { points: string }) => `${n.points} points`,
  pixels: (n: { pixels: string }) => `${n.pixels}\u00a0px`,
  none: 'none with the decision kept',
};
