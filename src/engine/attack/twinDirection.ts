import type { ModelInput } from '../../domain/picture.ts';
import { inputGradients } from '../attribution/inputGradients.ts';
import { type LoadedModel, toModelRange } from '../model/loadedModel.ts';
import type { MapClimb } from './attackGoal.ts';
import { hessianProducts } from './hessianProducts.ts';
import type { PointSettings, TWIN_POINTS } from './twinPoints.ts';

/** All a direction through the smooth twin needs beside the picture. */
export interface TwinQuestion {
  readonly twin: LoadedModel;
  readonly targetClass: number;
  readonly climb: MapClimb;
  readonly pointsOf: NonNullable<(typeof TWIN_POINTS)[keyof typeof TWIN_POINTS]>;
  readonly points: PointSettings;
}

/**
 * ∇ₓ height(m(x)) on the smooth twin, m = Σ_c |a|, a = factor ⊙ Σᵢ wᵢ·∇f(pᵢ). With v = ∂height/∂a it is
 * Σᵢ wᵢ·shareᵢ·H(pᵢ)(v ⊙ factor), and v ⊙ Σᵢ wᵢ·∇f(pᵢ) where the factor moves too: points one after another, so that memory does not
 * grow with their number.
 * @returns `[h, w, c]`, float64, per unit of the pixel scale
 * @throws as `hessianProducts`
 */
export async function twinDirection(
  question: TwinQuestion,
  input: ModelInput,
  checkpoint: () => Promise<void>,
): Promise<Float64Array> {
  const { twin, targetClass, climb, pointsOf, points } = question;
  const [low, high] = points.spec.range;
  const stream = pointsOf(input, toModelRange(input.values, points.spec), points);
  const { factor } = stream;
  const [gradients] = await inputGradients(twin, targetClass, [stream], checkpoint);
  const attribution = factor ? gradients.map((slope, i) => slope * factor[i]) : gradients;
  const v = slopeOfAttribution(climb, attribution, input.channels);
  const u = Float32Array.from(v, (slope, i) => slope * (factor ? factor[i] : 1));
  const moving = { ...stream, weight: (i: number) => stream.weight(i) * stream.share(i) };
  const turned = await hessianProducts(twin, targetClass, moving, u, checkpoint);
  return turned.map((slope, i) => (high - low) * (slope + (factor ? v[i] * gradients[i] : 0)));
}

/** ∂height/∂a = ∂height/∂m · sign(a). */
function slopeOfAttribution(
  climb: MapClimb,
  attribution: Float64Array,
  channels: number,
): Float64Array {
  const map = new Float64Array(attribution.length / channels);
  attribution.forEach((value, i) => {
    map[Math.floor(i / channels)] += Math.abs(value);
  });
  const slope = climb.slope(map);
  return attribution.map((value, i) => slope[Math.floor(i / channels)] * Math.sign(value));
}
