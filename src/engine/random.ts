import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** The only source of chance in the engine: same seed, same numbers, on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  uniform(): number;
  /** Standard normal (Box and Muller 1958; both values of a pair are used). */
  normal(): number;
  /** −1 or 1, each with probability one half. */
  sign(): -1 | 1;
  /** Whole number from `min` to `max`, both included, without modulo bias. */
  integer(min: number, max: number): number;
}

/**
 * A generator for one purpose.
 * @param seed whole number 0…2³²−1, from the settings
 * @param stream names the purpose, so that two users of one seed do not draw the same numbers
 */
export function createRandom(seed: number, stream = ''): Random {
  const generator = xoroshiro128plus(seed ^ hashStream(stream));
  const uniform = () => uniformFloat64(generator);
  let spare: number | null = null;
  return {
    uniform,
    normal() {
      if (spare !== null) {
        const value = spare;
        spare = null;
        return value;
      }
      const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
      const angle = 2 * Math.PI * uniform();
      spare = radius * Math.sin(angle);
      return radius * Math.cos(angle);
    },
    sign: () => (uniform() < 0.5 ? -1 : 1),
    integer: (min, max) => uniformInt(generator, min, max),
  };
}

/** FNV-1a, 32 bits. */
function hashStream(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash;
}
