import { parseArgs } from 'node:util';
import { Problem } from '../src/domain/problem.ts';

/** Options of a command: `text` takes a value. Every one may be left out. */
export type OptionNames = readonly string[];

/** What stood on the command line after the command's name. */
export interface Given {
  readonly positionals: readonly string[];
  text(name: string): string | undefined;
  /** @throws Problem `setting-out-of-range` when the value is no number. */
  number(name: string): number | undefined;
}

const usage = (message: string, detail = { what: 'command line', allowed: '', got: '' }): Problem =>
  new Problem('setting-unknown-choice', detail, message);

/** A required thing is missing, or came otherwise than it must. */
export function missing(what: string, allowed: string, got = 'nothing'): Problem {
  return usage(`${what} must be ${allowed}, got ${got}`, { what, allowed, got });
}

/** `--dx -1` would be read as two options: the value is tied to its name. */
function tieNegatives(args: readonly string[]): string[] {
  const tied: string[] = [];
  for (const arg of args) {
    const previous = tied.at(-1);
    if (/^-\d|^-\.\d/.test(arg) && previous?.startsWith('--') && !previous.includes('='))
      tied[tied.length - 1] = `${previous}=${arg}`;
    else tied.push(arg);
  }
  return tied;
}

function parse(args: readonly string[], names: OptionNames): ReturnType<typeof parseArgs> {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  try {
    return parseArgs({ args: tieNegatives(args), options, allowPositionals: true });
  } catch (error) {
    const got = error instanceof Error ? error.message.split('. ')[0] : String(error);
    const allowed = names.map((name) => `--${name}`).join(' ');
    throw usage(`options must be among ${allowed}, got: ${got}`, { what: 'options', allowed, got });
  }
}

/** Reads the arguments of a command. @throws Problem for an option that is not in `names`, or one without its value. */
export function readArguments(args: readonly string[], names: OptionNames): Given {
  const { values, positionals } = parse(args, names);
  const text = (name: string): string | undefined => {
    const value = values[name];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    positionals,
    text,
    number(name) {
      const given = text(name);
      if (given === undefined) return undefined;
      const value = Number(given);
      if (given.trim() === '' || !Number.isFinite(value)) {
        const detail = { what: `--${name}`, allowed: 'a number', got: given };
        const message = `--${name} must be a number, got ${given || 'nothing'}`;
        throw new Problem('setting-out-of-range', detail, message);
      }
      return value;
    },
  };
}
