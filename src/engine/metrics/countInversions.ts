/** Runs of this length are sorted by insertion before they are merged. */
const RUN = 16;

/**
 * Number of pairs i < j with sequence[i] > sequence[j], equal ones not counted. Sorts the sequence. Merge sort from the
 * bottom up: O(N log N).
 */
export function countInversions(sequence: Uint32Array<ArrayBuffer>): number {
  let inversions = 0;
  for (let start = 0; start < sequence.length; start += RUN)
    inversions += insertionSort(sequence, start, Math.min(sequence.length, start + RUN));
  let from = sequence;
  let to = new Uint32Array(sequence.length);
  for (let length = RUN; length < sequence.length; length *= 2) {
    for (let start = 0; start < from.length; start += 2 * length)
      inversions += merge(from, to, start, length);
    [from, to] = [to, from];
  }
  return inversions;
}

function insertionSort(sequence: Uint32Array, start: number, end: number): number {
  let moves = 0;
  for (let i = start + 1; i < end; i++) {
    const value = sequence[i];
    let j = i;
    for (; j > start && sequence[j - 1] > value; j--) sequence[j] = sequence[j - 1];
    sequence[j] = value;
    moves += i - j;
  }
  return moves;
}

/**
 * Merges two runs of `length` (the second may be cut short or missing); whenever the right one comes first, all that is
 * left of the left one is counted. Without a branch on the values, which no processor can foresee.
 */
function merge(from: Uint32Array, to: Uint32Array, start: number, length: number): number {
  const middle = Math.min(from.length, start + length);
  const end = Math.min(from.length, start + 2 * length);
  let inversions = 0;
  let left = start;
  let right = middle;
  let at = start;
  while (left < middle && right < end) {
    const [a, b] = [from[left], from[right]];
    const takesRight = +(a > b);
    to[at++] = takesRight ? b : a;
    inversions += takesRight * (middle - left);
    left += 1 - takesRight;
    right += takesRight;
  }
  while (left < middle) to[at++] = from[left++];
  while (right < end) to[at++] = from[right++];
  return inversions;
}
