import type { Score } from '../../domain/score.ts';
import type { ScoreMap } from './scoreMap.ts';

/**
 * Distance in pixels between the |value|-weighted centres of two maps. 0 and up, lower is more stable. No chance level.
 * Undefined, `zero-map`, when all values of one map are 0.
 * Source: the centre of mass of Ghorbani, Abid, Zou, AAAI 2019.
 */
export function massCenterShift(original: ScoreMap, perturbed: ScoreMap): Score {
  const none = { value: null, chance: null, corrected: null, pValue: null };
  const a = massCenter(original);
  const b = massCenter(perturbed);
  if (!a || !b) return { ...none, reason: 'zero-map' };
  return { ...none, value: Math.hypot(a.y - b.y, a.x - b.x), reason: null };
}

function massCenter({ width, values }: ScoreMap): { y: number; x: number } | null {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  if (largest === 0) return null;
  let [mass, y, x] = [0, 0, 0];
  for (let i = 0; i < values.length; i++) {
    const weight = Math.abs(values[i]) / largest;
    mass += weight;
    y += weight * Math.floor(i / width);
    x += weight * (i % width);
  }
  return { y: y / mass, x: x / mass };
}
