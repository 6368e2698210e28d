import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { startBackend } from '../src/engine/backend/startBackend.ts';
import { startState, type TrainingState } from './adam.ts';
import { createBatches } from './batches.ts';
import { checkpointFile, loadCheckpoint, saveCheckpoint } from './checkpoint.ts';
import { judge, unjudged } from './judge.ts';
import { makeCard } from './makeCard.ts';
import { createProgressLine } from './progressLine.ts';
import { planOf, type Recipe } from './recipe.ts';
import { MODELS, RECIPES } from './recipes.ts';
import { startWeights } from './startWeights.ts';
import { networkWeights, trainedPlans } from './trained.ts';
import { train } from './trainer.ts';
import { writeIndex, writeModel } from './writeModel.ts';

const USAGE = `npm run train -- RECIPE [--fresh] [--data FOLDER]

Trains a model into public/models/RECIPE. A run that was stopped goes on where it was;
--fresh begins anew; --data names the folder of the pictures. Recipes: ${RECIPES.map(({ id }) => id).join(', ')}`;

/** How a run is asked for. */
interface Options {
  readonly fresh: boolean;
  readonly folder: URL | null;
}

/** Steps between two checkpoints. */
const CHECKPOINT_EVERY = 200;

async function run(recipe: Recipe, { fresh, folder }: Options): Promise<void> {
  const { id } = await startBackend({ ask: null });
  const data = await recipe.load(createProgressLine('pictures'), folder);
  const plan = planOf(recipe, data.classes.length);
  const file = checkpointFile(recipe);
  if (fresh) rmSync(file, { force: true });
  const kept = loadCheckpoint(file, trainedPlans(plan, recipe.locating));
  const start = kept ?? startState(await startWeights(recipe, data.classes.length, MODELS));
  process.stderr.write(
    `${recipe.id} on ${id}: ${data.train.length} training pictures, from step ${start.step}\n`,
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
  await writeModel(MODELS, makeCard(recipe, data, unjudged(recipe, data)), plan, weights);
  writeIndex(MODELS);
  const { evaluation } = await judge(recipe, data, MODELS);
  process.stdout.write(`${JSON.stringify({ id: recipe.id, ...evaluation }, null, 1)}\n`);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { fresh: { type: 'boolean' }, data: { type: 'string' }, help: { type: 'boolean' } },
});
const recipe = RECIPES.find(({ id }) => id === positionals[0]);
if (recipe && !values.help)
  await run(recipe, {
    fresh: values.fresh ?? false,
    folder: values.data === undefined ? null : pathToFileURL(join(resolve(values.data), '/')),
  });
else {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = values.help ? 0 : 2;
}
