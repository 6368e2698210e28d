import type { AttributionMap } from '../domain/attribution.ts';
import type { ModelInput } from '../domain/picture.ts';
import { reduceChannels } from './attribution/reduce.ts';
import { ATTRIBUTION } from './attribution/registry.ts';
import type { Engine } from './engine.ts';
import type { Question } from './explain.ts';

/**
 * Maps of pictures by the model as it is now, past the engine's cache, which knows nothing of weights or of time.
 * @throws as the method does. No tensor stays behind.
 */
export async function freshMaps(
  { model }: Pick<Engine, 'model'>,
  inputs: readonly ModelInput[],
  { settings: { attribution, seed }, targetClass }: Question,
  checkpoint: () => Promise<void>,
): Promise<AttributionMap[]> {
  const made = await ATTRIBUTION[attribution.method]({
    model,
    inputs,
    targetClass,
    settings: attribution,
    seed,
    checkpoint,
  });
  return made.map(({ values, channels }, i) =>
    reduceChannels(values, inputs[i].height, inputs[i].width, channels, attribution.reduction),
  );
}
