import type { AttributionMap } from '../domain/attribution.ts';
import type { ModelInput } from '../domain/picture.ts';
import { refuseUnable } from './attribution/abilities.ts';
import { reduceChannels } from './attribution/reduce.ts';
import type { Engine } from './engine.ts';
import { attribute, type Question } from './explain.ts';

/**
 * Maps of pictures by the model as it is now, past the engine's cache, which knows nothing of weights or of time.
 * @throws as `explain`. No tensor stays behind.
 */
export async function freshMaps(
  { model }: Pick<Engine, 'model'>,
  inputs: readonly ModelInput[],
  question: Question,
  checkpoint: () => Promise<void>,
): Promise<AttributionMap[]> {
  const { attribution } = question.settings;
  refuseUnable(model, attribution);
  const made = await attribute(model, inputs, question, checkpoint);
  return made.map(({ values, channels }, i) =>
    reduceChannels(values, inputs[i].height, inputs[i].width, channels, attribution.reduction),
  );
}
