import { forward } from '../attribution/forward.ts';
import { softmax } from '../explain.ts';
import { type LoadedModel, toModelRange } from '../model/loadedModel.ts';

/** Equal steps from the first picture to the second. */
export const FILLING_STEPS = 20;

/** Two pictures of one size, and the class whose probability is looked at. */
export interface Filling {
  readonly model: LoadedModel;
  /** `[h, w, c]`, pixel scale. */
  readonly from: Float32Array;
  readonly to: Float32Array;
  readonly targetClass: number;
}

/**
 * Probability of the class while the pixels of one picture are replaced by those of another, all channels of a pixel at once, in 20 equal
 * steps of the ranking. The first entry is that of `from`, the last that of `to`.
 * @param order pixel indices, first replaced first
 * @returns `[21]`, 0…1. No tensor stays behind.
 */
export async function fillingCurve(
  { model, from, to, targetClass }: Filling,
  order: ArrayLike<number>,
  checkpoint: () => Promise<void>,
): Promise<number[]> {
  const spec = model.card.input;
  const { channels } = spec;
  const picture = from.slice();
  const pictures: Float32Array[] = [];
  let replaced = 0;
  for (let step = 0; step <= FILLING_STEPS; step++) {
    const wanted = Math.round((order.length * step) / FILLING_STEPS);
    for (; replaced < wanted; replaced++)
      for (let c = 0; c < channels; c++) {
        const at = order[replaced] * channels + c;
        picture[at] = to[at];
      }
    pictures.push(toModelRange(picture, spec));
  }
  const logits = await forward(model, pictures, checkpoint);
  return logits.map((row) => softmax(row)[targetClass]);
}

/** Area under a curve of equal steps over 0…1, by trapezoids. */
export function areaUnder(curve: readonly number[]): number {
  const inner =
    curve.reduce((sum, value) => sum + value, 0) - (curve[0] + curve[curve.length - 1]) / 2;
  return inner / (curve.length - 1);
}
