import type { AttributionMap, Reduction } from '../../domain/attribution.ts';

/**
 * `[h, w, c]` → `[h, w]`: `sumAbs` Σ|a|, `sum` Σa (signed), `maxAbs` max|a|. Summed in float64.
 * @returns a map in memory of its own
 */
export function reduceChannels(
  values: Float32Array,
  height: number,
  width: number,
  channels: number,
  reduction: Reduction,
): AttributionMap {
  const step = STEPS[reduction];
  const map = new Float32Array(height * width);
  for (let pixel = 0; pixel < map.length; pixel++) {
    let result = 0;
    for (let c = 0; c < channels; c++) result = step(result, values[pixel * channels + c]);
    map[pixel] = result;
  }
  return { height, width, values: map };
}

const STEPS: Readonly<Record<Reduction, (result: number, value: number) => number>> = {
  sumAbs: (result, value) => result + Math.abs(value),
  sum: (result, value) => result + value,
  maxAbs: (result, value) => Math.max(result, Math.abs(value)),
};
