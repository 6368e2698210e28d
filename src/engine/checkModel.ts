import type { ModelCard } from '../domain/model.ts';
import { forward } from './attribution/forward.ts';
import { toModelRange } from './model/loadedModel.ts';
import { loadModel } from './model/loadModel.ts';
import type { ReadFile } from './model/modelFiles.ts';

/** Pixel scale 0…1. */
const GREY = 0.5;

/**
 * Loads a model that nobody has vouched for, and lets it look at a grey picture. Needs a backend that runs.
 * @param read gives the files of the model's folder by name
 * @returns its card
 * @throws Problem as `loadModel`; `non-finite-gradient` naming `logits` where it answers with no numbers. No tensor stays behind.
 */
export async function checkModel(
  read: ReadFile,
  checkpoint: () => Promise<void>,
): Promise<ModelCard> {
  const model = await loadModel(read);
  try {
    const { input } = model.card;
    const grey = new Float32Array(input.height * input.width * input.channels).fill(GREY);
    await forward(model, [toModelRange(grey, input)], checkpoint);
    return model.card;
  } finally {
    model.dispose();
  }
}
