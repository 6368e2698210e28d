import { readFile } from 'node:fs/promises';
import { startBackend } from '../src/engine/backend/startBackend.ts';
import { createEngine, type Engine } from '../src/engine/engine.ts';
import { loadModel } from '../src/engine/model/loadModel.ts';

/** A model that comes with the program, on wasm. */
export async function openShipped(id: string): Promise<Engine> {
  const folder = new URL(`../public/models/${id}/`, import.meta.url);
  const backend = await startBackend({ ask: 'wasm' });
  const read = async (file: string) =>
    Uint8Array.from(await readFile(new URL(file, folder))).buffer;
  return createEngine(backend, await loadModel(read));
}
