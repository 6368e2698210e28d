import { asProblem, type ProblemCode, type ProblemDetail } from '../domain/problem.ts';

/** Problems of the run or the machine: nothing that follows could be trusted. */
const FATAL: ReadonlySet<ProblemCode> = new Set([
  'cancelled',
  'context-lost',
  'out-of-memory',
  'worker-crashed',
  'worker-hung',
]);

/**
 * Why one method or check could not be computed, so that the others go on.
 * @throws the problem itself when the whole run must end: a cancel, a lost device, no memory
 */
export function refusalOf(error: unknown): {
  readonly code: ProblemCode;
  readonly detail: ProblemDetail;
} {
  const problem = asProblem(error);
  if (FATAL.has(problem.code)) throw problem;
  return { code: problem.code, detail: problem.detail };
}
