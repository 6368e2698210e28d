import { mkdirSync, writeFileSync } from 'node:fs';
import { measureMetrics } from './metrics.ts';
import type { Figure } from './timing.ts';

type Figures = Readonly<Record<string, Figure>>;

const PARTS: Readonly<Record<string, () => Promise<Figures>>> = {
  metrics: async () => measureMetrics(),
  backends: async () => {
    const { measureBackends } = await import('./backends.ts');
    return measureBackends();
  },
  page: async () => {
    // Loaded when wanted: the browser's driver is of no use to the metrics.
    const { measurePage } = await import('./page.ts');
    return measurePage();
  },
};

/** Two decimals, or as many as a small number needs. */
const plain = (value: number): string =>
  Math.abs(value) < 0.005 && value !== 0 ? value.toExponential(1) : value.toFixed(2);

function judge({ median, goal, atLeast = false }: Figure): string {
  if (goal === null) return '';
  const met = atLeast ? median >= goal : median <= goal;
  return `   goal ${atLeast ? '≥' : '≤'} ${goal}   ${met ? 'ok' : 'missed'}`;
}

/** Median and best of each figure; held against its goal by the median. */
function print(part: string, figures: Figures): void {
  console.log(`${part.padEnd(34)}    median      best`);
  for (const [name, figure] of Object.entries(figures)) {
    const numbers = [figure.median, figure.best].map((value) => plain(value).padStart(10)).join('');
    console.log(`  ${name.padEnd(32)}${numbers} ${figure.unit.padEnd(3)}${judge(figure)}`);
  }
}

/** `npm run bench [-- metrics|backends|page]`: times and ratios of one run, printed and written to `.cache/bench.json`. */
const asked = process.argv.slice(2);
const unknown = asked.find((part) => !Object.hasOwn(PARTS, part));
if (unknown !== undefined)
  throw new Error(`part must be one of ${Object.keys(PARTS).join(', ')}, got ${unknown}`);
const results: Record<string, Figures> = {};
for (const part of asked.length > 0 ? asked : Object.keys(PARTS)) {
  results[part] = await PARTS[part]();
  print(part, results[part]);
}
mkdirSync('.cache', { recursive: true });
writeFileSync('.cache/bench.json', `${JSON.stringify(results, null, 2)}\n`);
