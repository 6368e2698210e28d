interface Cluster {
  readonly members: readonly number[];
  /** Mean of the wanted centres: where the cluster is least displaced. */
  readonly centre: number;
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Merges neighbours until no two clusters overlap; the least-squares solution of moving labels apart. */
function merged(clusters: readonly Cluster[], wanted: readonly number[], size: number): Cluster[] {
  const done: Cluster[] = [];
  for (const cluster of clusters) {
    let current = cluster;
    for (let last = done.at(-1); last; last = done.at(-1)) {
      const room = ((last.members.length + current.members.length) / 2) * size;
      if (current.centre - last.centre >= room) break;
      done.pop();
      const members = [...last.members, ...current.members];
      current = { members, centre: meanOf(members.map((i) => wanted[i] ?? 0)) };
    }
    done.push(current);
  }
  return done;
}

/**
 * Heights of labels of height `size`, moved apart so that none overlap and none leaves `[top, bottom]` (by its
 * centre ± size/2), with least squared displacement inside each group that had to move. Order by wanted height, ties by index, is
 * kept. Where there is not room for all, they are spread evenly from `top`. Same order as `wanted`.
 */
export function placeEndLabels(
  wanted: readonly number[],
  size: number,
  top: number,
  bottom: number,
): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const clusters = order.map((i) => ({ members: [i], centre: wanted[i] ?? 0 }));
  const centres = new Array<number>(wanted.length).fill(0);
  for (const { members, centre } of merged(clusters, wanted, size))
    members.forEach((i, n) => {
      centres[i] = centre + (n - (members.length - 1) / 2) * size;
    });
  let ceiling = bottom - size / 2;
  for (const i of [...order].reverse()) {
    centres[i] = Math.min(centres[i] ?? 0, ceiling);
    ceiling = (centres[i] ?? 0) - size;
  }
  let floor = top + size / 2;
  for (const i of order) {
    centres[i] = Math.max(centres[i] ?? 0, floor);
    floor = (centres[i] ?? 0) + size;
  }
  return centres;
}
