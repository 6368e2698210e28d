import type { ModelInput, Rgb } from '../domain/picture.ts';
import type { OverlapMask } from '../domain/score.ts';
import { OVERLAP } from '../domain/score.ts';
import type { RgbaPixels } from './heatmapPixels.ts';

/** What a pixel is to the overlap of S (top-k of the original) and T (top-k of the perturbed map). */
export const OVERLAP_KINDS = ['originalOnly', 'perturbedOnly', 'both'] as const;
export type OverlapKind = (typeof OVERLAP_KINDS)[number];

/** Okabe-Ito blue and orange, and white: apart in lightness too, so that they stay apart without colour. */
export const OVERLAP_COLOURS: Readonly<Record<OverlapKind, Rgb>> = {
  originalOnly: [0, 114, 178],
  perturbedOnly: [240, 160, 20],
  both: [255, 255, 255],
};

/** The picture is darkened to this share, so that white and orange stand out on it. */
const PICTURE_LIGHT = 0.45;
/** Tint of a window's inside. */
const WINDOW_TINT = 0.18;

/** Kind of a pixel from its bits, or null outside both sets. */
export function overlapKind(bits: number): OverlapKind | null {
  const both = OVERLAP.original | OVERLAP.perturbed;
  if ((bits & both) === both) return 'both';
  if (bits & OVERLAP.original) return 'originalOnly';
  return bits & OVERLAP.perturbed ? 'perturbedOnly' : null;
}

function windowColour(bits: number): Rgb | null {
  if (bits & OVERLAP.originalWindow) return OVERLAP_COLOURS.originalOnly;
  return bits & OVERLAP.perturbedWindow ? OVERLAP_COLOURS.perturbedOnly : null;
}

/** `[256, 4]`: colour times its share (0…255), and the share left for the picture (0…1), per combination of bits. */
function overlapBlend(): Float32Array {
  const blend = new Float32Array(256 * 4);
  for (let bits = 0; bits < 256; bits++) {
    const kind = overlapKind(bits);
    const tint = windowColour(bits);
    const colour = kind ? OVERLAP_COLOURS[kind] : (tint ?? [0, 0, 0]);
    const share = kind ? 1 : tint ? WINDOW_TINT : 0;
    colour.forEach((level, c) => {
      blend[4 * bits + c] = level * share;
    });
    blend[4 * bits + 3] = 255 * PICTURE_LIGHT * (1 - share);
  }
  return blend;
}

/**
 * The overlap over the darkened picture: pixels of S only, T only and both in full colour, the windows N_w(S) and N_w(T) as
 * a tint (S first where both cover). The mask must have the picture's size.
 */
export function overlapPixels(mask: OverlapMask, input: ModelInput): RgbaPixels {
  const blend = overlapBlend();
  const { channels, values } = input;
  const step = channels === 3 ? 1 : 0;
  const pixels = new Uint8ClampedArray(mask.length * 4);
  for (let i = 0; i < mask.length; i++) {
    const entry = 4 * (mask[i] ?? 0);
    const through = blend[entry + 3] ?? 0;
    for (let c = 0; c < 3; c++)
      pixels[4 * i + c] =
        (blend[entry + c] ?? 0) + through * (values[i * channels + c * step] ?? 0);
    pixels[4 * i + 3] = 255;
  }
  return pixels;
}

/** How many pixels are in S only, in T only and in both. */
export function overlapCounts(mask: OverlapMask): Record<OverlapKind, number> {
  const counts = { originalOnly: 0, perturbedOnly: 0, both: 0 };
  for (const bits of mask) {
    const kind = overlapKind(bits);
    if (kind) counts[kind]++;
  }
  return counts;
}
