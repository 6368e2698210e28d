import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { startBackend } from '../src/engine/backend/startBackend.ts';
import { judge } from './judge.ts';
import { createProgressLine } from './progressLine.ts';
import { MODELS, RECIPES } from './recipes.ts';

const USAGE = `npm run evaluate -- [RECIPE…] [--data FOLDER]

Judges models of public/models as they are, on the pictures held out, clean and under attack, and writes what came
out into their cards. Without names: all that are there. Recipes: ${RECIPES.map(({ id }) => id).join(', ')}`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { data: { type: 'string' }, help: { type: 'boolean' } },
});
const there = new Set(readdirSync(MODELS));
const wanted = RECIPES.filter(({ id }) =>
  positionals.length > 0 ? positionals.includes(id) : there.has(id),
);
const unknown = positionals.filter((id) => !RECIPES.some((recipe) => recipe.id === id));
if (values.help || unknown.length > 0) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = values.help ? 0 : 2;
} else {
  await startBackend({ ask: null });
  const folder = values.data === undefined ? null : pathToFileURL(join(resolve(values.data), '/'));
  for (const recipe of wanted) {
    const data = await recipe.load(createProgressLine('pictures'), folder);
    const { card } = await judge(recipe, data, MODELS);
    process.stdout.write(`${JSON.stringify({ id: card.id, ...card.accuracy }, null, 1)}\n`);
  }
}
