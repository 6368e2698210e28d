import type { PerturbationMethod } from './perturbationMethod.ts';
import { power } from './portableMath.ts';

/**
 * v^γ, γ = strength: a camera's tone curve. Above 1 the middle tones darken, below 1 they brighten;
 * black and white stay. As `skimage.exposure.adjust_gamma` with gain 1.
 */
export const gamma: PerturbationMethod = ({ values }, { strength }) =>
  Float64Array.from(values, (value) => (strength === 1 ? value : power(value, strength)));
