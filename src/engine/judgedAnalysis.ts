import type { Task } from '../domain/progress.ts';
import type { JudgedAnalysis } from '../domain/regimes.ts';
import type { Engine } from './engine.ts';
import { preparePair } from './metrics/preparePair.ts';
import { scorePair } from './metrics/scorePair.ts';
import { analyse } from './pipeline.ts';
import type { PictureRequest } from './request.ts';
import { decideVerdict } from './verdict.ts';

/**
 * `analyse`, and what the maps are worth: every overlap score at once for the k and w set, and the verdict. No shift map stands
 * behind it, so a change that is aliasing is called `changed` for another reason.
 * @throws as `analyse`. No tensor stays behind.
 */
export async function judgedAnalysis(
  engine: Engine,
  request: PictureRequest,
  task: Task,
): Promise<JudgedAnalysis> {
  const analysis = await analyse(engine, request, task);
  const { original, perturbed, gradientCheck, parity } = analysis;
  const { score, thresholds } = request.settings;
  const { motion } = perturbed;
  const pair = preparePair({ original: original.map, perturbed: perturbed.map, motion });
  const scores = scorePair(pair, score);
  const verdict = decideVerdict({
    scores,
    motion,
    originalClass: original.predictedClass,
    perturbedClass: perturbed.predictedClass,
    gradientCheck,
    parity,
    deadGradient: original.deadGradient || perturbed.deadGradient,
    thresholds,
    lattice: null,
  });
  return { analysis, scores, verdict };
}
