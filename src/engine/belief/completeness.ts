import { BELIEF_LIMITS } from '../../domain/belief.ts';
import { type BeliefCheck, cannotSay, judged } from './beliefCheck.ts';

/**
 * The relative gap |Σ − Δ| / |Δ| of the explanation, Δ the output difference its sum must equal. ≥ 0, lower is better; reference 0.
 * Cannot be said of a method without that law, nor where the output does not differ from that of the baseline.
 * Sundararajan, Taly, Yan 2017 (completeness); the limits are ours.
 */
export const completeness: BeliefCheck = async ({ original: { completenessGap: gap } }) => {
  if (!gap) return cannotSay('no-law');
  const { relative } = gap;
  if (relative === null) return cannotSay('no-difference');
  return {
    ...judged((limit) => relative <= limit, BELIEF_LIMITS.completeness, [
      'gap-small',
      'gap-noticeable',
      'gap-large',
    ]),
    value: relative,
    reference: { mean: 0, spread: null },
    evidence: null,
  };
};
