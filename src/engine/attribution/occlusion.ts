import type { AttributionSettings } from '../../domain/attribution.ts';
import type { ModelInput } from '../../domain/picture.ts';
import { toModelRange } from '../model/loadedModel.ts';
import type { AttributionContext, AttributionMethod } from './attributionMethod.ts';
import { makeBaseline } from './baseline.ts';
import { targetLogits } from './forward.ts';

type PatchSettings = Pick<AttributionSettings, 'occlusionPatch' | 'occlusionStride'>;
type Size = Pick<ModelInput, 'height' | 'width'>;

/**
 * How much the logit drops when a patch of the picture is covered by the same patch of the baseline:
 * f_y(x) − f_y(x covered), for each pixel the mean over the patches that cover it. Positive where
 * covering takes from the class. One value per pixel; outputs only, so it serves any model.
 * The patch goes right and down from the upper left corner by `occlusionStride`; the last one of a line stands at the
 * first place from which it reaches the border, cut there where it would stand out (Captum's rule).
 * Zeiler, Fergus 2014, who cover with grey and watch the probability.
 */
export const occlusion: AttributionMethod = async (context) => {
  const { model, inputs, targetClass, settings, checkpoint } = context;
  const places = patchPlaces(settings, model.card.input);
  const streams = inputs.map((input) => coveredPictures(input, places, context));
  const outputs = await targetLogits(model, targetClass, streams, checkpoint);
  return outputs.map((logits) => ({
    values: meanDrops(logits, places, model.card.input),
    channels: 1,
    completenessGap: null,
  }));
};

/** Where a patch lies, cut at the border: rows top…bottom − 1, columns left…right − 1. */
interface Patch {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Every place of the patch, in reading order; together they cover the picture. */
export function patchPlaces(
  { occlusionPatch: side, occlusionStride: stride }: PatchSettings,
  size: Size,
): Patch[] {
  const along = (length: number) => {
    const steps = Math.ceil(Math.max(0, length - side) / stride);
    return Array.from({ length: steps + 1 }, (_, i) => i * stride);
  };
  return along(size.height).flatMap((top) =>
    along(size.width).map((left) => ({
      top,
      left,
      bottom: Math.min(size.height, top + side),
      right: Math.min(size.width, left + side),
    })),
  );
}

/** The picture itself, then covered at each place. */
function coveredPictures(
  input: ModelInput,
  places: readonly Patch[],
  { model, settings, seed }: AttributionContext,
) {
  const spec = model.card.input;
  const x = toModelRange(input.values, spec);
  const cover = toModelRange(makeBaseline(settings.cover, input, seed), spec);
  return {
    count: places.length + 1,
    write(index: number, into: Float32Array) {
      into.set(x);
      if (index === 0) return;
      const { top, left, bottom, right } = places[index - 1];
      for (let y = top; y < bottom; y++) {
        const [start, end] = [left, right].map((edge) => (y * spec.width + edge) * spec.channels);
        into.set(cover.subarray(start, end), start);
      }
    },
  };
}

function meanDrops(
  logits: Float64Array,
  places: readonly Patch[],
  { height, width }: Size,
): Float32Array<ArrayBuffer> {
  const sums = new Float64Array(height * width);
  const counts = new Uint32Array(height * width);
  places.forEach(({ top, left, bottom, right }, i) => {
    const drop = logits[0] - logits[i + 1];
    for (let y = top; y < bottom; y++)
      for (let pixel = y * width + left; pixel < y * width + right; pixel++) {
        sums[pixel] += drop;
        counts[pixel]++;
      }
  });
  return Float32Array.from(sums, (sum, pixel) => sum / counts[pixel]);
}
