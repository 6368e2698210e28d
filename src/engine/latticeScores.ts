import type { Analysis } from '../domain/analysis.ts';
import type { AttributionMap } from '../domain/attribution.ts';
import { motionOf } from '../domain/motion.ts';
import type { Motion } from '../domain/perturbation.ts';
import type { Task } from '../domain/progress.ts';
import type { Score } from '../domain/score.ts';
import type { Settings } from '../domain/settings.ts';
import type { Engine } from './engine.ts';
import { explain } from './explain.ts';
import { onLattice } from './lattice.ts';
import { preparePair } from './metrics/preparePair.ts';
import { scorePair } from './metrics/scorePair.ts';
import { perturb } from './perturbation/registry.ts';
import { sweepPlaces } from './places.ts';

/** A shift on the lattice and how well the explanation follows it. */
export interface LatticePoint {
  readonly motion: Motion;
  readonly alignedTopK: Score | null;
}

/**
 * Aligned top-k at the non-zero multiples of the network's stride that a shift map visits: what `latticeEvidence` tells aliasing
 * from change by. One gradient for each.
 * @throws as `explain`
 */
export async function latticeScores(
  engine: Engine,
  analysis: Analysis,
  settings: Settings,
  task: Task,
): Promise<LatticePoint[]> {
  const { totalStride } = analysis.card;
  const places = sweepPlaces('shiftMap', settings.perturbation, totalStride).flatMap(
    ({ place }) => {
      const motion = motionOf(place);
      const moved = motion && (motion.dx !== 0 || motion.dy !== 0);
      return moved && onLattice(motion, totalStride) ? [{ place, motion }] : [];
    },
  );
  const changes = await Promise.all(
    places.map(({ place }) => perturb(analysis.original.input, place, settings.seed)),
  );
  const explained = await explain(
    engine,
    changes.map(({ input }) => input),
    { targetClass: analysis.targetClass, settings },
    (done, total) => task.checkpoint({ stage: 'shiftMap', done, total }),
  );
  return places.map(({ motion }, i) => ({
    motion,
    alignedTopK: alignedTopK(analysis.original.map, explained[i].map, motion, settings),
  }));
}

function alignedTopK(
  original: AttributionMap,
  perturbed: AttributionMap,
  motion: Motion,
  settings: Settings,
): Score | null {
  const pair = preparePair({ original, perturbed, motion });
  return scorePair(pair, settings.score).aligned?.topKIntersection ?? null;
}
