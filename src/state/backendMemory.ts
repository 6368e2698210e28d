import type { BackendTimes } from '../domain/backend.ts';

/** Remembers, on this machine, which backend was measured to be faster. */
export interface BackendMemory {
  /** Null where nothing was measured yet, or what is kept cannot be read. */
  read(): BackendTimes | null;
  write(times: BackendTimes): void;
}

const KEY = 'jitterscope.backendTimes';

/** @param storage null where the browser forbids it: then every start measures anew */
export function createBackendMemory(storage: Storage | null): BackendMemory {
  return {
    read() {
      try {
        const kept: unknown = JSON.parse(storage?.getItem(KEY) ?? 'null');
        return isTimes(kept) ? kept : null;
      } catch {
        return null;
      }
    },
    write(times) {
      // One alone is no comparison: the other may run next time.
      if (Object.keys(times.milliseconds).length < 2) return;
      try {
        storage?.setItem(KEY, JSON.stringify(times));
      } catch {
        // Full or forbidden: nothing is lost but the memory.
      }
    },
  };
}

function isTimes(value: unknown): value is BackendTimes {
  if (typeof value !== 'object' || value === null) return false;
  const { renderer, version, milliseconds } = { ...value } as Record<string, unknown>;
  return (
    typeof renderer === 'string' &&
    typeof version === 'string' &&
    typeof milliseconds === 'object' &&
    milliseconds !== null &&
    Object.values(milliseconds).every((time) => typeof time === 'number' && time > 0)
  );
}
