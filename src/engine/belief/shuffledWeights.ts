import { layers, tf } from '../backend/tf.ts';
import { createRandom } from '../random.ts';

/** A layer with weights. */
export type WeightedLayer = layers.LayersModel['layers'][number];

/** The layers that have weights, from the logits down to the input; those of nested networks in their place. */
export function weightedLayers(network: layers.LayersModel): WeightedLayer[] {
  return network.layers
    .flatMap((layer) =>
      layer instanceof layers.LayersModel ? weightedLayers(layer).reverse() : [layer],
    )
    .filter((layer) => layer.countParams() > 0)
    .reverse();
}

/** Weights of a layer put aside, and the way back. */
export interface KeptWeights {
  /** Puts them back, bit for bit, and frees what was put aside. */
  restore(): void;
}

/**
 * Shuffles each weight tensor of a layer within itself by seeded draws: what was learnt is gone, the distribution stays (variances of a
 * batch normalisation stay positive).
 */
export async function shuffleWeights(layer: WeightedLayer, seed: number): Promise<KeptWeights> {
  const weights = layer.getWeights();
  // Clones share the data: putting them back puts back the very numbers.
  const kept = weights.map((weight) => tf.clone(weight));
  const fresh: tf.Tensor[] = [];
  try {
    for (const [i, weight] of weights.entries()) {
      const values = Float32Array.from(await weight.data<'float32'>());
      shuffle(values, seed, `randomise ${layer.name} ${i}`);
      fresh.push(tf.tensor(values, weight.shape));
    }
    layer.setWeights(fresh);
  } catch (error) {
    tf.dispose(kept);
    throw error;
  } finally {
    tf.dispose(fresh);
  }
  return {
    restore() {
      layer.setWeights(kept);
      tf.dispose(kept);
    },
  };
}

/** Fisher and Yates. */
function shuffle(values: Float32Array, seed: number, stream: string): void {
  const random = createRandom(seed, stream);
  for (let i = values.length - 1; i > 0; i--) {
    const other = random.integer(0, i);
    [values[i], values[other]] = [values[other], values[i]];
  }
}
