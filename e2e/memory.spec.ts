import { readFileSync } from 'node:fs';
import { type Browser, expect, test } from '@playwright/test';
import { encode } from 'fast-png';
import { openApp } from './app.ts';
import { mobileNet, serveModel } from './madeModels.ts';
import type { UploadFile } from './pictures.ts';
import { settled } from './workerFaults.ts';

/** What the page and its workers may hold. */
const LIMIT_MB = 600;

/** A picture of 4,000×3,000 pixels with some texture. */
function largePicture(): UploadFile {
  const [width, height] = [4000, 3000];
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      data[y * width + x] = 110 + (((x >> 4) * 7 + (y >> 4) * 13) % 40);
  const buffer = Buffer.from(encode({ width, height, data, channels: 1, depth: 8 }));
  return { name: 'large.png', mimeType: 'image/png', buffer };
}

/** Memory of a process that it shares with no other, MB; 0 once it is gone. */
function privateMegabytes(pid: number): number {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    const kilobytes = [...rollup.matchAll(/^Private_(?:Clean|Dirty): +(\d+) kB$/gm)];
    return kilobytes.reduce((sum, [, amount]) => sum + Number(amount), 0) / 1024;
  } catch {
    return 0;
  }
}

/** Processes that draw pages: workers live in that of their page, which is the largest. */
async function renderers(browser: Browser): Promise<number[]> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

test('a 224×224 model and a picture of 4,000×3,000 pixels stay under 600 MB', async ({
  page,
  browser,
}) => {
  test.skip(process.platform !== 'linux', 'the memory of a process is read from /proc');
  // As many workers as the app ever starts, whatever machine this is.
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'hardwareConcurrency', { value: 8 }),
  );
  await serveModel(page, mobileNet());
  await openApp(page, '?method=gradient&perturbation=brightness');
  const processes = await renderers(browser);
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, ...processes.map(privateMegabytes));
  }, 50);
  await page.getByLabel('Open image').setInputFiles(largePicture());
  await expect(page.getByText(/^large\.png · made/)).toBeVisible({ timeout: 60_000 });
  await settled(page);
  clearInterval(watch);
  expect(
    page.workers().filter((one) => one.url().includes('/analysis.worker-')).length,
  ).toBeGreaterThan(1);
  // Less than this would mean that the wrong process was watched.
  expect(most).toBeGreaterThan(150);
  expect(most).toBeLessThan(LIMIT_MB);
});
