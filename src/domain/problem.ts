/**
 * The ways a request can fail. One code, one sentence in every language catalogue.
 * `cancelled` is an end like the others: every request gets exactly one.
 */
export const PROBLEM_CODES = [
  'file-empty',
  'image-not-recognised',
  'image-damaged',
  'image-too-large',
  'image-too-small',
  'file-unreadable',
  'setting-out-of-range',
  'setting-unknown-choice',
  'method-unavailable',
  'model-missing',
  'model-damaged',
  'model-non-finite-weights',
  'map-non-finite',
  'map-size-mismatch',
  'map-unreadable',
  'map-count',
  'report-not-restorable',
  'report-other-model',
  'mask-unreadable',
  'mask-size-mismatch',
  'profile-unreadable',
  'no-pictures',
  'set-unreadable',
  'storage-unavailable',
  'too-few-pictures',
  'no-separation',
  'dead-gradient',
  'non-finite-gradient',
  'codec-missing',
  'backend-unavailable',
  'context-lost',
  'out-of-memory',
  'worker-crashed',
  'worker-hung',
  'cancelled',
  'internal',
] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** What a person needs to mend the input: the thing concerned, what it may be, what came. */
export interface ProblemDetail {
  /** The thing concerned, in the field's words: `k`, `shiftX`, a file name. */
  readonly what: string;
  /** What is allowed, for example `1…784` or `PNG, JPEG, BMP, WebP`. Empty when there is no rule to state. */
  readonly allowed: string;
  /** What came. Empty when nothing sensible can be shown. */
  readonly got: string;
}

const describe = (code: ProblemCode, { what, allowed, got }: ProblemDetail): string =>
  [`${what || code}: ${code}`, allowed && `allowed ${allowed}`, got && `got ${got}`]
    .filter(Boolean)
    .join(', ');

/**
 * The one error type that crosses floors. `message` is plain English for logs and the command line;
 * the page words `code` and `detail` in the user's language.
 */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly code: ProblemCode,
    readonly detail: ProblemDetail = { what: '', allowed: '', got: '' },
    message = describe(code, detail),
  ) {
    super(message);
  }
}

/** `k must be 1…784, got 0`: the problem of a number outside its limits. */
export function outOfRange(what: string, min: number, max: number, got: unknown): Problem {
  const detail = { what, allowed: `${min}…${max}`, got: String(got) };
  return new Problem(
    'setting-out-of-range',
    detail,
    `${what} must be ${detail.allowed}, got ${detail.got}`,
  );
}

/** `method must be one of gradient, smoothGrad, got foo`: the problem of a name that is not in a list. */
export function unknownChoice(what: string, choices: readonly string[], got: unknown): Problem {
  const detail = { what, allowed: choices.join(', '), got: String(got) };
  return new Problem(
    'setting-unknown-choice',
    detail,
    `${what} must be one of ${detail.allowed}, got ${detail.got}`,
  );
}

/** How browsers and Emscripten say that there was no memory; it has no error type of its own. */
const NO_MEMORY =
  /out of memory|\boom\b|allocation (failed|size overflow)|could not allocate|cannot (enlarge|allocate) memory/i;

/**
 * Any thrown value as a `Problem`: a failed allocation becomes `out-of-memory`, another unknown error
 * `internal` with its message.
 */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const got = error instanceof Error ? error.message : String(error);
  if (NO_MEMORY.test(got)) return new Problem('out-of-memory', undefined, got);
  return new Problem('internal', { what: '', allowed: '', got }, got);
}
