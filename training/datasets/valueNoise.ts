import type { Random } from '../../src/engine/random.ts';

/** Smooth noise over the plane: −1…1, mean 0, one bump per unit. */
export type Noise = (u: number, v: number) => number;

/**
 * Random numbers on the whole-number lattice, blended smoothly between (value noise), `octaves` layers of it:
 * each twice as fine and `gain` as strong as the one before; the sum reaches beyond ±1 then.
 * The lattice is an integer hash of the place (no table), keyed by one draw from `random`.
 */
export function createNoise(random: Random, octaves = 1, gain = 0.5): Noise {
  const key = random.integer(0, 0x7fffffff);
  return (u, v) => {
    let sum = 0;
    let strength = 1;
    let size = 1;
    for (let i = 0; i < octaves; i++) {
      sum += strength * lattice(u * size, v * size, (key + i * 0x9e3779b1) | 0);
      strength *= gain;
      size *= 2;
    }
    return sum;
  };
}

function lattice(u: number, v: number, key: number): number {
  const left = Math.floor(u);
  const top = Math.floor(v);
  const s = u - left;
  const t = v - top;
  const ease = s * s * (3 - 2 * s);
  const rowA = Math.imul(top, 0x27d4eb2f) ^ key;
  const rowB = Math.imul(top + 1, 0x27d4eb2f) ^ key;
  const columnA = Math.imul(left, 0x165667b1);
  const columnB = Math.imul(left + 1, 0x165667b1);
  const a = scramble(columnA ^ rowA);
  const b = scramble(columnA ^ rowB);
  const upper = a + ease * (scramble(columnB ^ rowA) - a);
  const lower = b + ease * (scramble(columnB ^ rowB) - b);
  return upper + t * t * (3 - 2 * t) * (lower - upper);
}

/** The finaliser of xxHash32, scaled to −1…1. */
function scramble(place: number): number {
  let hash = Math.imul(place ^ (place >>> 15), 0x85ebca77);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae3d);
  return (hash ^ (hash >>> 16)) / 0x80000000;
}
