import { createRandom } from '../random.ts';
import { fromLevels, type PerturbationMethod } from './perturbationMethod.ts';

/**
 * Every value moved by its own draw from U(−ε, ε), ε = strength/255: the rounding of a coarse
 * converter. The draws depend on the seed alone and are scaled by ε.
 */
export const noiseUniform: PerturbationMethod = ({ values }, { strength }, seed) => {
  const random = createRandom(seed, 'noiseUniform');
  const epsilon = fromLevels(strength);
  return Float64Array.from(values, (value) => value + epsilon * (2 * random.uniform() - 1));
};
