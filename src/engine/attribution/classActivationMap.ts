import type { MethodId } from '../../domain/attribution.ts';
import { resamplingTaps } from '../model/resample.ts';
import type { Attribution, AttributionContext } from './attributionMethod.ts';
import { type LayerActivations, layerActivations } from './layerActivations.ts';

/** How much each channel of a layer speaks for the class. */
export type ChannelWeights = (layer: LayerActivations) => Float64Array;

/**
 * ReLU(Σ_k w_k A_k) at the chosen layer, bilinear (half-pixel centres, the edge repeats) to the size of the
 * input; one channel, none negative. Sums in float64.
 * @throws as `layerActivations`
 */
export async function classActivationMaps(
  context: AttributionContext,
  method: MethodId,
  weigh: ChannelWeights,
): Promise<Attribution[]> {
  const { height, width } = context.model.card.input;
  const found = await layerActivations(context, method);
  return found.map((layer) => ({
    values: Float32Array.from(enlarge(weightedSum(layer, weigh(layer)), layer, { height, width })),
    channels: 1,
    completenessGap: null,
  }));
}

function weightedSum({ activations, channels }: LayerActivations, weights: Float64Array) {
  return Float64Array.from({ length: activations.length / channels }, (_, place) => {
    let sum = 0;
    for (let k = 0; k < channels; k++) sum += weights[k] * activations[place * channels + k];
    return Math.max(0, sum);
  });
}

interface Size {
  readonly height: number;
  readonly width: number;
}

/** One axis after the other. */
function enlarge(map: Float64Array, from: Size, to: Size): Float64Array {
  const rows = resamplingTaps(0, from.height, to.height, from.height);
  const columns = resamplingTaps(0, from.width, to.width, from.width);
  const wide = Float64Array.from({ length: from.height * to.width }, (_, i) => {
    const [y, x] = [Math.floor(i / to.width), i % to.width];
    return tapped(columns, x, (source) => map[y * from.width + source]);
  });
  return Float64Array.from({ length: to.height * to.width }, (_, i) => {
    const [y, x] = [Math.floor(i / to.width), i % to.width];
    return tapped(rows, y, (source) => wide[source * to.width + x]);
  });
}

function tapped(
  { first, count, offset, weights }: ReturnType<typeof resamplingTaps>,
  target: number,
  read: (source: number) => number,
): number {
  let sum = 0;
  for (let t = 0; t < count[target]; t++)
    sum += weights[offset[target] + t] * read(first[target] + t);
  return sum;
}
