import type { ModelCard } from '../domain/model.ts';
import { Problem } from '../domain/problem.ts';
import type { Sample } from './store.ts';

/** What is shipped beside the program: models and samples. */
export interface Catalogue {
  readonly cards: readonly ModelCard[];
  readonly samples: readonly Sample[];
}

async function json<T>(base: string, path: string): Promise<T> {
  const response = await fetch(new URL(path, base)).catch(() => null);
  if (!response?.ok) {
    const got = response ? `HTTP ${response.status}` : '';
    throw new Problem('model-missing', { what: path, allowed: '', got });
  }
  // Our own files, checked when they were made and again by the engine when a model is loaded.
  return (await response.json()) as T;
}

/**
 * Reads `models/index.json`, every card, and `samples/index.json`.
 * @param base absolute URL of the app's folder
 * @throws Problem `model-missing` when one of them cannot be read
 */
export async function loadCatalogue(base: string): Promise<Catalogue> {
  const [ids, samples] = await Promise.all([
    json<string[]>(base, 'models/index.json'),
    json<Sample[]>(base, 'samples/index.json'),
  ]);
  const cards = await Promise.all(ids.map((id) => json<ModelCard>(base, `models/${id}/card.json`)));
  return { cards, samples };
}
