import { createRandom, type Random } from '../../src/engine/random.ts';

/**
 * The picture in the making. All shapes are stated in units of 1/96 of the shorter side, so that the
 * same content is drawn at every size; `scale` is pixels per unit.
 */
export interface SurfaceCanvas {
  readonly height: number;
  readonly width: number;
  readonly scale: number;
  /** Reflectance, about 0…1, row-major. */
  readonly values: Float32Array<ArrayBuffer>;
  /** 1 where a defect covers at least `MASK_FROM` of the pixel. */
  readonly mask: Uint8Array<ArrayBuffer>;
}

/** A rectangle in units, that holds everything a stamp may touch. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Coverage from which a pixel counts as defect. */
const MASK_FROM = 0.4;

/** An empty canvas: reflectance 0, mask 0. */
export function createCanvas(height: number, width: number): SurfaceCanvas {
  return {
    height,
    width,
    scale: Math.min(height, width) / 96,
    values: new Float32Array(height * width),
    mask: new Uint8Array(height * width),
  };
}

/**
 * Lays a defect over what is there: `value += coverage · (tone − value)`, pixel by pixel inside the box.
 * `coverage` gives 0…1 at a place (units); `tone` the reflectance of the defect there, given the one below.
 */
export function stamp(
  canvas: SurfaceCanvas,
  box: Box,
  coverage: (u: number, v: number) => number,
  tone: (u: number, v: number, below: number) => number,
): void {
  const { height, width, scale, values, mask } = canvas;
  const x0 = Math.max(0, Math.floor(box.left * scale));
  const x1 = Math.min(width - 1, Math.ceil(box.right * scale));
  const y0 = Math.max(0, Math.floor(box.top * scale));
  const y1 = Math.min(height - 1, Math.ceil(box.bottom * scale));
  for (let y = y0; y <= y1; y++) {
    const v = (y + 0.5) / scale;
    for (let x = x0; x <= x1; x++) {
      const u = (x + 0.5) / scale;
      const share = coverage(u, v);
      if (share <= 0) continue;
      const at = y * width + x;
      const below = values[at] ?? 0;
      values[at] = below + share * (tone(u, v, below) - below);
      if (share >= MASK_FROM) mask[at] = 1;
    }
  }
}

/**
 * Share of a shape at a place `inside` units from its edge (positive inside): a ramp about one unit wide,
 * the blur of a lens, so that a picture drawn larger and shrunk again looks the same.
 */
export function edgeCoverage(inside: number): number {
  const share = 0.5 + inside / 1.1;
  return share < 0 ? 0 : share > 1 ? 1 : share;
}

/** 0 below `from`, 1 above `to`, smooth between. */
export function smoothStep(from: number, to: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}

/** Uniform in [min, max). */
export const between = (random: Random, min: number, max: number): number =>
  min + (max - min) * random.uniform();

/**
 * A generator for one purpose within one picture. The seed is scrambled first (finaliser of MurmurHash3),
 * because neighbouring seeds of the underlying generator begin with almost the same numbers.
 */
export function surfaceRandom(seed: number, purpose: string): Random {
  let mixed = seed | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  const random = createRandom((mixed ^ (mixed >>> 16)) >>> 0, `surface ${purpose}`);
  for (let i = 0; i < 4; i++) random.uniform();
  return random;
}
