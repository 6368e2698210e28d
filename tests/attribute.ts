import {
  type AttributionSettings,
  type MethodId,
  PARAMETER_LIMITS,
  parametersBy,
} from '../src/domain/attribution.ts';
import type { ModelInput } from '../src/domain/picture.ts';
import type { Attribution } from '../src/engine/attribution/attributionMethod.ts';
import { ATTRIBUTION } from '../src/engine/attribution/registry.ts';
import type { LoadedModel } from '../src/engine/model/loadedModel.ts';

/** Settings of attribution for a test: what a method starts with, and what the test says. */
export const attributionSettings = (change: Partial<AttributionSettings>): AttributionSettings => ({
  method: 'gradient',
  reduction: 'sumAbs',
  baseline: 'black',
  cover: 'black',
  layer: '',
  spins: 1,
  ...parametersBy((name) => PARAMETER_LIMITS[name].initial),
  targetClass: null,
  ...change,
});

/** Attributions of pictures for class 0, seed 5 unless said otherwise. */
export function attribute(
  method: MethodId,
  model: LoadedModel,
  inputs: readonly ModelInput[],
  { seed = 5, ...change }: Partial<AttributionSettings> & { readonly seed?: number } = {},
): Promise<Attribution[]> {
  return ATTRIBUTION[method]({
    model,
    inputs,
    targetClass: 0,
    settings: attributionSettings({ ...change, method }),
    seed,
    checkpoint: () => Promise.resolve(),
  });
}
