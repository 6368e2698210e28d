import type { ModelInput } from '../domain/picture.ts';
import type { Mask } from '../domain/truth.ts';
import { picturePixels, type RgbaPixels } from './heatmapPixels.ts';

/** A pixel of a map. */
export interface BrushPlace {
  readonly x: number;
  readonly y: number;
}

/** A region without a pixel. */
export const emptyRegion = (height: number, width: number): Mask => ({
  height,
  width,
  flags: new Uint8Array(height * width),
});

/**
 * A region with a stroke painted on it, or taken off: every pixel within `radius` (Euclidean, middle to middle) of the straight way from
 * one place to another. What lies outside the picture is left out.
 * @returns a new region, or the same one where nothing changed
 */
export function withStroke(
  region: Mask,
  from: BrushPlace,
  to: BrushPlace,
  brush: { readonly radius: number; readonly erase: boolean },
): Mask {
  const { height, width } = region;
  const flags = region.flags.slice();
  const flag = brush.erase ? 0 : 1;
  const reach = Math.ceil(brush.radius);
  const top = Math.max(0, Math.min(from.y, to.y) - reach);
  const bottom = Math.min(height - 1, Math.max(from.y, to.y) + reach);
  const left = Math.max(0, Math.min(from.x, to.x) - reach);
  const right = Math.min(width - 1, Math.max(from.x, to.x) + reach);
  let changed = false;
  for (let y = top; y <= bottom; y++)
    for (let x = left; x <= right; x++) {
      const at = y * width + x;
      if (flags[at] === flag || distance({ x, y }, from, to) > brush.radius) continue;
      flags[at] = flag;
      changed = true;
    }
  return changed ? { height, width, flags } : region;
}

/** From a place to the nearest one on the way between two others. */
function distance(place: BrushPlace, from: BrushPlace, to: BrushPlace): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const along = ((place.x - from.x) * dx + (place.y - from.y) * dy) / (length || 1);
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(place.x - from.x - share * dx, place.y - from.y - share * dy);
}

/** Paint over the picture: an orange that no grey picture has. */
const PAINT = [255, 122, 0] as const;
const PAINT_SHARE = 0.55;

/** The picture with the region painted over it, opaque. */
export function paintedPixels(input: ModelInput, { flags }: Mask): RgbaPixels {
  const pixels = picturePixels(input);
  flags.forEach((flag, p) => {
    if (flag === 0) return;
    for (let c = 0; c < 3; c++)
      pixels[4 * p + c] = PAINT_SHARE * PAINT[c] + (1 - PAINT_SHARE) * pixels[4 * p + c];
  });
  return pixels;
}
