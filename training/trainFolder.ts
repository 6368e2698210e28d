import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { ModelCard } from '../src/domain/model.ts';
import { parseCard } from '../src/engine/model/card.ts';
import { loadFolder } from './datasets/folder.ts';
import type { Evaluation } from './evaluate.ts';
import type { FolderArguments } from './folderArguments.ts';
import { createProgressLine } from './progressLine.ts';
import { folderRecipe } from './recipes/folder.ts';
import { RECIPES } from './recipes.ts';
import { type Places, trainRecipe } from './trainRecipe.ts';

/** Cards of the models that are there; a folder without one is none. */
function knownModels(models: URL): ModelCard[] {
  if (!existsSync(models)) return [];
  return readdirSync(models)
    .map((id) => new URL(`${id}/card.json`, models))
    .filter((card) => existsSync(card))
    .map((card) => parseCard(JSON.parse(readFileSync(card, 'utf8'))));
}

/**
 * A folder of own pictures as a model that the app lists. What was left out is told line by line.
 * @param tell whom to tell @returns the id of the model, and what came out on the pictures held out
 * @throws Problem as `loadFolder` and `folderRecipe`
 */
export async function trainFolder(
  asked: FolderArguments,
  places: Places,
  tell: (line: string) => void,
): Promise<Evaluation & { readonly id: string }> {
  const { folder, name, size, testShare, seed, fresh } = asked;
  const reading = { name, side: size, testShare, seed };
  const read = await loadFolder(folder, reading, createProgressLine('pictures'));
  const shipped = RECIPES.map(({ id }) => id);
  const recipe = folderRecipe(asked, read, knownModels(places.models), shipped);
  read.notes.forEach(tell);
  if (recipe.startFrom) tell(`begins with what ${recipe.startFrom.model} has learnt`);
  return { id: recipe.id, ...(await trainRecipe(recipe, read.data, fresh, places)) };
}
