import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { ModelCard } from '../src/domain/model.ts';
import { unknownChoice } from '../src/domain/problem.ts';
import { startBackend } from '../src/engine/backend/startBackend.ts';
import { createEngine, type Engine } from '../src/engine/engine.ts';
import { parseCard } from '../src/engine/model/card.ts';
import { loadModel } from '../src/engine/model/loadModel.ts';
import { provideJpegBinaries } from '../src/engine/perturbation/jpegCodec.ts';
import { readJpegBinaries } from './nodeJpeg.ts';
import { missing } from './usage.ts';

const BUILT_IN = fileURLToPath(new URL('../public/models/', import.meta.url));

/** Ids of the models that come with the program, in name order. */
async function builtInIds(): Promise<string[]> {
  const entries = await readdir(BUILT_IN, { withFileTypes: true });
  const isModel = (name: string): boolean => existsSync(`${BUILT_IN}${name}/card.json`);
  return entries
    .filter((entry) => entry.isDirectory() && isModel(entry.name))
    .map(({ name }) => name)
    .sort();
}

/** Cards of the models that come with the program. */
export async function builtInCards(): Promise<ModelCard[]> {
  const ids = await builtInIds();
  const texts = await Promise.all(ids.map((id) => readFile(`${BUILT_IN}${id}/card.json`, 'utf8')));
  return texts.map((text) => parseCard(JSON.parse(text)));
}

async function folderOf(model: string | undefined): Promise<string> {
  const ids = await builtInIds();
  const allowed = [...ids, 'a folder with a card.json'];
  if (model === undefined) throw missing('--model', allowed.join(', '));
  if (ids.includes(model)) return `${BUILT_IN}${model}`;
  if (existsSync(model)) return model;
  throw unknownChoice('--model', allowed, model);
}

/**
 * The model asked for, by id or folder, on the backend for Node.
 * @throws Problem `setting-unknown-choice`, and those of `loadModel`
 */
export async function openModel(model: string | undefined): Promise<Engine> {
  const folder = await folderOf(model);
  provideJpegBinaries(readJpegBinaries);
  const backend = await startBackend({ ask: null });
  const read = async (file: string): Promise<ArrayBuffer> =>
    Uint8Array.from(await readFile(`${folder}/${file}`)).buffer;
  return createEngine(backend, await loadModel(read));
}
