import { inverseOf, similarityOf } from '../../domain/motion.ts';
import type { Motion } from '../../domain/perturbation.ts';
import { Problem } from '../../domain/problem.ts';
import type { BeforeAfter } from '../../domain/score.ts';
import type { Mask, PairTruth, TruthScores } from '../../domain/truth.ts';
import { pointingGame } from './pointingGame.ts';
import { relevanceMassAccuracy } from './relevanceMassAccuracy.ts';
import { relevanceRankAccuracy } from './relevanceRankAccuracy.ts';
import type { ScoreMap } from './scoreMap.ts';

/**
 * The mask where the part went: each pixel asks the nearest one it came from, so that part pixels are rounded. What moved
 * out of the picture is lost, what came in is not marked. The same mask when nothing moved.
 */
export function movedMask(mask: Mask, motion: Motion | null): Mask {
  if (!motion) return mask;
  const { height, width, flags } = mask;
  const { a, b, x0, y0 } = similarityOf(inverseOf(motion), mask);
  const moved = flags.map((_, i) => {
    const [toX, toY] = [i % width, Math.floor(i / width)];
    const y = Math.round(b * toX + a * toY + y0);
    const x = Math.round(a * toX - b * toY + x0);
    return y >= 0 && y < height && x >= 0 && x < width ? flags[y * width + x] : 0;
  });
  return { height, width, flags: moved };
}

const against = (map: ScoreMap, { flags }: Mask): TruthScores => ({
  pointingGame: pointingGame(map, flags),
  relevanceMassAccuracy: relevanceMassAccuracy(map, flags),
  relevanceRankAccuracy: relevanceRankAccuracy(map, flags),
});

const shareOf = ({ flags }: Mask): number =>
  flags.reduce((sum, flag) => sum + flag, 0) / flags.length;

/**
 * How well each map points at the defect. The mask marks it in the original picture; the perturbed map is held against
 * the mask moved with the part (`movedMask`). Scores are null where nothing is marked, or (mass) nothing positive.
 * @throws Problem `map-size-mismatch`
 */
export function pairTruth(
  maps: BeforeAfter<ScoreMap>,
  mask: Mask,
  motion: Motion | null,
): PairTruth {
  const sizeOf = ({ height, width }: Pick<Mask, 'height' | 'width'>) => `${height}×${width}`;
  const [allowed, got] = [sizeOf(maps.original), sizeOf(mask)];
  if (allowed !== got) {
    const message = `mask must be ${allowed}, as the maps are, got ${got}`;
    throw new Problem('map-size-mismatch', { what: 'mask', allowed, got }, message);
  }
  const moved = movedMask(mask, motion);
  return {
    original: against(maps.original, mask),
    perturbed: against(maps.perturbed, moved),
    maskShare: { original: shareOf(mask), perturbed: shareOf(moved) },
  };
}
