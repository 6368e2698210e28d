import type { PerturbationMethod } from './perturbationMethod.ts';
import { moved } from './similarity.ts';

/**
 * The content turned clockwise by `strength` degrees about the middle of the picture, bilinear, with
 * the border mode of a shift. Multiples of 90° of a square picture, and of 180° of any, copy pixels exactly.
 */
export const rotate: PerturbationMethod = (input, { strength, border }) =>
  moved(input, { dx: 0, dy: 0, turn: strength }, border);
