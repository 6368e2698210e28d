/**
 * A worker that closes itself or is killed by the browser says nothing. But a lock it holds is
 * released with it, and whoever waits for that lock knows at once.
 */

/** Browsers give locks to secure contexts only; elsewhere a dead worker is found by its silence. */
const locks = (): LockManager | null =>
  (typeof navigator === 'undefined' ? null : navigator.locks) ?? null;

/** Takes a lock that this thread holds as long as it lives. @returns its name, null where there are no locks */
export function holdLifeLock(): Promise<string | null> {
  const manager = locks();
  if (!manager) return Promise.resolve(null);
  const name = `alive ${crypto.randomUUID()}`;
  return new Promise((resolve, reject) => {
    manager
      .request(name, () => {
        resolve(name);
        return new Promise<never>(() => {});
      })
      .catch(reject);
  });
}

/** Calls `onDeath` once the holder of a life lock is gone, however it ended. */
export function awaitDeath(lock: string | null, onDeath: () => void): void {
  if (lock !== null) void locks()?.request(lock, onDeath);
}
