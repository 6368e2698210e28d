import type { ProblemCode } from '../src/domain/problem.ts';
import { asProblem, unknownChoice } from '../src/domain/problem.ts';
import { attack } from './commands/attack.ts';
import { batch } from './commands/batch.ts';
import { believe } from './commands/believe.ts';
import { calibrate } from './commands/calibrate.ts';
import { compare } from './commands/compare.ts';
import { explain } from './commands/explain.ts';
import { margin } from './commands/margin.ts';
import { merge } from './commands/merge.ts';
import { models } from './commands/models.ts';
import { stability } from './commands/stability.ts';
import { say } from './messages.ts';

const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  attack,
  compare,
  explain,
  stability,
  margin,
  believe,
  batch,
  merge,
  calibrate,
  models,
};

/** Problems of the program or the machine; every other is an input to mend. */
const FAILURES: readonly ProblemCode[] = [
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
];

const HELP = `npm run -s jitterscope -- COMMAND …      results as JSON on stdout; every option in cli/README.md
  compare ORIGINAL PERTURBED [--k K --w W --reduction R --dx X --dy Y --mask MASK]
  explain IMAGE --model ID|DIR --method M [--layer L] [--target N] [--out map.npy]
  stability IMAGE… --model ID|DIR --method M [--perturbation P --strength S | --dx X --dy Y]
            [--k K --w W --seed N] [--report out.png --language en|ja]
  attack IMAGE --model ID|DIR --method M --attack A [--epsilon E --steps T --region MASK --out map.npy]
  margin IMAGE --model ID|DIR --method M [--perturbation P --strength S | --dx X --dy Y]
            [--k K --w W --seed N]
  believe IMAGE --model ID|DIR --method M [--mask MASK | --box X,Y,WIDTH,HEIGHT] [--k K --w W --seed N]
  batch DIR --model ID|DIR --method M [--changes LIST | --perturbation P --strength S] [--only ENDING]
            [--shard i/n] --out rows.jsonl
  merge FILES… [--out set.json --csv set.csv --partial yes|no]
  calibrate DIR --model ID|DIR --method M --harmless LIST [--false-alarm-rate R --k K --w W]
            --name NAME --out profile.json
  models`;

async function dispatch([name, ...args]: readonly string[]): Promise<void> {
  if (name === undefined || [name, ...args].includes('--help')) {
    say(HELP);
    if (name !== undefined) return;
  }
  const command = Object.entries(COMMANDS).find(([known]) => known === name)?.[1];
  if (!command) throw unknownChoice('command', Object.keys(COMMANDS), name ?? 'nothing');
  await command(args);
}

/** Runs a command line. @returns 0 ok, 2 bad input, 3 failed; the reason stands in one line on stderr. */
export async function run(args: readonly string[]): Promise<0 | 2 | 3> {
  try {
    await dispatch(args);
    return 0;
  } catch (error) {
    const { code, message } = asProblem(error);
    say(`jitterscope: ${message.replace(/\s*\n\s*/g, ' ')}`);
    return FAILURES.includes(code) ? 3 : 2;
  }
}
