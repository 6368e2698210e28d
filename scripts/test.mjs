/**
 * `npm test`: installs if needed, finds or gets a browser, then every check, each with its time.
 * The first that fails ends the run.
 */
import { npm, ROOT, setup } from './setup.mjs';

const CHECKS = ['format', 'types', 'lint', 'unused', 'units', 'build', 'budget', 'e2e'];

setup();
const { ensureBrowser } = await import('./browser.mjs');
console.log(`Browser: ${ensureBrowser()}`);
process.chdir(ROOT);

let passed = 0;
for (const name of CHECKS) {
  console.log(`\n── ${name} ${'─'.repeat(60 - name.length)}`);
  const start = Date.now();
  try {
    npm(['run', '--silent', `check:${name}`]);
  } catch {
    console.log(`\n${name} failed.\n${passed} passed, 1 failed`);
    process.exit(1);
  }
  passed++;
  console.log(`${name}: ${((Date.now() - start) / 1000).toFixed(1)} s`);
}
console.log(`\n${passed} passed, 0 failed`);
