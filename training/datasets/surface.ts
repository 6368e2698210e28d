import { outOfRange } from '../../src/domain/problem.ts';
import { between, createCanvas, type SurfaceCanvas, surfaceRandom } from './surfaceCanvas.ts';
import { drawCracks, drawScratches } from './surfaceLines.ts';
import { drawInclusions, drawPits, drawStains } from './surfaceSpots.ts';
import { paintTexture, shineLight, TEXTURES } from './surfaceTextures.ts';

/** Class ids of the surface data set; the place in this list is the label. */
export const SURFACE_CLASSES = ['ok', 'scratch', 'crack', 'pit', 'stain', 'inclusion'] as const;
export type SurfaceClass = (typeof SURFACE_CLASSES)[number];

/** What to draw. */
export interface SurfaceOptions {
  /** Pixels, at least 32; 96 when left out. A larger picture shows the same content, finer. */
  readonly height?: number;
  readonly width?: number;
  /** Class index; drawn evenly from the seed when left out. */
  readonly label?: number;
}

/** A picture of a machined surface with its truth. */
export interface SurfacePicture {
  /** Grey 0…255, row-major. */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
  readonly height: number;
  readonly width: number;
  /** Index into `SURFACE_CLASSES`. */
  readonly label: number;
  /** 1 where a defect is, else 0; all 0 exactly for `ok`. */
  readonly mask: Uint8Array<ArrayBuffer>;
}

/**
 * Draws one picture: a brushed, ground, cast or tiled surface, the defects of one class (often several),
 * uneven light and sensor noise. Same seed and options, same bytes. With another label the same seed shows
 * the same surface, light and noise, so that two pictures can differ in nothing but the defect.
 * @param seed whole number 0…2³²−1
 * @throws Problem when a side is below 32 or the label is none of the classes
 */
export function renderSurface(seed: number, options: SurfaceOptions = {}): SurfacePicture {
  const { height = 96, width = 96 } = options;
  const last = SURFACE_CLASSES.length - 1;
  const label = options.label ?? surfaceRandom(seed, 'label').integer(0, last);
  const kind = SURFACE_CLASSES[label];
  if (kind === undefined) throw outOfRange('label', 0, last, label);
  if (!(Math.min(height, width) >= 32)) throw outOfRange('side', 32, 4096, Math.min(height, width));
  const canvas = createCanvas(height, width);
  const random = surfaceRandom(seed, 'texture');
  const texture = TEXTURES[random.integer(0, TEXTURES.length - 1)] ?? 'brushed';
  const grain = paintTexture(canvas, texture, random);
  DRAW[kind](canvas, surfaceRandom(seed, kind), grain);
  shineLight(canvas, surfaceRandom(seed, 'light'));
  return { pixels: expose(canvas, seed), height, width, label, mask: canvas.mask };
}

type Draw = (
  canvas: SurfaceCanvas,
  random: ReturnType<typeof surfaceRandom>,
  grain: number,
) => void;

const DRAW: Record<SurfaceClass, Draw> = {
  ok: () => undefined,
  scratch: drawScratches,
  crack: drawCracks,
  pit: drawPits,
  stain: drawStains,
  inclusion: drawInclusions,
};

/** Sensor: shot noise that grows with the light, read noise, eight bits. */
function expose(canvas: SurfaceCanvas, seed: number): Uint8ClampedArray<ArrayBuffer> {
  const random = surfaceRandom(seed, 'sensor');
  const read = between(random, 0.6, 2.5);
  const shot = between(random, 0.005, 0.03);
  const pixels = new Uint8ClampedArray(canvas.values.length);
  for (let i = 0; i < pixels.length; i++) {
    const grey = 255 * Math.max(0, canvas.values[i] ?? 0);
    pixels[i] = grey + Math.sqrt(read * read + shot * grey) * random.normal();
  }
  return pixels;
}
