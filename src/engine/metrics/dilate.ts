import type { PixelSet } from './pixelSet.ts';

/**
 * N_w(S): all pixels within Chebyshev distance `radius` of the set, the (2w+1)×(2w+1) squares cut at
 * the border of the area. Radius 0 gives an equal set. `radius` is a whole number ≥ 0.
 *
 * Separable: first along the rows, then along the columns, both ways each. One way goes by doubling:
 * a set that was spread over m pixels, OR-ed with itself moved by up to m + 1, is spread over 2m + 1.
 * That is log₂ w steps over N/32 words: less than one pass over N pixels, whatever the radius.
 */
export function dilate(set: PixelSet, radius: number): PixelSet {
  const { height, width, stride } = set;
  const words = set.words.slice();
  const other = set.words.slice();
  spread(words, radius, stride, orRight);
  spread(other, radius, stride, orLeft);
  const lastColumns = 0xffffffff >>> (-width & 31);
  for (let i = 0; i < words.length; i++) words[i] |= other[i];
  for (let i = stride - 1; i < words.length; i += stride) words[i] &= lastColumns;
  other.set(words);
  spread(words, radius, stride, orDown);
  spread(other, radius, stride, orUp);
  for (let i = 0; i < words.length; i++) words[i] |= other[i];
  return { height, width, stride, words };
}

/** ORs the words with themselves, moved by `step` pixels in one direction, in place. */
type MoveAndOr = (words: Uint32Array, stride: number, step: number) => void;

function spread(words: Uint32Array, radius: number, stride: number, moveAndOr: MoveAndOr): void {
  for (let reach = 0; reach < radius; ) {
    const step = Math.min(reach + 1, radius - reach);
    moveAndOr(words, stride, step);
    reach += step;
  }
}

const orRight: MoveAndOr = (words, stride, step) => {
  const whole = step >>> 5;
  const rest = step & 31;
  for (let row = 0; row < words.length; row += stride)
    for (let j = stride - 1; j >= whole; j--) {
      const at = row + j - whole;
      // A shift by 32 − 0 would be a shift by 0: the neighbour has no part in a move by whole words.
      const carried = rest > 0 && j > whole ? words[at - 1] >>> (32 - rest) : 0;
      words[row + j] |= (words[at] << rest) | carried;
    }
};

const orLeft: MoveAndOr = (words, stride, step) => {
  const whole = step >>> 5;
  const rest = step & 31;
  for (let row = 0; row < words.length; row += stride)
    for (let j = 0; j < stride - whole; j++) {
      const at = row + j + whole;
      const carried = rest > 0 && j + whole + 1 < stride ? words[at + 1] << (32 - rest) : 0;
      words[row + j] |= (words[at] >>> rest) | carried;
    }
};

const orDown: MoveAndOr = (words, stride, step) => {
  const distance = step * stride;
  for (let i = words.length - 1; i >= distance; i--) words[i] |= words[i - distance];
};

const orUp: MoveAndOr = (words, stride, step) => {
  const distance = step * stride;
  for (let i = 0; i < words.length - distance; i++) words[i] |= words[i + distance];
};
