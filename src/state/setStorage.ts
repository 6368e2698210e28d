import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb';
import type { SetAsked } from '../domain/pictureSet.ts';
import { openBrowserStore } from '../workers/browserStore.ts';
import type { PictureFolder, PictureSet } from './pictureSet.ts';

const VERSION = 1;
const NAME = 'jitterscope.set';
/** There is one set at a time. */
const KEY = 'current';

/** What stands for a set, without its files and rows. */
interface StoredSet {
  /** Another with every folder and every run: what belongs to another tab's is not written among these. */
  readonly id: string;
  readonly name: string;
  readonly paths: readonly string[];
  readonly leftOut: PictureFolder['leftOut'];
  readonly asked: SetAsked | null;
  readonly facts: PictureSet['facts'];
}

interface Schema extends DBSchema {
  set: { key: typeof KEY; value: StoredSet };
  /** By path. */
  pictures: { key: string; value: Blob };
  /** By path: every row of a picture. */
  rows: { key: string; value: PictureSet['rows'] };
}

/** What was found of an earlier visit, as it came out of the browser: not checked. */
export interface FoundSet {
  readonly folder: PictureFolder;
  readonly asked: unknown;
  readonly facts: unknown;
  readonly rows: readonly unknown[];
}

/** Keeps one set over reloads, on this machine only. Everything rejects with a Problem where the browser forbids it or is full. */
export interface SetStorage {
  /** Puts a folder in the place of what was there, its files still to come. */
  keepFolder(folder: PictureFolder): Promise<void>;
  keepFile(path: string, file: Blob): Promise<void>;
  /** For a run that begins: drops the rows of the one before. */
  keepAsked(asked: SetAsked): Promise<void>;
  keepFacts(facts: PictureSet['facts']): Promise<void>;
  keepRows(path: string, rows: PictureSet['rows']): Promise<void>;
  /** Null where nothing was kept. */
  read(): Promise<FoundSet | null>;
  forget(): Promise<void>;
}

const STORES = ['set', 'pictures', 'rows'] as const;
type Writing = IDBPTransaction<Schema, typeof STORES, 'readwrite'>;

/** @param name of the database */
export function createSetStorage(name = NAME): SetStorage {
  /** Of the set that was kept or read here. */
  let own = '';
  const guarded = openBrowserStore<Schema>({ name, version: VERSION, stores: STORES });

  /** In one transaction: the set is still the one of this page, or nothing is written. */
  const write = (work: (transaction: Writing, set: StoredSet) => Promise<unknown>) =>
    guarded(async (database) => {
      const transaction = database.transaction(STORES, 'readwrite');
      const set = await transaction.objectStore('set').get(KEY);
      if (set?.id !== own) throw new DOMException('another set was kept', 'InvalidStateError');
      await work(transaction, set);
      await transaction.done;
    });

  const clear = async (database: IDBPDatabase<Schema>) => {
    const transaction = database.transaction(STORES, 'readwrite');
    const cleared = STORES.map((store) => transaction.objectStore(store).clear());
    await Promise.all([...cleared, transaction.done]);
  };

  return {
    keepFolder: ({ name: folderName, pictures, leftOut }) =>
      guarded(async (database) => {
        await clear(database);
        own = crypto.randomUUID();
        const paths = pictures.map(({ path }) => path);
        const set = { id: own, name: folderName, paths, leftOut, asked: null, facts: null };
        await database.put('set', set, KEY);
      }),
    keepFile: (path, file) =>
      write((transaction) => transaction.objectStore('pictures').put(file, path)),
    keepAsked: (asked) => {
      const id = crypto.randomUUID();
      return write(async (transaction, set) => {
        await transaction.objectStore('rows').clear();
        await transaction.objectStore('set').put({ ...set, id, asked, facts: null }, KEY);
        own = id;
      });
    },
    keepFacts: (facts) =>
      write((transaction, set) => transaction.objectStore('set').put({ ...set, facts }, KEY)),
    keepRows: (path, rows) =>
      write((transaction) => transaction.objectStore('rows').put(rows, path)),
    read: () =>
      guarded(async (database) => {
        const set = await database.get('set', KEY);
        if (!set) return null;
        own = set.id;
        const files = await Promise.all(set.paths.map((path) => database.get('pictures', path)));
        const pictures = set.paths.map((path, i) => ({ path, file: files[i] ?? null }));
        const rows = (await database.getAll('rows')).flat();
        const folder = { name: set.name, pictures, leftOut: set.leftOut };
        return { folder, asked: set.asked, facts: set.facts, rows };
      }),
    forget: () => guarded(clear),
  };
}
