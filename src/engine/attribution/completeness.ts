import type { CompletenessGap } from '../../domain/attribution.ts';

/** What the sum of an attribution is off, from the output it must add up to. */
export const completenessGap = (sum: number, outputDifference: number): CompletenessGap => ({
  sum,
  outputDifference,
  relative:
    outputDifference === 0 ? null : Math.abs(sum - outputDifference) / Math.abs(outputDifference),
});
