import type { Motion } from '../src/domain/perturbation.ts';
import { Problem } from '../src/domain/problem.ts';
import type { BeforeAfter } from '../src/domain/score.ts';
import { pointingGame } from '../src/engine/metrics/pointingGame.ts';
import { relevanceMassAccuracy } from '../src/engine/metrics/relevanceMassAccuracy.ts';
import { relevanceRankAccuracy } from '../src/engine/metrics/relevanceRankAccuracy.ts';
import type { ScoreMap } from '../src/engine/metrics/scoreMap.ts';
import type { Mask } from '../src/image/maskFile.ts';

/** The mask where the part went: each pixel asks the nearest one it came from; what moved out is lost. */
function moved({ height, width, flags }: Mask, { dx, dy }: Motion): Uint8Array {
  return flags.map((_, i) => {
    const y = Math.round(Math.floor(i / width) - dy);
    const x = Math.round((i % width) - dx);
    return y >= 0 && y < height && x >= 0 && x < width ? flags[y * width + x] : 0;
  });
}

const against = (map: ScoreMap, flags: Uint8Array): object => ({
  pointingGame: pointingGame(map, flags),
  relevanceMassAccuracy: relevanceMassAccuracy(map, flags),
  relevanceRankAccuracy: relevanceRankAccuracy(map, flags),
});

/**
 * How well each map points at the defect. The mask marks it in the original picture; the perturbed map is held against
 * the mask moved with the part. Null where nothing is marked, or (mass) nothing positive.
 * @throws Problem `map-size-mismatch`
 */
export function truthJson(
  maps: BeforeAfter<ScoreMap>,
  mask: Mask,
  motion: Motion | null,
): BeforeAfter<object> {
  const sizeOf = ({ height, width }: Pick<Mask, 'height' | 'width'>) => `${height}×${width}`;
  const [allowed, got] = [sizeOf(maps.original), sizeOf(mask)];
  if (allowed !== got) {
    const message = `mask must be ${allowed}, as the maps are, got ${got}`;
    throw new Problem('map-size-mismatch', { what: 'mask', allowed, got }, message);
  }
  return {
    original: against(maps.original, mask.flags),
    perturbed: against(maps.perturbed, motion ? moved(mask, motion) : mask.flags),
  };
}
