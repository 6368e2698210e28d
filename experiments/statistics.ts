/** Numbers of many pictures, in short. */
export interface Summary {
  readonly count: number;
  readonly mean: number | null;
  readonly median: number | null;
  readonly min: number | null;
  readonly max: number | null;
}

/** Null entries are left out and not counted; of no numbers everything is null. The median of an even number is the mean of the middle two. */
export function summarise(values: readonly (number | null)[]): Summary {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  const count = known.length;
  if (count === 0) return { count, mean: null, median: null, min: null, max: null };
  const middle = [known[Math.ceil(count / 2) - 1], known[Math.floor(count / 2)]];
  return {
    count,
    mean: known.reduce((sum, value) => sum + value, 0) / count,
    median: (middle[0] + middle[1]) / 2,
    min: known[0],
    max: known[count - 1],
  };
}
