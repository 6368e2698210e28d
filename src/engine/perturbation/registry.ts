import {
  type Motion,
  PERTURBATIONS,
  type PerturbationId,
  type PerturbationSettings,
  type PerturbationSize,
} from '../../domain/perturbation.ts';
import type { ModelInput } from '../../domain/picture.ts';
import { brightness } from './brightness.ts';
import { noiseGaussian } from './noiseGaussian.ts';
import { noiseSign } from './noiseSign.ts';
import type { PerturbationMethod } from './perturbationMethod.ts';
import { shift } from './shift.ts';

/** Every perturbation by its id. */
export const PERTURBATION: Readonly<Record<PerturbationId, PerturbationMethod>> = {
  shift,
  noiseSign,
  noiseGaussian,
  brightness,
};

/** A perturbed picture and what was really done to it. */
export interface Perturbed {
  /** A new picture, clipped to 0…1. */
  readonly input: ModelInput;
  readonly size: PerturbationSize;
  /** Null when the perturbation is not geometric. */
  readonly motion: Motion | null;
}

/**
 * Changes a picture. Same picture, settings and seed: same bytes. The result never shares memory
 * with `input`, also where nothing changed.
 * @param settings trusted: `checkSettings` stands at the border
 */
export function perturb(
  input: ModelInput,
  settings: PerturbationSettings,
  seed: number,
): Perturbed {
  const wanted = PERTURBATION[settings.id](input, settings, seed);
  const values = Float32Array.from(wanted, (value) => Math.min(1, Math.max(0, value)));
  const { shiftX: dx, shiftY: dy } = settings;
  return {
    input: { ...input, values },
    size: measure(input.values, wanted, values),
    motion: PERTURBATIONS[settings.id].geometric ? { dx, dy } : null,
  };
}

function measure(
  before: Float32Array,
  wanted: Float64Array,
  after: Float32Array,
): PerturbationSize {
  let linf = 0;
  let squares = 0;
  let clipped = 0;
  after.forEach((value, i) => {
    const change = Math.abs(value - before[i]);
    const raw = wanted[i];
    linf = Math.max(linf, change);
    squares += change * change;
    if (raw < 0 || raw > 1) clipped++;
  });
  return { linf, l2: Math.sqrt(squares), clippedShare: clipped / after.length };
}
