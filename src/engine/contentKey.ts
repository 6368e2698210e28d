import type { ModelInput } from '../domain/picture.ts';

/**
 * Text that stands for a picture's content: its size and two 32-bit MurmurHash3 sums (Appleby) of
 * its float bits. Equal pictures have equal keys; different ones share a key by a chance of 2⁻⁶⁴.
 */
export function contentKey({ height, width, channels, values }: ModelInput): string {
  const words = new Int32Array(values.buffer, values.byteOffset, values.length);
  return `${height}×${width}×${channels} ${murmur(words, 0)} ${murmur(words, 0x9747b28c)}`;
}

const rotate = (value: number, by: number): number => (value << by) | (value >>> (32 - by));

function murmur(words: Int32Array, seed: number): number {
  let hash = seed;
  for (const word of words) {
    hash ^= Math.imul(rotate(Math.imul(word, 0xcc9e2d51), 15), 0x1b873593);
    hash = (Math.imul(rotate(hash, 13), 5) + 0xe6546b64) | 0;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
