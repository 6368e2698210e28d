import type { Analysis } from '../domain/analysis.ts';
import { isShift } from '../domain/motion.ts';
import type { Task } from '../domain/progress.ts';
import type { PairScores, Verdict } from '../domain/score.ts';
import type { Settings } from '../domain/settings.ts';
import type { Engine } from './engine.ts';
import { latticeEvidence, onLattice } from './lattice.ts';
import { latticeScores } from './latticeScores.ts';
import { decideVerdict } from './verdict.ts';

/**
 * The verdict on an analysis whose scores are known, with the evidence of the lattice. That evidence can only tell why a shift off
 * the lattice is `changed`: it is computed there and nowhere else.
 * @throws as `explain`. No tensor stays behind.
 */
export async function judgeAnalysis(
  engine: Engine,
  { analysis, scores }: { readonly analysis: Analysis; readonly scores: PairScores },
  settings: Settings,
  task: Task,
): Promise<Verdict> {
  const { original, perturbed, gradientCheck, parity, card } = analysis;
  const { motion } = perturbed;
  const facts = {
    scores,
    motion,
    originalClass: original.predictedClass,
    perturbedClass: perturbed.predictedClass,
    gradientCheck,
    parity,
    deadGradient: original.deadGradient || perturbed.deadGradient,
    thresholds: settings.thresholds,
  };
  const verdict = decideVerdict({ ...facts, lattice: null });
  const mayBeAliasing = motion && isShift(motion) && !onLattice(motion, card.totalStride);
  if (verdict.id !== 'changed' || !mayBeAliasing) return verdict;
  const points = await latticeScores(engine, analysis, settings, task);
  return decideVerdict({ ...facts, lattice: latticeEvidence(points, card.totalStride) });
}
