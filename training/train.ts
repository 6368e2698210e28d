import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { startBackend } from '../src/engine/backend/startBackend.ts';
import { startState, type TrainingState } from './adam.ts';
import { createBatches } from './batches.ts';
import { checkpointFile, loadCheckpoint, saveCheckpoint } from './checkpoint.ts';
import { evaluate } from './evaluate.ts';
import { makeCard } from './makeCard.ts';
import { createProgressLine } from './progressLine.ts';
import { planOf, type Recipe } from './recipe.ts';
import { MODELS, RECIPES } from './recipes.ts';
import { startWeights } from './startWeights.ts';
import { networkWeights, trainedPlans } from './trained.ts';
import { train } from './trainer.ts';
import { openModel, writeIndex, writeModel } from './writeModel.ts';

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

  const nothing = { accuracy: 0, balancedAccuracy: 0, keptUnderNoise: 0, confusion: [] };
  const unknown = { ...nothing, perClass: data.classes.map(() => 0) };
  const version = await codeVersion();
  const weights = await networkWeights(plan, recipe.locating, done.weights);
  await writeModel(MODELS, makeCard(recipe, data, unknown, version), plan, weights);
  // Judged as it was written, by the engine's own way in.
  const model = await openModel(new URL(`${recipe.id}/`, MODELS));
  const evaluation = await evaluate(model, data.test, recipe.seed);
  model.dispose();
  const card = makeCard(recipe, data, evaluation, version);
  await writeModel(MODELS, card, plan, weights);
  writeIndex(MODELS);
  process.stdout.write(`${JSON.stringify({ id: recipe.id, ...evaluation }, null, 1)}\n`);
}

async function codeVersion(): Promise<string> {
  const text = await readFile(new URL('../package.json', import.meta.url), 'utf8');
  const settings: unknown = JSON.parse(text);
  if (typeof settings === 'object' && settings !== null && 'version' in settings)
    return String(settings.version);
  throw new Error('package.json has no version');
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
