import { Problem } from '../domain/problem.ts';

/** Checked reading of JSON from outside. Every reader names the field in its `image-damaged`. */
export type Fields = Readonly<Record<string, unknown>>;

/** `image-damaged` for a field of the session. */
export function badField(what: string, allowed: string, got: unknown): Problem {
  const shown = typeof got === 'string' ? got : (JSON.stringify(got) ?? 'undefined');
  const detail = { what: `session ${what}`, allowed, got: shown.slice(0, 60) };
  return new Problem(
    'image-damaged',
    detail,
    `${detail.what} must be ${allowed}, got ${detail.got}`,
  );
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object. */
export function fields(value: unknown, what: string): Fields {
  if (!isFields(value)) throw badField(what, 'an object', value);
  return value;
}

/** A text of at most `longest` characters. */
export function text(value: unknown, what: string, longest = 1000): string {
  if (typeof value !== 'string' || value.length > longest) throw badField(what, 'a text', value);
  return value;
}

/** A finite number within limits. */
export function number(value: unknown, what: string, min = -1e12, max = 1e12): number {
  if (typeof value !== 'number' || !(value >= min && value <= max))
    throw badField(what, `${min}…${max}`, value);
  return value;
}

/** A whole number within limits. */
export function whole(value: unknown, what: string, min: number, max: number): number {
  if (!Number.isInteger(value)) throw badField(what, 'a whole number', value);
  return number(value, what, min, max);
}

export function truth(value: unknown, what: string): boolean {
  if (typeof value !== 'boolean') throw badField(what, 'true, false', value);
  return value;
}

/** One of a list. */
export function choice<Id extends string | number>(
  value: unknown,
  what: string,
  choices: readonly Id[],
): Id {
  const found = choices.find((id) => id === value);
  if (found === undefined) throw badField(what, choices.join(', '), value);
  return found;
}

/** What `read` gives, or null for null. */
export function orNull<T>(value: unknown, read: (value: unknown) => T): T | null {
  return value === null ? null : read(value);
}

/** A list of at most `longest` entries. */
export function list<T>(
  value: unknown,
  what: string,
  longest: number,
  read: (entry: unknown) => T,
): T[] {
  if (!Array.isArray(value) || value.length > longest) throw badField(what, 'a list', value);
  return value.map(read);
}
