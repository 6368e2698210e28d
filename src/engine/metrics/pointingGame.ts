import type { ScoreMap } from './scoreMap.ts';

/** 1 where the truth is, row-major, as large as the map. */
export type TruthMask = Uint8Array;

/**
 * Does the strongest pixel lie on the defect? The first of equal ones counts. `null` when the mask is empty.
 * Source: Zhang, Lin, Brandt, Shen, Sclaroff, "Top-down Neural Attention by Excitation Backprop", ECCV 2016; there a miss by
 * up to 15 pixels counts as a hit, here none.
 */
export function pointingGame({ values }: ScoreMap, mask: TruthMask): boolean | null {
  if (!mask.includes(1)) return null;
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i] > values[best]) best = i;
  return mask[best] === 1;
}
