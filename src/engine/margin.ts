import type { GradientCheck, ParityCheck } from '../domain/backend.ts';
import type { Margin, MarginTurn, MarginVisit } from '../domain/margin.ts';
import { coarseWalk, type MarginPath, marginPath } from '../domain/marginPath.ts';
import type { Task } from '../domain/progress.ts';
import type { PairScores, VerdictId } from '../domain/score.ts';
import type { Engine } from './engine.ts';
import { explain } from './explain.ts';
import { preparePair } from './metrics/preparePair.ts';
import { scorePair } from './metrics/scorePair.ts';
import { perturb } from './perturbation/registry.ts';
import { checkRequest, type PictureRequest } from './request.ts';
import { decideVerdict } from './verdict.ts';

/** A picture, the class its original was explained for, and what its verdicts stand on beside scores. */
export interface MarginRequest extends PictureRequest {
  readonly targetClass: number;
  readonly gradientCheck: GradientCheck;
  readonly parity: ParityCheck | null;
}

/** One evaluation: the verdict `index` steps away from no change. */
type Visit = (index: number) => Promise<MarginVisit>;

/** How many evaluations a bisection takes at most, for the progress bar. */
const BISECTION = 5;

/**
 * The stability margin: the smallest strength of the chosen perturbation, on the side and along the direction
 * that is set, at which the verdict is no longer that of no change, and the smallest at which it is neither `stable`
 * nor `movedWithPart`. Verdicts are those of `decideVerdict`, from the same scores, k, w and thresholds.
 *
 * A coarse walk goes outwards from no change in up to 16 places, closer together where the strength is small,
 * until the verdict is another one; then the gap before it is halved down to the step of the card. A verdict
 * that turns and turns back between two neighbouring places of the walk is not seen: `widestGap` says how far
 * apart they are. Where nothing can be judged even without a change, nothing else is visited.
 * @param onVisit called once for each place, in the order they are visited
 * @throws as `analyse`; visits handed over before stay good. No tensor stays behind.
 */
export async function stabilityMargin(
  engine: Engine,
  request: MarginRequest,
  task: Task,
  onVisit: (visit: MarginVisit) => void = () => {},
): Promise<Margin> {
  checkRequest(request, engine.model.card);
  const path = marginPath(request.settings.perturbation);
  const walk = coarseWalk(path.steps);
  const known = new Map<number, MarginVisit>();
  const evaluate = await evaluator(engine, request, path, async () => {
    const total = Math.max(walk.length + BISECTION, known.size + 1);
    await task.checkpoint({ stage: 'study', done: known.size, total });
  });
  const visit: Visit = async (index) => {
    const before = known.get(index);
    if (before) return before;
    const fresh = await evaluate(index);
    known.set(index, fresh);
    onVisit(fresh);
    return fresh;
  };

  const rest = await visit(0);
  const judged = holds(rest.verdict);
  const turn = judged ? await firstTurn(walk, visit, (id) => id === rest.verdict) : null;
  const loss = turn && (await firstTurn(walk, visit, holds));
  const indices = [...known.keys()].sort((a, b) => a - b);
  await task.checkpoint({ stage: 'study', done: known.size, total: known.size });
  return {
    rest,
    turn,
    loss,
    limit: path.at(path.steps),
    step: path.step,
    widestGap: path.step * Math.max(0, ...indices.slice(1).map((index, i) => index - indices[i])),
    visits: await Promise.all(indices.map(visit)),
  };
}

/** The explanation can be believed so far. */
const holds = (id: VerdictId): boolean => id === 'stable' || id === 'movedWithPart';

/** Walks outwards until `holding` ends, then halves the last gap. */
async function firstTurn(
  walk: readonly number[],
  visit: Visit,
  holding: (id: VerdictId) => boolean,
): Promise<MarginTurn | null> {
  let inside = 0;
  for (const index of walk) {
    if (holding((await visit(index)).verdict)) {
      inside = index;
      continue;
    }
    let outside = index;
    while (outside - inside > 1) {
      const middle = Math.floor((inside + outside) / 2);
      if (holding((await visit(middle)).verdict)) inside = middle;
      else outside = middle;
    }
    return { from: await visit(inside), to: await visit(outside) };
  }
  return null;
}

/** Explains the original once, then one place after the other. */
async function evaluator(
  engine: Engine,
  request: MarginRequest,
  path: MarginPath,
  checkpoint: () => Promise<void>,
): Promise<Visit> {
  const { input, settings, gradientCheck, parity } = request;
  const [original] = await explain(engine, [input], request, checkpoint);
  return async (index) => {
    await checkpoint();
    const changed = await perturb(input, path.place(index), settings.seed);
    const [perturbed] = await explain(engine, [changed.input], request, checkpoint);
    const { motion } = changed;
    const pair = preparePair({ original: original.map, perturbed: perturbed.map, motion });
    const scores = scorePair(pair, settings.score);
    const { id, reason } = decideVerdict({
      scores,
      motion,
      originalClass: original.predictedClass,
      perturbedClass: perturbed.predictedClass,
      gradientCheck,
      parity,
      deadGradient: original.deadGradient || perturbed.deadGradient,
      thresholds: settings.thresholds,
      // Tells only why a verdict is `changed`, never which verdict it is.
      lattice: null,
    });
    const { predictedClass } = perturbed;
    return { at: path.at(index), verdict: id, reason, predictedClass, ...shownScores(scores) };
  };
}

function shownScores({ raw, aligned }: PairScores): Pick<MarginVisit, 'topK' | 'lens'> {
  const { topKIntersection, lensRecallAtK, lensPrecisionAtK } = aligned ?? raw;
  const [recall, precision] = [lensRecallAtK.corrected, lensPrecisionAtK.corrected];
  const lens = recall === null || precision === null ? null : Math.min(recall, precision);
  return { topK: topKIntersection.corrected, lens };
}
