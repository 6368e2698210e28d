import type { PerturbationSettings } from '../../domain/perturbation.ts';
import type { ModelInput } from '../../domain/picture.ts';
import { createRandom } from '../random.ts';
import { MID_GREY } from './borders.ts';
import type { PerturbationMethod } from './perturbationMethod.ts';

/** The first draws of neighbouring seeds are much alike, and two draws are all there is to a place. */
const ALIKE = 16;

/**
 * A square of mid-grey over the picture: dirt on the glass, a label. Its side is `strength` per cent of
 * the picture's shorter side, rounded to whole pixels. `seeded`: whole within the picture, every place
 * as likely; for one seed a growing patch keeps its place as a share of the room there is. `chosen`:
 * its middle at (patchX, patchY) per cent of width and height, cut at the border.
 */
export const occluder: PerturbationMethod = (input, settings, seed) => {
  const { height, width, channels, values } = input;
  const side = Math.round((settings.strength / 100) * Math.min(height, width));
  const { top, left } = cornerOf(input, side, settings, seed);
  const out = Float64Array.from(values);
  const [right, bottom] = [Math.min(width, left + side), Math.min(height, top + side)];
  for (let y = Math.max(0, top); y < bottom; y++)
    for (let x = Math.max(0, left); x < right; x++)
      out.fill(MID_GREY, (y * width + x) * channels, (y * width + x + 1) * channels);
  return out;
};

function cornerOf(
  { height, width }: ModelInput,
  side: number,
  { patch, patchX, patchY }: PerturbationSettings,
  seed: number,
) {
  if (patch === 'chosen')
    return {
      top: Math.round((patchY / 100) * height - side / 2),
      left: Math.round((patchX / 100) * width - side / 2),
    };
  const random = createRandom(seed, 'occluder');
  for (let i = 0; i < ALIKE; i++) random.uniform();
  const [down, across] = [random.uniform(), random.uniform()];
  return {
    top: Math.floor(down * (height - side + 1)),
    left: Math.floor(across * (width - side + 1)),
  };
}
