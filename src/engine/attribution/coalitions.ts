import { createRandom, type Random } from '../random.ts';

/** A set of players, and how much its output counts in the regression. */
export interface Coalition {
  /** 1 for each player that takes part. */
  readonly members: Uint8Array;
  readonly weight: number;
}

/** Which sizes are taken in full, and how many coalitions of the others are drawn. */
interface Plan {
  /** Sizes 1…`full` and their complements are enumerated. */
  readonly full: number;
  /** Pairs of a coalition and its complement, drawn. */
  readonly pairs: number;
  readonly count: number;
}

/**
 * Coalitions for the Shapley regression of `players`, at most `budget` of them, neither the empty nor the full
 * one. The kernel gives every size s the weight (n − 1)/(s(n − s)), shared by its coalitions. From both
 * ends inwards sizes are enumerated as long as they fit; what is left of the budget is drawn from the others by
 * their weight, each coalition with its complement. All 2ⁿ − 2 where they fit: then the regression is exact.
 * Lundberg, Lee 2017, as their `shap` does it; pairs: Covert, Lee 2021.
 */
export function chooseCoalitions(players: number, budget: number, seed: number): Coalition[] {
  const { full, pairs } = plan(players, budget);
  const sizes = Array.from({ length: Math.floor(players / 2) }, (_, i) => i + 1);
  const whole = sizes.slice(0, full).flatMap((size) => enumerate(players, size));
  return [...whole, ...draw(players, sizes.slice(full), pairs, createRandom(seed, 'coalitions'))];
}

/** How many `chooseCoalitions` gives. */
export const coalitionCount = (players: number, budget: number): number =>
  plan(players, budget).count;

function plan(players: number, budget: number): Plan {
  const half = Math.floor(players / 2);
  let full = 0;
  let used = 0;
  while (full < half) {
    const both = choose(players, full + 1) * (isMiddle(players, full + 1) ? 1 : 2);
    if (used + both > budget) break;
    used += both;
    full++;
  }
  const pairs = full === half ? 0 : Math.floor((budget - used) / 2);
  return { full, pairs, count: used + 2 * pairs };
}

const isMiddle = (players: number, size: number): boolean => 2 * size === players;

/** Weight of all coalitions of a size together. */
const kernel = (players: number, size: number): number => (players - 1) / (size * (players - size));

function choose(n: number, k: number): number {
  let result = 1;
  for (let i = 1; i <= k; i++) result *= (n - k + i) / i;
  return Math.round(result);
}

/** Every coalition of a size and, unless that is the same size, every complement. */
function enumerate(players: number, size: number): Coalition[] {
  const weight = kernel(players, size) / choose(players, size);
  const found: Coalition[] = [];
  const chosen: number[] = [];
  const extend = (from: number) => {
    if (chosen.length === size) {
      const members = new Uint8Array(players);
      for (const player of chosen) members[player] = 1;
      found.push({ members, weight });
      if (!isMiddle(players, size)) found.push({ members: complement(members), weight });
      return;
    }
    for (let player = from; player < players; player++) {
      chosen.push(player);
      extend(player + 1);
      chosen.pop();
    }
  };
  extend(0);
  return found;
}

/** Drawn coalitions share the weight of all that were not enumerated. */
function draw(
  players: number,
  sizes: readonly number[],
  pairs: number,
  random: Random,
): Coalition[] {
  const weights = sizes.map((size) => kernel(players, size) * (isMiddle(players, size) ? 1 : 2));
  const left = weights.reduce((sum, weight) => sum + weight, 0);
  const weight = left / (2 * pairs);
  return Array.from({ length: pairs }, () => {
    let rest = random.uniform() * left;
    const at = weights.findIndex((one) => (rest -= one) < 0);
    const members = drawMembers(players, sizes.at(at) ?? 1, random);
    return [
      { members, weight },
      { members: complement(members), weight },
    ];
  }).flat();
}

/** Fisher and Yates, as far as the size. */
function drawMembers(players: number, size: number, random: Random): Uint8Array {
  const order = Array.from({ length: players }, (_, i) => i);
  const members = new Uint8Array(players);
  for (let i = 0; i < size; i++) {
    const j = random.integer(i, players - 1);
    [order[i], order[j]] = [order[j], order[i]];
    members[order[i]] = 1;
  }
  return members;
}

const complement = (members: Uint8Array): Uint8Array => members.map((member) => 1 - member);
