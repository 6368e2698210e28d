/**
 * Which Chrome or Chromium the checks use: one already on the machine, else the one Playwright
 * downloaded, else Debian's package. Never two downloads of the same thing.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

const INSTALLED = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** Path of a browser that is here now, or null. */
export function findBrowser() {
  const candidates = [...INSTALLED, chromium.executablePath()];
  return candidates.find((path) => path && existsSync(path)) ?? null;
}

const isRoot = () => process.getuid?.() === 0;

/**
 * @param {string} command
 * @param {string[]} args
 */
function run(command, args) {
  console.error(`> ${command} ${args.join(' ')}`);
  execFileSync(command, args, { stdio: 'inherit' });
}

/** @param {string[][]} steps */
function attempt(steps) {
  try {
    for (const [command = '', ...args] of steps) run(command, args);
    return true;
  } catch (error) {
    console.error(`  did not work: ${error instanceof Error ? error.message : error}`);
    return false;
  }
}

/** Path of a browser, installed first where there is none. Throws with what to do when none can be had. */
export function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  console.error('No Chrome or Chromium found; getting one.');
  const sudo = isRoot() ? [] : ['sudo', '-n'];
  const viaPlaywright = [
    [process.execPath, 'node_modules/playwright/cli.js', 'install', 'chromium'],
  ];
  if (!attempt(viaPlaywright) || !findBrowser())
    attempt([
      [...sudo, 'apt-get', 'update'],
      [...sudo, 'apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
    ]);
  const installed = findBrowser();
  if (!installed)
    throw new Error(
      'No Chrome or Chromium could be installed. Install one and set CHROME_PATH to its program file.',
    );
  return installed;
}

/** Launch options shared by vitest and Playwright: software WebGL 2, no sandbox for root, no calls home. */
export function launchOptions() {
  const executablePath = findBrowser();
  return {
    ...(executablePath ? { executablePath } : {}),
    args: [
      ...(isRoot() ? ['--no-sandbox'] : []),
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--enable-unsafe-webgpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
    ],
  };
}
