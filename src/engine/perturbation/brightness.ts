import type { PerturbationMethod } from './perturbationMethod.ts';

/** Adds strength per cent of the pixel range to every value: a lamp turned up (+) or down (−). */
export const brightness: PerturbationMethod = ({ values }, { strength }) =>
  Float64Array.from(values, (value) => value + strength / 100);
