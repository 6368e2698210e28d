import { cpSync, rmSync } from 'node:fs';
import { startState, type TrainingState } from './adam.ts';
import { createBatches } from './batches.ts';
import { checkpointFile, loadCheckpoint, saveCheckpoint } from './checkpoint.ts';
import { CACHE, type TrainingData } from './datasets/labelledPictures.ts';
import type { Evaluation } from './evaluate.ts';
import { judge, unjudged } from './judge.ts';
import { makeCard } from './makeCard.ts';
import { createProgressLine } from './progressLine.ts';
import { planOf, type Recipe } from './recipe.ts';
import { startWeights } from './startWeights.ts';
import { networkWeights, trainedPlans } from './trained.ts';
import { train } from './trainer.ts';
import { writeIndex, writeModel } from './writeModel.ts';

/** Where a run reads and writes. */
export interface Places {
  /** Models; the new one becomes a folder in it, and is listed. */
  readonly models: URL;
  /** States of runs that were stopped. */
  readonly states?: URL;
}

/** Steps between two checkpoints. */
const CHECKPOINT_EVERY = 200;

/**
 * Trains a recipe from its last checkpoint, or from the start, to its end, judges the model, writes and lists it. Needs a backend that runs.
 * @param fresh begins anew @returns what came out on the pictures held out
 */
export async function trainRecipe(
  recipe: Recipe,
  data: TrainingData,
  fresh: boolean,
  { models, states = CACHE }: Places,
): Promise<Evaluation> {
  const plan = planOf(recipe, data.classes.length);
  const file = checkpointFile(recipe, states);
  if (fresh) rmSync(file, { force: true });
  const kept = loadCheckpoint(file, trainedPlans(plan, recipe.locating));
  const start = kept ?? startState(await startWeights(recipe, data.classes.length, models));
  process.stderr.write(
    `${recipe.id}: ${data.train.length} training pictures, ${recipe.steps} steps, from step ${start.step}\n`,
  );

  const batches = createBatches(recipe, data);
  const report = createProgressLine('step');
  let smoothed: number | null = null;
  const done = await train(recipe, plan, batches, start, (state: TrainingState, loss) => {
    smoothed = smoothed === null ? loss : 0.98 * smoothed + 0.02 * loss;
    report(state.step, recipe.steps, `loss ${smoothed.toFixed(4)}`);
    if (state.step % CHECKPOINT_EVERY === 0 || state.step === recipe.steps)
      saveCheckpoint(file, state);
  });

  const weights = await networkWeights(plan, recipe.locating, done.weights);
  // Judged before it stands among the models: a card never says what was not measured.
  const draft = new URL('draft/', states);
  await writeModel(draft, makeCard(recipe, data, unjudged(recipe, data)), plan, weights);
  const { evaluation } = await judge(recipe, data, draft);
  const [from, to] = [draft, models].map((folder) => new URL(`${recipe.id}/`, folder));
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
  rmSync(from, { recursive: true });
  writeIndex(models);
  return evaluation;
}
