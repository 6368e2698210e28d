import type { PerturbationSettings } from '../../domain/perturbation.ts';
import type { ModelInput } from '../../domain/picture.ts';

/**
 * One way to change a picture, in its own file.
 * @returns every value of the changed picture, `[h, w, c]`, on the pixel scale and not yet clipped;
 * the neutral strength of its card gives back the very values that came in (`jpeg`: nearly).
 */
export type PerturbationMethod = (
  input: ModelInput,
  settings: PerturbationSettings,
  seed: number,
) => Float64Array | Promise<Float64Array>;

/** Levels of 255 → pixel scale 0…1. */
export const fromLevels = (levels: number): number => levels / 255;
