import { mkdirSync, writeFileSync } from 'node:fs';
import { measureMetrics } from './metrics.ts';
import type { Figure } from './timing.ts';

type Figures = Readonly<Record<string, Figure>>;

const PARTS: Readonly<Record<string, () => Promise<Figures>>> = {
  metrics: async () => measureMetrics(),
  page: async () => {
    // Loaded when wanted: the browser's driver is of no use to the metrics.
    const { measurePage } = await import('./page.ts');
    return measurePage();
  },
};

/** Median and best of each figure; held against its goal by the median. */
function print(part: string, figures: Figures): void {
  console.log(`${part.padEnd(24)}    median      best`);
  for (const [name, { median, best, unit, goal }] of Object.entries(figures)) {
    const numbers = [median, best].map((value) => value.toFixed(2).padStart(10)).join('');
    const judged = goal === null ? '' : `   goal ≤ ${goal}   ${median <= goal ? 'ok' : 'over'}`;
    console.log(`  ${name.padEnd(22)}${numbers} ${unit.padEnd(2)}${judged}`);
  }
}

/** `npm run bench [-- metrics|page]`: times and ratios of one run, printed and written to `.cache/bench.json`. */
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
