import type { DBSchema } from 'idb';
import type { ModelCard } from '../domain/model.ts';
import { Problem } from '../domain/problem.ts';
import { openBrowserStore } from './browserStore.ts';

const VERSION = 1;
const NAME = 'jitterscope.models';
const CARD = 'card.json';

interface Schema extends DBSchema {
  /** By id, in the order in which they came. */
  cards: { key: string; value: { readonly card: ModelCard; readonly since: number } };
  /** By id and name. */
  files: { key: [id: string, file: string]; value: Blob };
}

/** The user's own models, kept in this browser. Everything rejects with a Problem, `storage-unavailable` where the browser forbids it or is full. */
export interface ModelShelf {
  /** Oldest first. */
  cards(): Promise<ModelCard[]>;
  /** Puts a model in the place of one with its id. The card stands for the `card.json` among the files. */
  keep(card: ModelCard, files: Readonly<Record<string, Blob>>): Promise<void>;
  /** Another card for the same files. @throws Problem `model-missing` where it is not kept any more */
  change(card: ModelCard): Promise<void>;
  remove(id: string): Promise<void>;
  /** A file of a model's folder, `card.json` too. @throws Problem `model-missing` */
  read(id: string, file: string): Promise<ArrayBuffer>;
}

/** Every file of a model: keys `[id]` to `[id, []]`. */
const allOf = (id: string) => IDBKeyRange.bound([id], [id, []]);

const missing = (file: string) =>
  new Problem('model-missing', { what: file, allowed: '', got: '' });

/** @param name of the database */
export function createModelShelf(name = NAME): ModelShelf {
  const guarded = openBrowserStore<Schema>({ name, version: VERSION, stores: ['cards', 'files'] });
  return {
    cards: () =>
      guarded(async (database) => {
        const kept = await database.getAll('cards');
        return kept.sort((a, b) => a.since - b.since).map(({ card }) => card);
      }),
    keep: (card, files) =>
      guarded(async (database) => {
        const transaction = database.transaction(['cards', 'files'], 'readwrite');
        const [cards, all] = [transaction.objectStore('cards'), transaction.objectStore('files')];
        await all.delete(allOf(card.id));
        const others = Object.entries(files).filter(([file]) => file !== CARD);
        await Promise.all([
          cards.put({ card, since: Date.now() }, card.id),
          ...others.map(([file, blob]) => all.put(blob, [card.id, file])),
          transaction.done,
        ]);
      }),
    change: (card) =>
      guarded(async (database) => {
        const kept = await database.get('cards', card.id);
        if (!kept) throw missing(CARD);
        await database.put('cards', { ...kept, card }, card.id);
      }),
    remove: (id) =>
      guarded(async (database) => {
        const transaction = database.transaction(['cards', 'files'], 'readwrite');
        await Promise.all([
          transaction.objectStore('cards').delete(id),
          transaction.objectStore('files').delete(allOf(id)),
          transaction.done,
        ]);
      }),
    read: (id, file) =>
      guarded(async (database) => {
        const found =
          file === CARD
            ? (await database.get('cards', id))?.card
            : await database.get('files', [id, file]);
        if (found === undefined) throw missing(file);
        const blob = found instanceof Blob ? found : new Blob([JSON.stringify(found)]);
        return blob.arrayBuffer();
      }),
  };
}
