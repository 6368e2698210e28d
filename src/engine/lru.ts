/** A bounded memory: when full, what was not used for longest goes first. */
export interface Lru<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
}

/**
 * @param limit total weight kept; a value heavier than that is not kept at all
 * @param weigh weight of one value, for example its bytes
 */
export function createLru<T>(limit: number, weigh: (value: T) => number): Lru<T> {
  // A Map keeps insertion order: the first key is the one not used for longest.
  const entries = new Map<string, T>();
  let total = 0;
  const drop = (key: string): void => {
    const value = entries.get(key);
    if (value === undefined) return;
    entries.delete(key);
    total -= weigh(value);
  };
  return {
    get(key) {
      const value = entries.get(key);
      if (value !== undefined) {
        entries.delete(key);
        entries.set(key, value);
      }
      return value;
    },
    set(key, value) {
      drop(key);
      entries.set(key, value);
      total += weigh(value);
      for (const oldest of entries.keys()) {
        if (total <= limit) break;
        drop(oldest);
      }
    },
  };
}
