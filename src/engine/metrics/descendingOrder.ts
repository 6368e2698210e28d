/** Pixel indices; two bytes each while they fit, because the page holds hundreds of maps. */
export type PixelOrder = Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

const DIGIT_BITS = 11;
const BUCKETS = 1 << DIGIT_BITS;

/**
 * Row-major indices of all values, largest value first; equal values (0 and −0 are equal) in index
 * order. Length N. Values must be finite.
 *
 * Radix sort, least digit first, over the bits of the floats: stable, hence the tie rule, and O(N).
 * The bits of positive floats rise with the value, those of negative ones fall.
 */
export function descendingOrder(values: Float32Array | Float64Array): PixelOrder {
  const identity = new Uint32Array(values.length);
  for (let i = 0; i < identity.length; i++) identity[i] = i;
  const order = sortableWords(values).reduce(sortByWord, identity);
  return order.length <= 0x10000 ? new Uint16Array(order) : order;
}

/** Keys that rise while the value falls, as unsigned words, least significant first. */
function sortableWords(values: Float32Array | Float64Array): Uint32Array[] {
  const single = values instanceof Float32Array;
  const copy = single ? new Float32Array(values.length) : new Float64Array(values.length);
  // −0 + 0 is +0: without it the two zeros would not tie.
  for (let i = 0; i < values.length; i++) copy[i] = values[i] + 0;
  const bits = new Uint32Array(copy.buffer);
  return single ? [fallingTop(bits, 1, 0)] : [fallingLow(bits), fallingTop(bits, 2, 1)];
}

/** The words with the sign, every `step`th from `first` on. */
function fallingTop(bits: Uint32Array, step: number, first: number): Uint32Array {
  const keys = new Uint32Array(bits.length / step);
  for (let i = 0; i < keys.length; i++) {
    const word = bits[i * step + first];
    keys[i] = word >>> 31 === 1 ? word : ~word & 0x7fffffff;
  }
  return keys;
}

/** The low words of float64 values; the sign stands in the word behind (little-endian, as all our machines). */
function fallingLow(bits: Uint32Array): Uint32Array {
  const keys = new Uint32Array(bits.length / 2);
  for (let i = 0; i < keys.length; i++)
    keys[i] = bits[2 * i + 1] >>> 31 === 1 ? bits[2 * i] : ~bits[2 * i];
  return keys;
}

type Indices = Uint32Array<ArrayBuffer>;

function sortByWord(order: Indices, word: Uint32Array): Indices {
  let from = order;
  let to = new Uint32Array(order.length);
  for (let shift = 0; shift < 32; shift += DIGIT_BITS)
    if (sortByDigit(from, to, word, shift)) [from, to] = [to, from];
  return from;
}

/** Sorts `from` into `to`; false, and nothing done, when all values share the digit. */
function sortByDigit(from: Indices, to: Indices, word: Uint32Array, shift: number): boolean {
  const next = new Uint32Array(BUCKETS);
  for (let i = 0; i < word.length; i++) next[(word[i] >>> shift) & (BUCKETS - 1)]++;
  if (next[(word[0] >>> shift) & (BUCKETS - 1)] === word.length) return false;
  let start = 0;
  for (let digit = 0; digit < BUCKETS; digit++) {
    const size = next[digit];
    next[digit] = start;
    start += size;
  }
  for (let i = 0; i < from.length; i++) {
    const pixel = from[i];
    to[next[(word[pixel] >>> shift) & (BUCKETS - 1)]++] = pixel;
  }
  return true;
}
