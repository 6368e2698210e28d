import { type DBSchema, type IDBPDatabase, openDB, type StoreNames } from 'idb';
import { asProblem, Problem } from '../domain/problem.ts';

/** What the browser's store says when it is forbidden or full, as a `storage-unavailable`; a Problem stays what it is. */
function storageProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const { message } = asProblem(error);
  const name = error instanceof Error ? error.name : '';
  const detail = { what: 'IndexedDB', allowed: '', got: name || message };
  return new Problem('storage-unavailable', detail, message);
}

/** What a database of the browser is called and holds. */
interface Layout<Schema extends DBSchema> {
  readonly name: string;
  /** Another number is another layout: what an older one holds is dropped. */
  readonly version: number;
  /** Keys are given with every value. */
  readonly stores: readonly StoreNames<Schema>[];
}

/** Does something with a database; rejects with a Problem, `storage-unavailable` where the browser forbids it or is full. */
type WithDatabase<Schema extends DBSchema> = <T>(
  work: (database: IDBPDatabase<Schema>) => Promise<T>,
) => Promise<T>;

/** A database of the browser, opened when it is first asked for; it makes way for a newer layout that another tab wants. */
export function openBrowserStore<Schema extends DBSchema>({
  name,
  version,
  stores,
}: Layout<Schema>): WithDatabase<Schema> {
  let opened: Promise<IDBPDatabase<Schema>> | null = null;
  const open = () => {
    opened ??= openDB<Schema>(name, version, {
      upgrade(database) {
        for (const store of database.objectStoreNames) database.deleteObjectStore(store);
        for (const store of stores) database.createObjectStore(store);
      },
      blocking: () => {
        void opened?.then((database) => database.close());
        opened = null;
      },
    });
    return opened;
  };
  return async (work) => {
    try {
      return await work(await open());
    } catch (error) {
      throw storageProblem(error);
    }
  };
}
