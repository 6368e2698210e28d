import type { PerturbationMethod } from './perturbationMethod.ts';

/**
 * Every value moved away from the picture's mean m, or towards it: v + strength/100 · (v − m). The mean
 * over all pixels and channels stays, so that nothing of it is brightness (before clipping).
 */
export const contrast: PerturbationMethod = ({ values }, { strength }) => {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  return Float64Array.from(values, (value) => value + (strength / 100) * (value - mean));
};
