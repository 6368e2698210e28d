import type { AttributionSettings, MethodId } from '../src/domain/attribution.ts';
import type { ModelInput } from '../src/domain/picture.ts';
import { defaultSettings } from '../src/domain/settings.ts';
import type { Attribution } from '../src/engine/attribution/attributionMethod.ts';
import { ATTRIBUTION } from '../src/engine/attribution/registry.ts';
import type { LoadedModel } from '../src/engine/model/loadedModel.ts';

/** Attributions of a small model for class 0, with a method's defaults where nothing else is said. */
export function explainTiny(
  method: MethodId,
  model: LoadedModel,
  inputs: readonly ModelInput[],
  change: Partial<AttributionSettings> = {},
  checkpoint: (done: number, total: number) => Promise<void> = () => Promise.resolve(),
): Promise<Attribution[]> {
  const { attribution } = defaultSettings(model.card);
  const { targetClass = 0, ...rest } = change;
  return ATTRIBUTION[method]({
    model,
    inputs,
    targetClass: targetClass ?? 0,
    settings: { ...attribution, ...rest, method },
    seed: 5,
    checkpoint,
  });
}
