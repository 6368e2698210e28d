import type { Mask } from '../../domain/truth.ts';
import { pairTruth } from '../metrics/pairTruth.ts';
import { type BeliefCheck, cannotSay } from './beliefCheck.ts';

/** A mask that covers more says nothing: half of all heatmaps would hit it. */
const LARGEST_SHARE = 0.5;

/**
 * Pointing game on the mask or box that the user gave: 1 when the strongest pixel lies on it, else 0. Reference: the share of the picture
 * it covers, which is how often a heatmap that knows nothing hits. A miss within w pixels is doubtful: those are neighbours everywhere here.
 * Zhang et al. 2016; `pointingGame`.
 */
export const pointing: BeliefCheck = async ({ original: { map }, mask, settings }) => {
  if (!mask) return cannotSay('no-mask');
  const { original, maskShare } = pairTruth({ original: map, perturbed: map }, mask, null);
  if (original.pointingGame === null) return cannotSay('empty-mask');
  const reference = { mean: maskShare.original, spread: null };
  const value = Number(original.pointingGame);
  const found = { value, reference, evidence: null };
  if (maskShare.original > LARGEST_SHARE)
    return { ...found, verdict: 'cannotSay', reason: 'mask-too-large' };
  if (original.pointingGame) return { ...found, verdict: 'pass', reason: 'hit' };
  return isNear(map.values, mask, settings.score.windowRadius)
    ? { ...found, verdict: 'doubtful', reason: 'near-miss' }
    : { ...found, verdict: 'fail', reason: 'miss' };
};

/** The strongest pixel lies within w pixels of the mask. */
function isNear(values: ArrayLike<number>, { height, width, flags }: Mask, w: number): boolean {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i] > values[best]) best = i;
  const [row, column] = [Math.floor(best / width), best % width];
  for (let y = Math.max(0, row - w); y <= Math.min(height - 1, row + w); y++)
    for (let x = Math.max(0, column - w); x <= Math.min(width - 1, column + w); x++)
      if (flags[y * width + x]) return true;
  return false;
}
