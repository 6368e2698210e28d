import { createRandom } from '../random.ts';
import { fromLevels, type PerturbationMethod } from './perturbationMethod.ts';

/**
 * Every value moved by its own draw from N(0, σ²), σ = strength/255 on the pixel scale: sensor noise.
 * The draws depend on the seed alone and are scaled by σ.
 */
export const noiseGaussian: PerturbationMethod = ({ values }, { strength }, seed) => {
  const random = createRandom(seed, 'noiseGaussian');
  const sigma = fromLevels(strength);
  return Float64Array.from(values, (value) => value + sigma * random.normal());
};
