import { asProblem, Problem } from '../domain/problem.ts';

/** What the browser's store says when it is forbidden or full, as a `storage-unavailable`; a Problem stays what it is. */
export function storageProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const { message } = asProblem(error);
  const name = error instanceof Error ? error.name : '';
  const detail = { what: 'IndexedDB', allowed: '', got: name || message };
  return new Problem('storage-unavailable', detail, message);
}
