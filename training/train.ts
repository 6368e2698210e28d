import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Problem } from '../src/domain/problem.ts';
import { startBackend } from '../src/engine/backend/startBackend.ts';
import { FOLDER_USAGE, folderArguments } from './folderArguments.ts';
import { createProgressLine } from './progressLine.ts';
import { MODELS, RECIPES } from './recipes.ts';
import { trainFolder } from './trainFolder.ts';
import { trainRecipe } from './trainRecipe.ts';

const USAGE = `npm run train -- RECIPE [--fresh] [--data FOLDER]

Trains a model into public/models/RECIPE. A run that was stopped goes on where it was;
--fresh begins anew; --data names the folder of the pictures. Recipes: ${RECIPES.map(({ id }) => id).join(', ')}

${FOLDER_USAGE}`;

const tell = (line: string) => process.stderr.write(`${line}\n`);

/** `folder DIR …` @returns what came out */
async function ofFolder(args: readonly string[]) {
  const asked = folderArguments(args);
  await startBackend({ ask: null });
  return trainFolder(asked, { models: MODELS }, tell);
}

/** A recipe by its name; null where it has to be said how to ask. */
async function ofRecipe(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { fresh: { type: 'boolean', default: false }, data: { type: 'string' } },
  });
  const recipe = RECIPES.find(({ id }) => id === positionals[0]);
  if (!recipe || positionals.length > 1) return null;
  const folder = values.data === undefined ? null : pathToFileURL(join(resolve(values.data), '/'));
  await startBackend({ ask: null });
  const data = await recipe.load(createProgressLine('pictures'), folder);
  return { id: recipe.id, ...(await trainRecipe(recipe, data, values.fresh, { models: MODELS })) };
}

const [first, ...rest] = process.argv.slice(2);
if (first === undefined || process.argv.includes('--help')) {
  tell(USAGE);
  process.exitCode = first === undefined ? 2 : 0;
} else
  try {
    const done = await (first === 'folder' ? ofFolder(rest) : ofRecipe([first, ...rest]));
    if (done) process.stdout.write(`${JSON.stringify(done, null, 1)}\n`);
    else {
      tell(USAGE);
      process.exitCode = 2;
    }
  } catch (error) {
    // What somebody can mend is said in a line; anything else is a fault of ours, with its stack.
    const mendable = error instanceof Problem || (error instanceof TypeError && 'code' in error);
    if (!mendable) throw error;
    tell(error.message);
    process.exitCode = 2;
  }
