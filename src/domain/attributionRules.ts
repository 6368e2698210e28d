import {
  type AttributionSettings,
  METHODS,
  type MethodId,
  type MethodParameter,
  type NumberParameter,
  PARAMETER_LIMITS,
} from './attribution.ts';
import type { Limits } from './limits.ts';

/** Limits of a method's number beside the other settings and a picture of this size. */
export function parameterLimits(
  name: NumberParameter,
  { occlusionPatch }: Pick<AttributionSettings, 'occlusionPatch'>,
  { height, width }: { readonly height: number; readonly width: number },
): Limits {
  const limits = PARAMETER_LIMITS[name];
  const side = Math.min(height, width);
  const most = {
    occlusionPatch: side,
    occlusionStride: Math.min(occlusionPatch, side),
    cells: side,
  };
  if (name !== 'occlusionPatch' && name !== 'occlusionStride' && name !== 'cells') return limits;
  return { ...limits, max: Math.min(limits.max, most[name]) };
}

/** One number changed, and with it what may not be larger: a smaller patch takes its stride along. */
export function withParameter(
  { occlusionStride }: AttributionSettings,
  name: NumberParameter,
  value: number,
): Partial<AttributionSettings> {
  if (name !== 'occlusionPatch') return { [name]: value };
  return { occlusionPatch: value, occlusionStride: Math.min(value, occlusionStride) };
}

/** Numbers whose every use is a draw. */
const DRAWN: readonly MethodParameter[] = ['sigma', 'masks', 'coalitions'];

/** Whether the seed has a say in the unreduced attribution. */
export function drawsAtRandom({ method, baseline, cover }: AttributionSettings): boolean {
  const { parameters } = METHODS[method];
  const drawn = parameters.some((name) => DRAWN.includes(name));
  const noisy = { baseline: baseline === 'noise', cover: cover === 'noise' };
  return (
    drawn ||
    (parameters.includes('baseline') && noisy.baseline) ||
    (parameters.includes('cover') && noisy.cover)
  );
}

/** Whether a method asks for nothing but outputs: such a one serves any model, and is never spun. */
export const asksOutputsOnly = (method: MethodId): boolean => METHODS[method].needs.length === 0;

/** Shifts a picture is explained at: 1 for a method that asks for outputs only, whatever was asked for. */
export const spinsOf = ({ method, spins }: AttributionSettings): number =>
  asksOutputsOnly(method) ? 1 : spins;

/** Phases a network of this total stride has: shifts of the picture by 0…stride − 1 pixels in x and y. */
export const phaseCount = (totalStride: number): number => totalStride ** 2;
