import type { Explanation } from '../src/domain/analysis.ts';
import type { AttributionSettings } from '../src/domain/attribution.ts';
import type { ModelInput } from '../src/domain/picture.ts';
import { defaultSettings } from '../src/domain/settings.ts';
import { layers } from '../src/engine/backend/tf.ts';
import type { BeliefContext } from '../src/engine/belief/beliefCheck.ts';
import { createEngine } from '../src/engine/engine.ts';
import type { LoadedModel } from '../src/engine/model/loadedModel.ts';
import { asLoadedModel } from '../src/engine/model/loadModel.ts';
import { createRandom } from '../src/engine/random.ts';
import { testCard } from './testCard.ts';
import { CPU } from './tinyModels.ts';

/** A map of a context, in row-major order. */
export const mapOf = (values: ArrayLike<number>, { height, width }: ModelInput) => ({
  height,
  width,
  values: Float32Array.from(values),
});

/** A context for a check of one heatmap, by gradients unless said otherwise. */
export function beliefContext(
  model: LoadedModel,
  input: ModelInput,
  map: ArrayLike<number>,
  change: Partial<BeliefContext> & { readonly attribution?: Partial<AttributionSettings> } = {},
): BeliefContext {
  const initial = defaultSettings(model.card);
  const { attribution, ...rest } = change;
  const original = { map: mapOf(map, input), completenessGap: null } as unknown as Explanation;
  return {
    engine: createEngine(CPU, model),
    input,
    settings: {
      ...initial,
      attribution: { ...initial.attribution, method: 'gradient', ...attribution },
      score: { k: Math.max(1, Math.round(map.length / 5)), windowRadius: 0 },
    },
    targetClass: 1,
    original,
    mask: null,
    checkpoint: () => Promise.resolve(),
    ...rest,
  };
}

/** A network of real layers: conv → ReLU → conv → ReLU → mean → dense, weights drawn from a seed. */
export function layeredModel(side: number): LoadedModel {
  const card = { ...testCard('layered', side), totalStride: 2 };
  const network = layers.sequential({
    layers: [
      layers.layers.conv2d({
        inputShape: [side, side, 1],
        filters: 6,
        kernelSize: 3,
        strides: 2,
        activation: 'relu',
        name: 'first',
        kernelInitializer: layers.initializers.randomNormal({ mean: 0, stddev: 0.5, seed: 1 }),
      }),
      layers.layers.conv2d({
        filters: 6,
        kernelSize: 3,
        activation: 'relu',
        name: 'second',
        kernelInitializer: layers.initializers.randomNormal({ mean: 0, stddev: 0.5, seed: 2 }),
      }),
      layers.layers.flatten({ name: 'flat' }),
      layers.layers.dense({
        units: 2,
        name: 'last',
        kernelInitializer: layers.initializers.randomNormal({ mean: 0, stddev: 0.5, seed: 3 }),
      }),
    ],
  });
  return asLoadedModel(card, network);
}

/** Every weight of a network, copied. */
export const weightsOf = (model: LoadedModel): Promise<Float32Array[]> =>
  Promise.all(
    (model.network?.getWeights() ?? []).map((w) => w.data<'float32'>().then((v) => v.slice())),
  );

/** Seeded normal noise. */
export function noise(length: number, seed = 1): Float32Array {
  const random = createRandom(seed, 'belief test');
  return Float32Array.from({ length }, () => random.normal());
}
