import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cycleSpinning } from './cycleSpinning.ts';

type Report = (done: number, total: number) => void;

const EXPERIMENTS: Readonly<Record<string, (report: Report) => Promise<object>>> = {
  cycleSpinning,
};

function commit(): string | null {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  } catch {
    // Unpacked from an archive: there is no repository to ask.
    return null;
  }
}

function versions(): object {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  const { version, dependencies } = JSON.parse(text) as {
    readonly version: string;
    readonly dependencies: Readonly<Record<string, string>>;
  };
  return {
    jitterscope: version,
    tfjs: dependencies['@tensorflow/tfjs-core'],
    node: process.version,
  };
}

/** `npm run experiment -- NAME`: runs it and writes `experiments/results/NAME.json`. */
const name = process.argv[2] ?? '';
const run = EXPERIMENTS[name];
if (!run) {
  const names = Object.keys(EXPERIMENTS).join(', ');
  throw new Error(`experiment must be one of ${names}, got ${name || 'nothing'}`);
}
const started = performance.now();
const result = await run((done, total) => process.stderr.write(`\r${name} ${done}/${total}`));
const seconds = Math.round((performance.now() - started) / 1000);
const folder = new URL('results/', import.meta.url);
mkdirSync(folder, { recursive: true });
const whole = { experiment: name, commit: commit(), versions: versions(), seconds, ...result };
writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify(whole, null, 2)}\n`);
console.log(JSON.stringify(whole, null, 2));
