import type { Score } from '../../domain/score.ts';
import { correlationScore } from './correlationScore.ts';
import { countInversions } from './countInversions.ts';
import { pairsOf, type RankedMap } from './rankedMap.ts';

/**
 * Kendall's τ-b over all pixels: (C − D) / √((n₀ − n₁)(n₀ − n₂)), C and D the pairs ordered alike and otherwise, n₀ all
 * pairs, n₁ and n₂ those tied in one map. −1…1, higher is more stable. Chance 0. Undefined, `constant-map`, when
 * one map is constant. O(N log N): D is the number of inversions of B read in the order of A.
 * Source: Kendall 1945; Knight, "A Computer Method for Calculating Kendall's Tau with Ungrouped Data", 1966.
 */
export function kendall(original: RankedMap, perturbed: RankedMap): Score {
  const pairs = pairsOf(original.order.length);
  const untiedA = pairs - original.tiedPairs;
  const untiedB = pairs - perturbed.tiedPairs;
  if (untiedA === 0 || untiedB === 0) return correlationScore(null);
  const { sequence, tiedInBoth } = inOrderOf(original, perturbed);
  const discordant = countInversions(sequence);
  const concordant = untiedA + untiedB - pairs + tiedInBoth - discordant;
  const root = untiedA === untiedB ? untiedA : Math.sqrt(untiedA) * Math.sqrt(untiedB);
  return correlationScore((concordant - discordant) / root);
}

/**
 * Dense ranks of B (0 largest) in the order of A, within a tie of A in their own order; and the pairs tied in both.
 */
function inOrderOf(a: RankedMap, b: RankedMap) {
  const { denseRanks: rankA, order } = a;
  const { denseRanks: rankB } = b;
  const sequence = new Uint32Array(rankB.length);
  if (a.tiedPairs === 0) {
    for (let i = 0; i < sequence.length; i++) sequence[i] = rankB[order[i]];
    return { sequence, tiedInBoth: 0 };
  }
  const next = new Uint32Array(order.length + 1);
  for (const rank of rankA) next[rank + 1]++;
  for (let rank = 1; rank < next.length; rank++) next[rank] += next[rank - 1];
  const ranksA = new Uint32Array(rankB.length);
  // B's order dealt into the ties of A: each then holds its pixels in B's order.
  for (const pixel of b.order) {
    const place = next[rankA[pixel]]++;
    sequence[place] = rankB[pixel];
    ranksA[place] = rankA[pixel];
  }
  let tiedInBoth = 0;
  for (let start = 0; start < sequence.length; ) {
    let end = start + 1;
    while (sequence[end] === sequence[start] && ranksA[end] === ranksA[start]) end++;
    tiedInBoth += pairsOf(end - start);
    start = end;
  }
  return { sequence, tiedInBoth };
}
