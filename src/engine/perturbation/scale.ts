import type { PerturbationMethod } from './perturbationMethod.ts';
import { moved } from './similarity.ts';

/**
 * The content at `strength` per cent of its size about the middle of the picture, bilinear, with the
 * border mode of a shift: above 100 the part comes nearer and its rim leaves the picture.
 */
export const scale: PerturbationMethod = (input, { strength, border }) =>
  moved(input, { dx: 0, dy: 0, zoom: strength / 100 }, border);
