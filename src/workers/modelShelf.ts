import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { ModelCard } from '../domain/model.ts';
import { Problem } from '../domain/problem.ts';
import { storageProblem } from './storageProblem.ts';

/** Another number is another layout: what an older one holds is dropped. */
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
  /** Another card for the same files. */
  change(card: ModelCard): Promise<void>;
  remove(id: string): Promise<void>;
  /** A file of a model's folder, `card.json` too. @throws Problem `model-missing` */
  read(id: string, file: string): Promise<ArrayBuffer>;
}

/** Every file of a model: keys `[id]` to `[id, []]`. */
const allOf = (id: string) => IDBKeyRange.bound([id], [id, []]);

/** @param name of the database */
export function createModelShelf(name = NAME): ModelShelf {
  let opened: Promise<IDBPDatabase<Schema>> | null = null;
  const open = () => {
    opened ??= openDB<Schema>(name, VERSION, {
      upgrade(database) {
        for (const store of database.objectStoreNames) database.deleteObjectStore(store);
        database.createObjectStore('cards');
        database.createObjectStore('files');
      },
      // Another tab wants a newer layout: it shall have it.
      blocking: () => {
        void opened?.then((database) => database.close());
        opened = null;
      },
    });
    return opened;
  };

  const guarded = async <T>(work: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> => {
    try {
      return await work(await open());
    } catch (error) {
      throw storageProblem(error);
    }
  };

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
        if (kept) await database.put('cards', { ...kept, card }, card.id);
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
        if (found === undefined)
          throw new Problem('model-missing', { what: file, allowed: '', got: '' });
        const blob = found instanceof Blob ? found : new Blob([JSON.stringify(found)]);
        return blob.arrayBuffer();
      }),
  };
}
