import { createRandom, type Random } from '../../src/engine/random.ts';

/** What the split needs to know of a picture. */
export interface Grouped {
  readonly label: number;
  readonly group: number;
}

/** Random orders tried; the one nearest to the wanted shares wins. */
const TRIES = 200;

/**
 * Chooses the groups of the test part so that a group falls wholly into one part and every class keeps about
 * `testShare` of its pictures and of its groups there. Seeded: same items and seed, same choice.
 */
export function chooseTestGroups(
  items: readonly Grouped[],
  testShare: number,
  seed: number,
): ReadonlySet<number> {
  const counts = countClasses(items);
  const random = createRandom(seed, 'split by group');
  let best: ReadonlySet<number> = new Set();
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < TRIES; i++) {
    const { chosen, cost } = fillTestPart(counts, testShare, shuffled([...counts.keys()], random));
    if (cost < least) [best, least] = [chosen, cost];
  }
  return best;
}

/** Of every group: pictures per class, then 1 or 0 per class for "the class is in this group". */
type Counts = ReadonlyMap<number, readonly number[]>;

function countClasses(items: readonly Grouped[]): Counts {
  const classes = items.reduce((most, { label }) => Math.max(most, label + 1), 0);
  const counts = new Map<number, number[]>();
  for (const { label, group } of items) {
    const row = counts.get(group) ?? new Array<number>(2 * classes).fill(0);
    row[label] = (row[label] ?? 0) + 1;
    row[classes + label] = 1;
    counts.set(group, row);
  }
  return counts;
}

/** Takes the groups in turn and keeps each that brings the shares nearer to the goal. */
function fillTestPart(counts: Counts, share: number, order: readonly number[]) {
  const total = [...counts.values()].reduce(plus, []);
  const chosen = new Set<number>();
  let taken: readonly number[] = total.map(() => 0);
  let cost = distance(taken, total, share);
  for (const group of order) {
    const next = plus(taken, counts.get(group) ?? []);
    const nextCost = distance(next, total, share);
    if (nextCost >= cost) continue;
    chosen.add(group);
    [taken, cost] = [next, nextCost];
  }
  return { chosen, cost };
}

const plus = (a: readonly number[], b: readonly number[]): readonly number[] =>
  b.map((value, i) => value + (a[i] ?? 0));

/** Sum of the squared deviations of the shares taken from the share wanted. */
const distance = (taken: readonly number[], total: readonly number[], share: number): number =>
  total.reduce((sum, all, i) => sum + (all > 0 ? ((taken[i] ?? 0) / all - share) ** 2 : 0), 0);

/** Fisher and Yates. */
function shuffled(list: number[], random: Random): number[] {
  for (let i = list.length - 1; i > 0; i--) {
    const j = random.integer(0, i);
    const kept = list[i] ?? 0;
    list[i] = list[j] ?? 0;
    list[j] = kept;
  }
  return list;
}
