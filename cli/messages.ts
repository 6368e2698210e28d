import type { Task } from '../src/domain/progress.ts';

/** Messages go to stderr: stdout belongs to the result. */
export const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

/** What a command hands over: written to stdout as JSON. */
export function show(result: unknown): void {
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
}

/** A task nobody can cancel; Ctrl-C ends the whole program. */
export const untiring: Task = { checkpoint: () => Promise.resolve() };
