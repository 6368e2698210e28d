/**
 * A set of pixels of an area, one bit each: bit `x % 32` of word `y·stride + ⌊x / 32⌋`.
 * Bits beyond the last column are 0, so that counting needs no care for the border.
 */
export interface PixelSet {
  readonly height: number;
  readonly width: number;
  /** Words of one row. */
  readonly stride: number;
  readonly words: Uint32Array;
}

/** A set without a pixel. */
export function emptySet(height: number, width: number): PixelSet {
  const stride = (width + 31) >>> 5;
  return { height, width, stride, words: new Uint32Array(height * stride) };
}

/** Whether the pixel of row y and column x, both inside the area, is in the set. */
export function hasPixel({ words, stride }: PixelSet, y: number, x: number): boolean {
  return ((words[y * stride + (x >>> 5)] >>> (x & 31)) & 1) === 1;
}

/** Number of bits of a 32-bit word that are 1, by adding neighbours in parallel. */
function countBits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** |S|. */
export function countPixels({ words }: PixelSet): number {
  let count = 0;
  for (const word of words) count += countBits(word);
  return count;
}

/** |S ∩ T| of two sets of the same area. */
export function countShared({ words }: PixelSet, other: PixelSet): number {
  let count = 0;
  for (let i = 0; i < words.length; i++) count += countBits(words[i] & other.words[i]);
  return count;
}
