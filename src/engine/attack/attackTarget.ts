import { Problem } from '../../domain/problem.ts';
import { relevanceMassAccuracy } from '../metrics/relevanceMassAccuracy.ts';
import type { Attack } from './attackGoal.ts';
import { value } from './attackTopK.ts';
import { massClimb } from './mass.ts';

/**
 * Moves mass into a region A: climbs Σ_p m_p·A_p; scored by the share of the map that lies in A. The region's share
 * of the picture is what a flat map gets.
 * Ghorbani, Abid, Zou, AAAI 2019.
 * @throws Problem `map-size-mismatch` for a region of another size, `setting-out-of-range` for none, an empty one or the
 * whole picture
 */
export const attackTarget: Attack = ({ original, region }) => {
  const { height, width } = original.map;
  const pixels = height * width;
  if (region && (region.height !== height || region.width !== width)) {
    const [allowed, got] = [`${height}×${width}`, `${region.height}×${region.width}`];
    throw new Problem('map-size-mismatch', { what: 'region', allowed, got });
  }
  const painted = region?.flags.reduce((sum, flag) => sum + flag, 0) ?? 0;
  if (!region || painted === 0 || painted === pixels) {
    const [allowed, got] = [`1…${pixels - 1} pixels`, String(painted)];
    throw new Problem('setting-out-of-range', { what: 'region', allowed, got });
  }
  const { flags } = region;
  return {
    measure: (sight) => value(relevanceMassAccuracy(sight.map, flags), sight),
    chance: painted / pixels,
    climb: massClimb(Float64Array.from(flags)),
  };
};
