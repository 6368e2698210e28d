import { type AttributionSettings, METHODS, type MethodId } from '../../domain/attribution.ts';
import { spinsOf } from '../../domain/attributionRules.ts';
import type { InputSpec } from '../../domain/model.ts';
import { coalitionCount } from './coalitions.ts';
import { patchPlaces } from './occlusion.ts';

type Size = Pick<InputSpec, 'height' | 'width'>;

/** Methods that do not go by steps and samples. */
const COUNTS: Partial<
  Readonly<Record<MethodId, (settings: AttributionSettings, size: Size) => number>>
> = {
  // Guided backpropagation and Grad-CAM.
  guidedGradCam: () => 2,
  occlusion: (settings, size) => patchPlaces(settings, size).length + 1,
  rise: ({ masks }) => masks,
  kernelShap: ({ cells, coalitions }) => coalitionCount(cells ** 2, coalitions) + 2,
};

/**
 * Points of one picture at which the model is asked: for its gradient, or for its output where the method
 * takes no gradients. What a method's `checkpoint` counts up to for one picture.
 */
export function evaluationsPerInput(settings: AttributionSettings, size: Size): number {
  const count = COUNTS[settings.method] ?? byParameters;
  return spinsOf(settings) * count(settings, size);
}

function byParameters(settings: AttributionSettings): number {
  const { parameters } = METHODS[settings.method];
  const steps = parameters.includes('steps') ? settings.steps : 1;
  return parameters.includes('samples') ? steps * settings.samples : steps;
}
