import { inverseOf, similarityOf } from '../../domain/motion.ts';
import type { BorderMode, Motion } from '../../domain/perturbation.ts';
import type { ModelInput } from '../../domain/picture.ts';
import { samplerOf } from './sampler.ts';

/**
 * The picture after a motion of its content: output (y, x) is the input where the inverse motion takes
 * (y, x), bilinear between pixels. A motion that takes pixels to pixels copies them exactly. Smaller
 * pictures are not smoothed first: below half the size fine texture would alias.
 */
export function moved(input: ModelInput, motion: Motion, border: BorderMode): Float64Array {
  const { height, width, channels } = input;
  const { a, b, x0, y0 } = similarityOf(inverseOf(motion), input);
  const addAt = samplerOf(input, border);
  const out = new Float64Array(input.values.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      addAt(b * x + a * y + y0, a * x - b * y + x0, 1, out, (y * width + x) * channels);
  return out;
}
