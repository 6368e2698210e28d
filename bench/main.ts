import { mkdirSync, writeFileSync } from 'node:fs';
import { measureMetrics } from './metrics.ts';
import { measurePage } from './page.ts';

/** `npm run bench`: every time in milliseconds, printed and written to `.cache/bench.json`. */
const results = { metrics: measureMetrics(), page: await measurePage() };
for (const [part, times] of Object.entries(results)) {
  console.log(part);
  for (const [name, value] of Object.entries<number>({ ...times }))
    console.log(`  ${name.padEnd(22)}${value.toFixed(2).padStart(10)}`);
}
mkdirSync('.cache', { recursive: true });
writeFileSync('.cache/bench.json', `${JSON.stringify(results, null, 2)}\n`);
