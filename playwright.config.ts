import { defineConfig } from '@playwright/test';
import { launchOptions } from './scripts/browser.mjs';

/** One port a run: a server left behind by another run is never mistaken for ours. */
process.env['E2E_PORT'] ??= String(20_000 + (process.pid % 20_000));
const PORT = Number(process.env['E2E_PORT']);

/** Journeys through the built app in real Chromium, served with the headers a user would have. */
export default defineConfig({
  testDir: 'e2e',
  timeout: 120_000,
  workers: 1,
  forbidOnly: true,
  reporter: [['list']],
  expect: { timeout: 20_000 },
  use: {
    baseURL: `http://127.0.0.1:${PORT}/`,
    viewport: { width: 1560, height: 980 },
    locale: 'en-GB',
    launchOptions: launchOptions(),
    trace: 'retain-on-failure',
  },
  webServer: {
    command: `node scripts/start.mjs --no-open --port ${PORT}`,
    url: `http://127.0.0.1:${PORT}/`,
    reuseExistingServer: false,
    timeout: 120_000,
  },
});
