/** Brings a bare clone to where everything runs: right Node, dependencies of the lock file. Uses Node alone. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
const STAMP = `${ROOT}node_modules/.cache/jitterscope-lock`;
const MIN_NODE = [20, 19];

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [needMajor = 0, needMinor = 0] = MIN_NODE;
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return;
  console.error(`Jitterscope needs Node ${MIN_NODE.join('.')} or newer, got ${process.version}.`);
  process.exit(1);
}

/** Installs exactly the lock file, unless that is what is there already. */
export function setup() {
  checkNode();
  const lock = createHash('sha256')
    .update(readFileSync(`${ROOT}package-lock.json`))
    .digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock) return;
  console.error('Installing dependencies …');
  npm(['ci', '--no-audit', '--no-fund']);
  mkdirSync(`${ROOT}node_modules/.cache`, { recursive: true });
  writeFileSync(STAMP, lock);
}

/**
 * Runs npm in the project, output shown; throws when it fails.
 * @param {string[]} args
 */
export function npm(args) {
  const cli = process.env.npm_execpath;
  if (cli) execFileSync(process.execPath, [cli, ...args], { cwd: ROOT, stdio: 'inherit' });
  else
    execFileSync('npm', args, { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' });
}
