import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { REGIMES, type Regime } from '../src/domain/model.ts';
import { Problem, unknownChoice } from '../src/domain/problem.ts';
import { checkNumber } from '../src/domain/settings.ts';

/** What `npm run train -- folder` is asked for. */
export interface FolderArguments {
  /** Absolute path of the pictures. */
  readonly folder: string;
  readonly name: string;
  /** Side of the model's input, pixels. */
  readonly size: number;
  readonly regime: Regime;
  /** How often every training picture is seen on average; null for a number of steps that suits their number. */
  readonly epochs: number | null;
  readonly testShare: number;
  readonly seed: number;
  /** Training pictures are mirrored at random: not where classes are each other's mirror image. */
  readonly mirror: boolean;
  readonly fresh: boolean;
}

export const FOLDER_USAGE = `npm run train -- folder DIR [--size 128] [--regime natural] [--name NAME] [--epochs N] [--test-share 0.2] [--seed 1] [--no-mirror] [--fresh]

Trains a model on your own pictures: DIR holds one sub-folder per class. --size: side of the input, 32…512 px;
--regime: ${REGIMES.join(', ')}; --epochs: how often each picture is seen on average; --test-share: held out, 0.05…0.5;
--no-mirror: for classes that are each other's mirror image.`;

const OPTIONS = {
  size: { type: 'string', default: '128' },
  regime: { type: 'string', default: 'natural' },
  name: { type: 'string' },
  epochs: { type: 'string' },
  'test-share': { type: 'string', default: '0.2' },
  seed: { type: 'string', default: '1' },
  'no-mirror': { type: 'boolean', default: false },
  fresh: { type: 'boolean', default: false },
} as const;

function asked(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  } catch (error) {
    const got = error instanceof Error ? error.message : String(error);
    throw new Problem('setting-unknown-choice', { what: 'options', allowed: '', got }, got);
  }
}

/** @throws Problem `setting-out-of-range` */
function number(name: string, text: string, min: number, max: number, integer: boolean): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  checkNumber(name, value, { min, max, integer });
  return value;
}

/**
 * Reads what stands behind `folder` on the command line.
 * @throws Problem naming the option, what it may be and what came
 */
export function folderArguments(args: readonly string[]): FolderArguments {
  const { values, positionals } = asked(args);
  const [folder, ...rest] = positionals;
  if (!folder || rest.length > 0) {
    const got = positionals.length === 0 ? 'none' : positionals.join(' ');
    const detail = { what: 'folder', allowed: 'one folder', got };
    throw new Problem('setting-unknown-choice', detail, `folder must be one folder, got ${got}`);
  }
  const regime = REGIMES.find((id) => id === values.regime);
  if (!regime) throw unknownChoice('--regime', REGIMES, values.regime);
  const name = (values.name ?? basename(resolve(folder))).trim();
  if (name === '' || name.length > 60)
    throw new Problem(
      'setting-out-of-range',
      { what: '--name', allowed: '1…60 characters', got: name },
      `--name must have 1…60 characters, got ${name.length}`,
    );
  return {
    folder: resolve(folder),
    name,
    size: number('--size', values.size, 32, 512, true),
    regime,
    epochs:
      values.epochs === undefined ? null : number('--epochs', values.epochs, 1, 10_000, false),
    testShare: number('--test-share', values['test-share'], 0.05, 0.5, false),
    seed: number('--seed', values.seed, 0, 4_294_967_295, true),
    mirror: !values['no-mirror'],
    fresh: values.fresh,
  };
}
