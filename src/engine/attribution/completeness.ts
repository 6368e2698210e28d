import type { CompletenessGap } from '../../domain/attribution.ts';

/** How far the sum of an attribution is from the output difference it must equal, both logits. */
export const completenessGap = (sum: number, outputDifference: number): CompletenessGap => ({
  sum,
  outputDifference,
  relative:
    outputDifference === 0 ? null : Math.abs(sum - outputDifference) / Math.abs(outputDifference),
});

/** Summed in the order given, float64. */
export const total = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value, 0);
