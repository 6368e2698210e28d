import { unitVector } from '../../domain/motion.ts';
import type { PerturbationMethod } from './perturbationMethod.ts';
import { samplerOf } from './sampler.ts';

/**
 * The part moves evenly while the shutter is open: the mean along a straight path of `strength` pixels
 * through every pixel, in the direction of `angle` (degrees clockwise from the right), half of it on
 * either side, so that nothing is moved on the whole. Weights of the steps k are the overlap of
 * [−L/2, L/2] with [k − ½, k + ½] over L: three times ⅓ for L = 3; L = 1 changes nothing. Bilinear
 * between pixels, the border pixel repeated outside.
 */
export const blurMotion: PerturbationMethod = (input, { strength, angle }) => {
  const { height, width, channels, values } = input;
  const { cos, sin } = unitVector(angle);
  const weights = pathWeights(strength);
  const reach = (weights.length - 1) / 2;
  const addAt = samplerOf(input, 'edge');
  const out = new Float64Array(values.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      weights.forEach((weight, i) => {
        const step = i - reach;
        addAt(y + step * sin, x + step * cos, weight, out, (y * width + x) * channels);
      });
  return out;
};

/** Weights of the steps from −reach to reach; their sum is 1. */
export function pathWeights(length: number): Float64Array {
  const reach = Math.max(0, Math.ceil(length / 2 - 0.5));
  return Float64Array.from({ length: 2 * reach + 1 }, (_, i) => {
    const step = Math.abs(i - reach);
    const overlap = Math.min(length / 2, step + 0.5) - Math.max(-length / 2, step - 0.5);
    return overlap / length;
  });
}
