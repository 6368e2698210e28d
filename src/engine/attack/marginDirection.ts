import type { ModelInput } from '../../domain/picture.ts';
import { forward } from '../attribution/forward.ts';
import { inputGradients } from '../attribution/inputGradients.ts';
import { type LoadedModel, toModelRange } from '../model/loadedModel.ts';
import { rival } from './attackDecision.ts';

/**
 * ∇ₓ (f_j − f_y), j the largest other logit at x: where the margin of y falls. On the network itself.
 * @returns `[h, w, c]`, float64, per unit of the pixel scale
 */
export async function marginDirection(
  model: LoadedModel,
  input: ModelInput,
  against: number,
  checkpoint: () => Promise<void>,
): Promise<Float64Array> {
  const x = toModelRange(input.values, model.card.input);
  const [logits] = await forward(model, [x], checkpoint);
  const slopeOf = async (target: number) => {
    const point = {
      count: 1,
      weight: () => 1,
      write: (_: number, into: Float32Array) => into.set(x),
    };
    const [slope] = await inputGradients(model, target, [point], checkpoint);
    return slope;
  };
  const own = await slopeOf(against);
  const other = await slopeOf(rival(logits, against));
  const [low, high] = model.card.input.range;
  return other.map((slope, i) => (high - low) * (slope - own[i]));
}
