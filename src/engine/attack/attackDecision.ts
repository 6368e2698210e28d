import type { Attack } from './attackGoal.ts';

/**
 * Another decision, however the explanation looks: projected gradient steps on the network's own logit margin, f_y less the
 * largest other logit, y the class predicted for the original; below 0 the decision has changed.
 * Madry et al., ICLR 2018, with the margin of Carlini and Wagner 2017 for a loss.
 */
export const attackDecision: Attack = ({ original: { predictedClass } }) => ({
  measure: ({ logits }) => logits[predictedClass] - logits[rival(logits, predictedClass)],
  chance: null,
  climb: { of: 'logits', against: predictedClass },
});

/** The class of the largest logit among the others. A model of one class is its own rival. */
export function rival(logits: Float32Array, against: number): number {
  let best = against;
  logits.forEach((logit, i) => {
    if (i !== against && (best === against || logit > logits[best])) best = i;
  });
  return best;
}
