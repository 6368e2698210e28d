import { vi } from 'vitest';
import { run } from './run.ts';

/** How a command ended, for tests. */
interface End {
  readonly code: number;
  /** What stood on stdout, which must be JSON; null when nothing did. */
  readonly out: unknown;
  readonly err: string;
}

/** Runs a command line in this process, for tests. */
export async function call(...args: string[]): Promise<End> {
  const out: string[] = [];
  const err: string[] = [];
  const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out.push(String(text));
    return true;
  });
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err.push(String(text));
    return true;
  });
  try {
    const code = await run(args);
    return { code, out: out.length > 0 ? JSON.parse(out.join('')) : null, err: err.join('') };
  } finally {
    stdout.mockRestore();
    stderr.mockRestore();
  }
}

/** A part of a JSON result, by its keys; undefined where there is none. */
export function part(json: unknown, ...keys: string[]): unknown {
  return keys.reduce<unknown>((value, key) => {
    const isRecord = (v: unknown): v is Record<string, unknown> =>
      typeof v === 'object' && v !== null;
    return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }, json);
}
