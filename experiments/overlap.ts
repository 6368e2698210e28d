import type { AttributionMap } from '../src/domain/attribution.ts';
import type { Motion } from '../src/domain/perturbation.ts';

/**
 * The same piece of the part out of both maps, after a whole-pixel motion: every pixel that is at least
 * `border` pixels from all sides in the original and in the perturbed picture.
 */
export function overlap(
  original: AttributionMap,
  perturbed: AttributionMap,
  { dx, dy }: Motion,
  border: number,
): [AttributionMap, AttributionMap] {
  const { height, width } = original;
  const place = {
    top: border + Math.max(0, -dy),
    left: border + Math.max(0, -dx),
    height: height - 2 * border - Math.abs(dy),
    width: width - 2 * border - Math.abs(dx),
  };
  const there = { ...place, top: place.top + dy, left: place.left + dx };
  return [cut(original, place), cut(perturbed, there)];
}

function cut(
  map: AttributionMap,
  place: { top: number; left: number; height: number; width: number },
): AttributionMap {
  const { top, left, height, width } = place;
  const values = Float32Array.from({ length: height * width }, (_, i) => {
    const y = top + Math.floor(i / width);
    return map.values[y * map.width + left + (i % width)];
  });
  return { height, width, values };
}
