import type { FloatMap } from '../domain/attribution.ts';
import type { ModelInput } from '../domain/picture.ts';
import { Problem } from '../domain/problem.ts';
import type { ColourTable } from './colourMaps.ts';
import { TABLE_SIZE } from './colourMaps.ts';
import type { HeatmapDomain } from './heatmapDomain.ts';

/** `[height, width, 4]` sRGB bytes with opaque alpha, ready for `ImageData`. */
export type RgbaPixels = Uint8ClampedArray<ArrayBuffer>;

/** How a map is turned into colours over the picture. */
export interface HeatmapPaint {
  readonly domain: HeatmapDomain;
  readonly table: ColourTable;
  /** Share of the heatmap over the picture where the attribution is strongest, 0…1. */
  readonly opacity: number;
}

/** |share| from which the heatmap has its full opacity; below, the picture shines through. */
const OPAQUE_FROM = 0.5;

/** An even table has no entry at zero: the two beside it are drawn as zero. */
const HALF_ENTRY = 1 / (TABLE_SIZE - 1);

/** Opacity at a magnitude share 0…1: a little faster than the share at first, so that weak places stay visible as a tint. */
const opacityAt = (magnitude: number): number =>
  Math.min(1, Math.max(0, magnitude) / OPAQUE_FROM) ** 0.8;

/** `[256, 4]`: colour times opacity, and what is left for the picture, per entry of the table. */
function blendTable({ domain, table, opacity }: HeatmapPaint): Float32Array {
  const blend = new Float32Array(TABLE_SIZE * 4);
  for (let i = 0; i < TABLE_SIZE; i++) {
    const share = i / (TABLE_SIZE - 1);
    const magnitude = domain.signed ? Math.abs(2 * share - 1) - HALF_ENTRY : share;
    const alpha = opacity * opacityAt(magnitude);
    for (let c = 0; c < 3; c++) blend[4 * i + c] = alpha * (table[3 * i + c] ?? 0);
    blend[4 * i + 3] = 255 * (1 - alpha);
  }
  return blend;
}

/** @throws Problem `map-size-mismatch` when picture and map differ in size. */
function checkSameSize(
  map: Pick<FloatMap, 'height' | 'width'>,
  input: Pick<ModelInput, 'height' | 'width'>,
): void {
  if (map.height === input.height && map.width === input.width) return;
  throw new Problem('map-size-mismatch', {
    what: 'heatmap',
    allowed: `${input.height}×${input.width}`,
    got: `${map.height}×${map.width}`,
  });
}

/**
 * The heatmap blended over the picture the model saw. Opacity grows with |value| (full from half of the
 * scale), so that low attribution lets the picture through. Values beyond the domain take the end colours. Map finite,
 * picture on the pixel scale 0…1 (1 channel is drawn grey).
 * @throws Problem `map-size-mismatch`.
 */
export function heatmapPixels(map: FloatMap, input: ModelInput, paint: HeatmapPaint): RgbaPixels {
  checkSameSize(map, input);
  const { signed, max } = paint.domain;
  const blend = blendTable(paint);
  const last = TABLE_SIZE - 1;
  const gain = max === 0 ? 0 : (signed ? last / 2 : last) / max;
  const offset = signed ? last / 2 : 0;
  const { channels, values: picture } = input;
  const pixels = new Uint8ClampedArray(map.values.length * 4);
  for (let i = 0; i < map.values.length; i++) {
    const position = offset + gain * (map.values[i] ?? 0);
    const entry = 4 * Math.round(position < 0 ? 0 : position > last ? last : position);
    const through = blend[entry + 3] ?? 0;
    const source = i * channels;
    const step = channels === 3 ? 1 : 0;
    for (let c = 0; c < 3; c++)
      pixels[4 * i + c] = (blend[entry + c] ?? 0) + through * (picture[source + c * step] ?? 0);
    pixels[4 * i + 3] = 255;
  }
  return pixels;
}

/** The picture alone, opaque, 1 channel drawn grey. Values outside 0…1 are cut by the byte array. */
export function picturePixels(input: ModelInput): RgbaPixels {
  const { channels, values } = input;
  const pixels = new Uint8ClampedArray(input.height * input.width * 4);
  const step = channels === 3 ? 1 : 0;
  for (let i = 0; i < input.height * input.width; i++) {
    for (let c = 0; c < 3; c++) pixels[4 * i + c] = 255 * (values[i * channels + c * step] ?? 0);
    pixels[4 * i + 3] = 255;
  }
  return pixels;
}
