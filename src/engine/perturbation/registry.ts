import { motionOf } from '../../domain/motion.ts';
import type {
  Motion,
  PerturbationId,
  PerturbationSettings,
  PerturbationSize,
} from '../../domain/perturbation.ts';
import type { ModelInput } from '../../domain/picture.ts';
import { blurGaussian } from './blurGaussian.ts';
import { blurMotion } from './blurMotion.ts';
import { brightness } from './brightness.ts';
import { contrast } from './contrast.ts';
import { gamma } from './gamma.ts';
import { jpeg } from './jpeg.ts';
import { noiseGaussian } from './noiseGaussian.ts';
import { noiseSign } from './noiseSign.ts';
import { noiseUniform } from './noiseUniform.ts';
import { occluder } from './occluder.ts';
import type { PerturbationMethod } from './perturbationMethod.ts';
import { rotate } from './rotate.ts';
import { scale } from './scale.ts';
import { shift } from './shift.ts';

/** Every perturbation by its id. */
export const PERTURBATION: Readonly<Record<PerturbationId, PerturbationMethod>> = {
  shift,
  rotate,
  scale,
  brightness,
  contrast,
  gamma,
  noiseGaussian,
  noiseUniform,
  noiseSign,
  blurGaussian,
  blurMotion,
  jpeg,
  occluder,
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
 * @throws Problem `codec-missing`: `jpeg` without its encoder
 */
export async function perturb(
  input: ModelInput,
  settings: PerturbationSettings,
  seed: number,
): Promise<Perturbed> {
  const wanted = await PERTURBATION[settings.id](input, settings, seed);
  const values = clip(wanted);
  return {
    input: { ...input, values },
    size: measure(input.values, wanted, values),
    motion: motionOf(settings),
  };
}

/** To the pixel scale. A loop: `from` asks an iterator for every value, ten times slower. */
function clip(wanted: Float64Array): Float32Array<ArrayBuffer> {
  const values = new Float32Array(wanted.length);
  for (let i = 0; i < values.length; i++) values[i] = Math.min(1, Math.max(0, wanted[i]));
  return values;
}

function measure(
  before: Float32Array,
  wanted: Float64Array,
  after: Float32Array,
): PerturbationSize {
  let linf = 0;
  let squares = 0;
  let clipped = 0;
  for (let i = 0; i < after.length; i++) {
    const change = Math.abs(after[i] - before[i]);
    linf = Math.max(linf, change);
    squares += change * change;
    if (wanted[i] < 0 || wanted[i] > 1) clipped++;
  }
  return { linf, l2: Math.sqrt(squares), clippedShare: clipped / after.length };
}
