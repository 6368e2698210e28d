import { createRandom } from '../random.ts';
import { fromLevels, type PerturbationMethod } from './perturbationMethod.ts';

/**
 * Every value moved once by +ε or −ε, each with probability one half; ε = strength/255.
 * The signs depend on the seed alone, so a curve over ε follows one pattern as it grows.
 * Source: the random perturbation of Ghorbani, Abid, Zou 2019 (AAAI).
 */
export const noiseSign: PerturbationMethod = ({ values }, { strength }, seed) => {
  const random = createRandom(seed, 'noiseSign');
  const epsilon = fromLevels(strength);
  return Float64Array.from(values, (value) => value + epsilon * random.sign());
};
