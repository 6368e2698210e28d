import { massCenterShift } from '../metrics/massCenterShift.ts';
import type { Attack } from './attackGoal.ts';
import { value } from './attackTopK.ts';
import { sum } from './mass.ts';

/**
 * Moves the map's centre of mass away from the original's: climbs ‖centre(m) − centre(m(x₀))‖²; scored by the
 * distance in pixels. At the original itself the slope is zero on the network and almost so on its twin: the first
 * steps go wherever the two differ.
 * Ghorbani, Abid, Zou, AAAI 2019.
 */
export const attackMassCenter: Attack = ({ original }) => {
  const { width } = original.map;
  const from = centre(Float64Array.from(original.map.values), width);
  return {
    measure: (sight) => value(massCenterShift(original.map, sight.map).value, sight),
    chance: null,
    climb: {
      of: 'map',
      height(map) {
        const { x, y } = centre(map, width);
        return (x - from.x) ** 2 + (y - from.y) ** 2;
      },
      slope(map) {
        const { x, y, mass } = centre(map, width);
        if (mass === 0) return new Float64Array(map.length);
        // ∂x/∂m_p = (x_p − x)/Σm: the centre already is a ratio, normalisation changes nothing.
        return map.map((_, p) => {
          const [dx, dy] = [(p % width) - x, Math.floor(p / width) - y];
          return (2 * ((x - from.x) * dx + (y - from.y) * dy)) / mass;
        });
      },
    },
  };
};

/** Of a map without negative values; the corner where it is zero. */
function centre(map: Float64Array, width: number): { x: number; y: number; mass: number } {
  const mass = sum(map);
  if (mass === 0) return { x: 0, y: 0, mass };
  let [x, y] = [0, 0];
  map.forEach((value, p) => {
    x += value * (p % width);
    y += value * Math.floor(p / width);
  });
  return { x: x / mass, y: y / mass, mass };
}
