import type { ModelCard } from '../../domain/model.ts';
import { Problem } from '../../domain/problem.ts';
import { layers, tf } from '../backend/tf.ts';
import type { LoadedModel } from './loadedModel.ts';
import { type ModelFiles, type ReadFile, readModelFiles } from './modelFiles.ts';

/**
 * A model ready to run, on the backend that runs now.
 * @param read gives the files of the model's folder by name
 * @throws Problem `model-missing`, `model-damaged`, `model-non-finite-weights`, each naming the file
 * or the weight concerned. No tensor stays behind.
 */
export async function loadModel(read: ReadFile): Promise<LoadedModel> {
  const files = await readModelFiles(read);
  checkFinite(files);
  const network = await build(files);
  try {
    checkShapes(files.card, network);
  } catch (error) {
    network.dispose();
    throw error;
  }
  return asLoadedModel(files.card, network);
}

/** A network of `tfjs-layers` as the engine takes it; the network is its property from then on. */
export function asLoadedModel(card: ModelCard, network: layers.LayersModel): LoadedModel {
  return {
    card,
    network,
    logits: (x) =>
      tf.tidy(() => {
        const output = network.apply(x);
        if (!(output instanceof tf.Tensor)) throw new Error('a model must have one output');
        return tf.reshape<tf.Rank.R2>(output, [x.shape[0], card.classes.length]);
      }),
    dispose: () => void network.dispose(),
  };
}

async function build({ topology, weightSpecs, weights }: ModelFiles): Promise<layers.LayersModel> {
  try {
    return await layers.loadLayersModel({
      load: () => Promise.resolve({ modelTopology: topology, weightSpecs, weightData: weights }),
    });
  } catch (error) {
    throw new Problem('model-damaged', {
      what: 'model.json',
      allowed: 'a Keras layers model',
      got: error instanceof Error ? error.message : String(error),
    });
  }
}

function checkFinite({ weightSpecs, weights }: ModelFiles): void {
  let at = 0;
  for (const { name, shape } of weightSpecs) {
    const length = shape.reduce((a, b) => a * b, 1);
    const odd = new Float32Array(weights, at, length).find((value) => !Number.isFinite(value));
    if (odd !== undefined)
      throw new Problem('model-non-finite-weights', {
        what: name,
        allowed: 'finite',
        got: String(odd),
      });
    at += 4 * length;
  }
}

function checkShapes(card: ModelCard, network: layers.LayersModel): void {
  const { height, width, channels } = card.input;
  compare('model.json input', [height, width, channels], network.inputs[0]?.shape.slice(1));
  compare('model.json output', [card.classes.length], network.outputs[0]?.shape.slice(1));
  if (!network.layers.some(({ name }) => name === card.lastSpatialLayer))
    throw new Problem('model-damaged', {
      what: 'card.json lastSpatialLayer',
      allowed: network.layers.map(({ name }) => name).join(', '),
      got: card.lastSpatialLayer,
    });
}

function compare(what: string, card: readonly number[], network: readonly unknown[] = []): void {
  if (card.join('×') !== network.join('×'))
    throw new Problem('model-damaged', {
      what,
      allowed: card.join('×'),
      got: network.join('×'),
    });
}
