import type { Random } from '../../src/engine/random.ts';
import { between, type SurfaceCanvas, smoothStep } from './surfaceCanvas.ts';
import { createNoise, type Noise } from './valueNoise.ts';

/** The finishes of the sound surface. */
export const TEXTURES = ['brushed', 'ground', 'cast', 'tiled'] as const;
export type Texture = (typeof TEXTURES)[number];

/** A finish: its deviation from the mean reflectance at a place (units), and the way its lines run. */
interface Finish {
  readonly relief: Noise;
  /** Direction of the lines, radians; any direction for finishes without one. */
  readonly grain: number;
}

const FINISHES: Record<Texture, (random: Random, detail: number) => Finish> = {
  brushed,
  ground,
  cast,
  tiled,
};

/**
 * Fills the canvas with a sound surface.
 * @returns the direction of its lines, radians, for defects that cross them
 */
export function paintTexture(canvas: SurfaceCanvas, texture: Texture, random: Random): number {
  const detail = Math.max(0, Math.ceil(Math.log2(canvas.scale)));
  const mean = between(random, 0.42, 0.66);
  const { relief, grain } = FINISHES[texture](random, detail);
  const { height, width, scale, values } = canvas;
  for (let y = 0; y < height; y++) {
    const v = (y + 0.5) / scale;
    for (let x = 0; x < width; x++) {
      values[y * width + x] = mean + relief((x + 0.5) / scale, v);
    }
  }
  return grain;
}

/** Long fine parallel streaks, as left by a belt. */
function brushed(random: Random, detail: number): Finish {
  const grain = between(random, -0.35, 0.35) + (random.uniform() < 0.5 ? 0 : Math.PI / 2);
  const along = Math.cos(grain);
  const across = Math.sin(grain);
  const streaks = createNoise(random, 2 + detail, 0.75);
  const bands = createNoise(random);
  const length = between(random, 1 / 60, 1 / 30);
  const fineness = between(random, 0.35, 0.6);
  const strength = between(random, 0.025, 0.05);
  const relief: Noise = (u, v) => {
    const p = u * along + v * across;
    const q = v * along - u * across;
    return strength * (streaks(p * length, q * fineness) + 0.5 * bands(p * 0.01, q * 0.09));
  };
  return { relief, grain };
}

/** Flat arcs about a far centre, as left by a grinding wheel, with a fine grit between them. */
function ground(random: Random, detail: number): Finish {
  const direction = between(random, 0, 2 * Math.PI);
  const far = between(random, 110, 320);
  const centreU = 48 + far * Math.cos(direction);
  const centreV = 48 + far * Math.sin(direction);
  const arcs = createNoise(random, 2 + detail, 0.7);
  const grit = createNoise(random, 1 + detail, 0.7);
  const pitch = between(random, 0.22, 0.4);
  const strength = between(random, 0.025, 0.05);
  const relief: Noise = (u, v) => {
    const du = u - centreU;
    const dv = v - centreV;
    const radius = Math.sqrt(du * du + dv * dv);
    const angle = Math.atan2(dv, du) * far * 0.05;
    return strength * (arcs(radius * pitch, angle) + 0.55 * grit(u * 0.7, v * 0.7));
  };
  return { relief, grain: direction + Math.PI / 2 };
}

/** The granular skin of a casting, lit from one side. */
function cast(random: Random, detail: number): Finish {
  const skin = createNoise(random, 3 + detail, 0.7);
  const light = between(random, 0, 2 * Math.PI);
  const du = 1.1 * Math.cos(light);
  const dv = 1.1 * Math.sin(light);
  const size = between(random, 0.11, 0.2);
  const strength = between(random, 0.045, 0.085);
  const relief: Noise = (u, v) =>
    strength * (skin((u + du) * size, (v + dv) * size) - skin(u * size, v * size));
  return { relief, grain: between(random, 0, Math.PI) };
}

/** Square plates with joints, each plate of its own tone and with a fine grain. */
function tiled(random: Random, detail: number): Finish {
  const turn = between(random, -0.06, 0.06);
  const along = Math.cos(turn);
  const across = Math.sin(turn);
  const side = between(random, 26, 44);
  const shiftU = between(random, 0, side);
  const shiftV = between(random, 0, side);
  const joint = between(random, 0.8, 1.5);
  const depth = between(random, 0.1, 0.2);
  const tones = createNoise(random);
  const grain = createNoise(random, 2 + detail, 0.8);
  const strength = between(random, 0.018, 0.035);
  const relief: Noise = (u, v) => {
    const p = (u * along + v * across + shiftU) / side + 3;
    const q = (v * along - u * across + shiftV) / side + 3;
    const column = Math.floor(p);
    const row = Math.floor(q);
    const nearest = side * Math.min(p - column, column + 1 - p, q - row, row + 1 - q);
    const groove = depth * (1 - smoothStep(joint - 0.7, joint + 0.7, nearest));
    return 0.035 * tones(column, row) + strength * grain(u * 0.4, v * 0.4) - groove;
  };
  return { relief, grain: between(random, 0, Math.PI) };
}

/** Multiplies the canvas by uneven light: a slope, a soft lamp spot and darker corners. */
export function shineLight(canvas: SurfaceCanvas, random: Random): void {
  const { height, width, scale, values } = canvas;
  const direction = between(random, 0, 2 * Math.PI);
  const slope = between(random, 0.03, 0.22);
  const slopeU = (slope * Math.cos(direction)) / 48;
  const slopeV = (slope * Math.sin(direction)) / 48;
  const lampU = between(random, 0, width / scale);
  const lampV = between(random, 0, height / scale);
  const lamp = between(random, 0, 0.2);
  const reach = 2 * between(random, 25, 55) ** 2;
  const corner = between(random, 0, 0.12) / (48 * 48);
  const middleU = width / scale / 2;
  const middleV = height / scale / 2;
  for (let y = 0; y < height; y++) {
    const v = (y + 0.5) / scale;
    for (let x = 0; x < width; x++) {
      const u = (x + 0.5) / scale;
      const fromMiddle = (u - middleU) ** 2 + (v - middleV) ** 2;
      const fromLamp = (u - lampU) ** 2 + (v - lampV) ** 2;
      const slant = slopeU * (u - middleU) + slopeV * (v - middleV);
      const light = 1 - lamp / 3 + slant + lamp * Math.exp(-fromLamp / reach) - corner * fromMiddle;
      const at = y * width + x;
      values[at] = (values[at] ?? 0) * light;
    }
  }
}
